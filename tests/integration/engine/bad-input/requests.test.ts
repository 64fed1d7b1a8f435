import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { detailsOf } from '../../../../src-main/cli/error-text.ts';
import type { ErrorDetails } from '../../../../src-shared/errors/sparsight-error.ts';
import { writeParts } from '../../../support/part-pictures.ts';
import { quickRecipe } from '../../../support/quick-recipe.ts';
import { endOf } from '../../../support/run-job.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { testEngine } from '../../../support/test-engine.ts';

const folder = temporaryFolder();
const client = testEngine();
const good = join(folder, 'good');
const report = (out: string, runId?: number) =>
  endOf(
    client,
    client.jobs.report({ format: 'csv', out: join(folder, out), ...(runId === undefined ? {} : { runId }) }),
  );

async function refusal(started: Promise<unknown>): Promise<ErrorDetails | undefined> {
  return started.then(() => undefined, detailsOf);
}

beforeAll(async () => {
  await writeParts(good, 6);
});

describe('what comes too early', () => {
  it('is refused with what has to be done first', async () => {
    expect(await refusal(client.project.summary())).toMatchObject({ code: 'project.missing' });
    await client.project.open({ path: join(folder, 'early.sparsight') });
    const inspected = await endOf(client, client.jobs.inspect({ images: [good] }));
    expect(inspected.error).toMatchObject({ code: 'model.missing', next: 'Train one on good parts first.' });
    const reported = await report('early.csv');
    expect(reported.error).toMatchObject({ code: 'run.missing' });
    expect(await readdir(folder)).not.toContain('early.csv');
  });
});

describe('a request', () => {
  beforeAll(async () => {
    await client.project.open({ path: join(folder, 'p.sparsight') });
    await endOf(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
    await endOf(client, client.jobs.inspect({ images: [good] }));
  });

  it('for a model or a run that there is not names its number', async () => {
    const inspected = await endOf(client, client.jobs.inspect({ images: [good], modelId: 77 }));
    expect(inspected.error).toMatchObject({ code: 'model.missing' });
    expect(inspected.error?.message).toContain('77');
    const reported = await report('none.csv', 78);
    expect(reported.error).toMatchObject({ code: 'run.missing' });
    expect(reported.error?.message).toContain('78');
  });

  it('with values that cannot be is refused before it becomes a job, setting by setting', async () => {
    const jobs = (await client.jobs.list({})).length;
    const recipe = { patch: { size: 4, stride: 8 } };
    expect(await refusal(client.jobs.train({ good: [good], recipe }))).toMatchObject({
      code: 'recipe.invalid',
      message: expect.stringContaining('recipe.patch.stride: must not be above patch.size') as string,
    });
    expect(await refusal(client.jobs.train({ good: [], recipe: quickRecipe }))).toMatchObject({
      code: 'usage.invalid',
      message: expect.stringContaining('good: must not be empty') as string,
    });
    for (const seed of [-1, 1.5, 2 ** 32]) {
      expect(await refusal(client.jobs.train({ good: [good], seed }))).toMatchObject({
        code: 'usage.invalid',
        message: expect.stringContaining(`seed: must be`) as string,
      });
    }
    expect(await client.jobs.list({})).toHaveLength(jobs);
  });

  it('to ignore the whole part is refused, since nothing would be left to inspect', async () => {
    const everything = { kind: 'rectangle' as const, x: 0, y: 0, width: 10_000, height: 10_000 };
    const recipe = { ...quickRecipe, regions: { ignore: [everything] } };
    const { error } = await endOf(client, client.jobs.train({ good: [good], recipe }));
    expect(error).toMatchObject({ code: 'recipe.invalid' });
    expect(error?.next).toContain('regions.ignore');
  });

  it('for a workbook gets the regions of every rejected part', async () => {
    const blotted = join(folder, 'blotted');
    await writeParts(blotted, 2, { seed: 9, blot: true });
    await endOf(client, client.jobs.inspect({ images: [blotted] }));
    const out = join(folder, 'regions.json');
    const written = await endOf(client, client.jobs.report({ format: 'json', out }));
    expect(written.error).toBeNull();
    const { details } = JSON.parse(await readFile(out, 'utf8')) as { details: { regions: unknown[] }[] };
    expect(details).toHaveLength(2);
    for (const { regions } of details) expect(regions.length).toBeGreaterThan(0);
  });

  it('for a report leaves alone what stands in its place', async () => {
    await mkdir(join(folder, 'a folder'));
    await writeFile(join(folder, 'a file'), 'kept');
    expect((await report('a folder')).error).toMatchObject({ code: 'usage.invalid' });
    expect((await report('a file/r.csv')).error).toMatchObject({ code: 'usage.invalid' });
    expect((await report('nowhere/r.csv')).error).toMatchObject({
      code: 'input.missing',
      path: join(folder, 'nowhere'),
    });
    expect((await report(`${'x'.repeat(300)}.csv`)).error).toMatchObject({ code: 'usage.invalid' });
    expect(await readFile(join(folder, 'a file'), 'utf8')).toBe('kept');
    expect(await readdir(join(folder, 'a folder'))).toEqual([]);
  });
});
