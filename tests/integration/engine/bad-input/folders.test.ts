import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeParts } from '../../../support/part-pictures.ts';
import { quickRecipe } from '../../../support/quick-recipe.ts';
import { endOf } from '../../../support/run-job.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { testEngine } from '../../../support/test-engine.ts';

const folder = temporaryFolder();
const client = testEngine();
const at = (...names: string[]) => join(folder, ...names);

beforeAll(async () => {
  await writeParts(at('good'), 6);
  await mkdir(at('empty'));
  await mkdir(at('other files'));
  await writeFile(at('other files', 'notes.txt'), 'nothing to see');
  await client.project.open({ path: at('p.sparsight') });
  await endOf(client, client.jobs.train({ good: [at('good')], recipe: quickRecipe }));
});

const train = (good: string) => endOf(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
const inspect = (images: string) => endOf(client, client.jobs.inspect({ images: [images] }));
const evaluate = (dataset: string) =>
  endOf<object>(client, client.jobs.evaluate({ dataset, recipe: quickRecipe }));

describe('a folder', () => {
  it.each([
    ['that does not exist', 'nowhere', 'input.missing'],
    ['that is empty', 'empty', 'input.empty'],
    ['without a picture', 'other files', 'input.empty'],
  ])('%s is refused by name, and the project stays as it was', async (_, name, code) => {
    const before = await client.project.summary();
    for (const end of [await train(at(name)), await inspect(at(name))]) {
      expect(end.error).toMatchObject({ code, path: at(name) });
      expect(end.error?.message).toContain(name);
      expect(end.error?.next).not.toBe('');
    }
    const { models, runs, images } = await client.project.summary();
    expect({ models, runs, images }).toEqual({
      models: before.models,
      runs: before.runs,
      images: before.images,
    });
  });

  it('may be a single file, or a link to a folder', async () => {
    await symlink(at('good'), at('link'));
    expect((await inspect(at('good', 'part-1.png'))).outcome).toMatchObject({ counts: { total: 1 } });
    expect((await inspect(at('link'))).outcome).toMatchObject({ counts: { total: 6 } });
  });

  it('for heat maps may not be a file', async () => {
    const file = at('good', 'part-1.png');
    const before = await readFile(file);
    const { error } = await endOf(client, client.jobs.inspect({ images: [at('good')], mapsFolder: file }));
    expect(error).toMatchObject({ code: 'usage.invalid', path: file });
    expect(await readFile(file)).toEqual(before);
  });
});

describe('a labelled folder', () => {
  it.each([
    ['does not exist', 'nowhere'],
    ['has no train/good', 'good'],
    ['is a file', 'good/part-1.png'],
  ])('that %s is refused with the layout that is wanted', async (_, name) => {
    const { error } = await evaluate(at(name));
    expect(error).toMatchObject({ code: 'input.missing' });
    expect(error?.message).toContain(at(name));
    expect(error?.next).toContain('test/<defect>');
  });

  it('without parts to measure on is refused before anything is learnt', async () => {
    await writeParts(at('no test', 'train', 'good'), 6);
    expect((await evaluate(at('no test'))).error?.code).toBe('input.missing');
    await mkdir(at('no test', 'test', 'good'), { recursive: true });
    const { error, warnings } = await evaluate(at('no test'));
    expect(error).toMatchObject({ code: 'input.empty', path: at('no test', 'test') });
    expect(warnings).toEqual([]);
  });

  it('with an empty type of defect is measured on the others, with a warning', async () => {
    await writeParts(at('gap', 'train', 'good'), 6, { seed: 100 });
    await writeParts(at('gap', 'test', 'good'), 2, { seed: 20 });
    await writeParts(at('gap', 'test', 'blot'), 2, { seed: 30, blot: true });
    await mkdir(at('gap', 'test', 'dent'));
    const { outcome, warnings } = await evaluate(at('gap'));
    expect(warnings).toMatchObject([{ path: at('gap', 'test', 'dent') }]);
    expect(outcome).toMatchObject({ test: { images: 4 }, perDefect: { blot: { images: 2 } }, pixel: null });
  });

  it('without defective parts says that its figures mean nothing', async () => {
    await writeParts(at('only good', 'train', 'good'), 6);
    await writeParts(at('only good', 'test', 'good'), 2, { seed: 20 });
    const { error, warnings } = await evaluate(at('only good'));
    expect(error).toBeNull();
    expect(warnings.map(({ message }) => message).join()).toContain('no defective parts');
  });
});
