import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backup } from '../../../src-main/storage/backup.ts';
import { integrity } from '../../../src-main/storage/integrity.ts';
import { listImages, putImages } from '../../../src-main/storage/records/images.ts';
import { listModels } from '../../../src-main/storage/records/models.ts';
import { codeOf, image, model, newProject, open, temporaryFolder } from './project-fixture.ts';

const everything = { offset: 0, limit: 1000 };

describe('transactions', () => {
  it('take back everything when anything fails', () => {
    const project = newProject();
    const failing = () =>
      project.transaction(() => {
        putImages(project, [image('/parts/a.png')]);
        throw new Error('stop');
      });
    expect(failing).toThrow('stop');
    expect(listImages(project, everything).total).toBe(0);
  });

  it('report a full disk, lose nothing, and go on when there is room again', () => {
    const project = newProject();
    const limit = (pages: number) =>
      project.read((database) => database.$client.pragma(`max_page_count = ${pages}`));
    putImages(project, [image('/parts/a.png')]);
    limit(40);
    const big = { name: 'dictionary', shape: [1_000_000], values: new Float32Array(1_000_000) };
    expect(codeOf(() => model(project, { arrays: [big] }))).toBe('disk.full');
    expect(listModels(project)).toEqual([]);
    limit(1_000_000);
    model(project, { arrays: [big] });
    expect(integrity(project)).toEqual({ sound: true, problems: [] });
  });
});

describe('a backup', () => {
  it('is a whole project, and never replaces a file', async () => {
    const folder = temporaryFolder();
    const project = newProject(folder);
    putImages(project, [image('/parts/a.png')]);
    const copy = join(folder, 'copy.sparsight');
    await backup(project, copy);
    expect(listImages(open(copy, 'write'), everything).total).toBe(1);
    await expect(backup(project, copy)).rejects.toMatchObject({ code: 'project.exists' });
    await expect(backup(project, project.path)).rejects.toMatchObject({ code: 'project.exists' });
  });
});
