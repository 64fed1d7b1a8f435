import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { detailsOf, happening } from '../../../../src-main/cli/error-text.ts';
import { writeParts } from '../../../support/part-pictures.ts';
import { quickRecipe } from '../../../support/quick-recipe.ts';
import { endOf } from '../../../support/run-job.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { testEngine } from '../../../support/test-engine.ts';

const folder = temporaryFolder();
const client = testEngine();
const sound = join(folder, 'sound.sparsight');
const good = join(folder, 'good');

beforeAll(async () => {
  await writeParts(good, 6);
  await client.project.open({ path: sound });
  await endOf(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
  await client.project.close();
});

/** A copy of a trained project with some bytes changed. */
async function spoilt(name: string, spoil: (bytes: Buffer) => Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, spoil(await readFile(sound)));
  return path;
}

const files: [string, string, (bytes: Buffer) => Buffer][] = [
  [
    'is not SQLite',
    'project.not-a-project',
    () => Buffer.from('PK and what else is in a zip file '.repeat(50)),
  ],
  ['is empty', 'project.not-a-project', () => Buffer.alloc(0)],
  ['was cut off', 'project.damaged', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['has damaged pages', 'project.damaged', (bytes) => bytes.fill(0xa5, 4096, 3 * 4096)],
  ['is of a newer version', 'project.newer', (bytes) => (bytes.writeUInt32BE(9999, 60), bytes)],
];

describe('a project file that', () => {
  it.each(files)('%s is refused by name, and stays as it was byte for byte', async (what, code, spoil) => {
    const path = await spoilt(`${what}.sparsight`, spoil);
    const before = await readFile(path);
    for (const mode of ['read', 'write', 'create'] as const) {
      const error = await client.project.open({ path, mode }).then(() => null, detailsOf);
      expect(error).toMatchObject({ code, path });
      expect(error && happening(error)).toContain(basename(path));
      expect(error?.next).not.toBe('');
    }
    expect(await readFile(path)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.startsWith(what))).toEqual([basename(path)]);
  });

  it('holds a model of another version of the program still opens, and says so when the model is wanted', async () => {
    const path = await spoilt('older model.sparsight', (bytes) => bytes);
    const connection = new SqliteConnection(path);
    connection.prepare("UPDATE models SET calibration = '{}'").run();
    connection.close();
    expect((await client.project.open({ path })).models).toHaveLength(1);
    const { error } = await endOf(client, client.jobs.inspect({ images: [good] }));
    expect(error).toMatchObject({ code: 'model.missing', path });
    expect(error?.message).toContain('another version');
  });
});
