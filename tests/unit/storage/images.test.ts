import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultRecipe, recipeSchema } from '../../../src-shared/domain/recipe.ts';
import { resolveImagePath } from '../../../src-main/storage/records/image-location.ts';
import {
  countImagesByLabel,
  imagesById,
  listImages,
  putImages,
} from '../../../src-main/storage/records/images.ts';
import { putRecipe } from '../../../src-main/storage/records/recipes.ts';
import { codeOf, image, newProject, now, open, temporaryFolder } from './project-fixture.ts';

const later = '2030-01-02T04:00:00.000Z';

const everything = { offset: 0, limit: 1000 };

describe('images', () => {
  it('are known again by their path, keeping the label that was given', () => {
    const project = newProject();
    const [first] = putImages(project, [image('/parts/a.png', { label: 'scratch' })]);
    const [again] = putImages(project, [image('/parts/a.png', { sha256: 'c'.repeat(64), addedAt: later })]);
    expect(again).toBe(first);
    const { images, total } = listImages(project, everything);
    expect(total).toBe(1);
    expect(images[0]).toMatchObject({ label: 'scratch', sha256: 'c'.repeat(64), addedAt: now });
  });

  it('are listed in pages and counted by label', () => {
    const project = newProject();
    const labels = ['good', 'good', 'dent', null] as const;
    const ids = putImages(
      project,
      labels.map((label, i) => image(`/parts/${i}.png`, { label })),
    );
    const page = listImages(project, { offset: 1, limit: 2 });
    expect(page.total).toBe(4);
    expect(page.images.map(({ id }) => id)).toEqual(ids.slice(1, 3));
    expect(listImages(project, { ...everything, label: 'good' }).total).toBe(2);
    expect(listImages(project, { ...everything, label: null }).total).toBe(1);
    expect(countImagesByLabel(project)).toEqual(
      new Map<string | null, number>([
        [null, 1],
        ['dent', 1],
        ['good', 2],
      ]),
    );
    expect(imagesById(project, [ids[2]!]).get(ids[2]!)?.label).toBe('dent');
  });

  it('are found when project and images are moved together, and are then the same images', () => {
    const folder = temporaryFolder();
    const before = join(folder, 'before');
    mkdirSync(join(before, 'parts'), { recursive: true });
    writeFileSync(join(before, 'parts', 'a.png'), '0123456789');
    const project = newProject(before);
    const [id] = putImages(project, [image(join(before, 'parts', 'a.png'))]);
    project.close();
    const after = join(folder, 'after');
    renameSync(before, after);
    const moved = open(join(after, 'brackets.sparsight'), 'write');
    const [record] = listImages(moved, everything).images;
    const path = join(after, 'parts', 'a.png');
    expect(resolveImagePath(moved, record!)).toBe(path);
    expect(putImages(moved, [image(path)])).toEqual([id]);
    expect(listImages(moved, everything).images[0]?.path).toBe(path);
  });

  it('that are gone or have another size are reported as such', () => {
    const folder = temporaryFolder();
    const project = newProject(folder);
    putImages(project, [image(join(folder, 'a.png'))]);
    const [record] = listImages(project, everything).images;
    expect(codeOf(() => resolveImagePath(project, record!))).toBe('image.missing');
    writeFileSync(join(folder, 'a.png'), 'another size');
    expect(codeOf(() => resolveImagePath(project, record!))).toBe('image.changed');
  });
});

describe('recipes', () => {
  it('are kept once', () => {
    const project = newProject();
    const first = putRecipe(project, defaultRecipe, now);
    expect(putRecipe(project, recipeSchema.parse({}), later)).toBe(first);
    expect(putRecipe(project, recipeSchema.parse({ patch: { size: 6 } }), later)).not.toBe(first);
  });
});
