import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InspectOutcome, TrainOutcome } from '../../../../src-shared/contract/outcomes.ts';
import type { JobWarning } from '../../../../src-shared/contract/job.ts';
import { wordError, wordHappening } from '../../../../src-shared/errors/word-error.ts';
import { unusableNames, writeUnusable } from '../../../support/hostile-pictures.ts';
import { partPicture, writeParts } from '../../../support/part-pictures.ts';
import { quickRecipe } from '../../../support/quick-recipe.ts';
import { endOf } from '../../../support/run-job.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { testEngine } from '../../../support/test-engine.ts';

const folder = temporaryFolder();
const client = testEngine();
const good = join(folder, 'good');

beforeAll(async () => {
  await writeParts(good, 8);
});

async function train(parts: string, project: string) {
  await client.project.open({ path: join(folder, `${project}.sparsight`) });
  return endOf<TrainOutcome>(client, client.jobs.train({ good: [parts], recipe: quickRecipe }));
}

async function inspect(parts: string, project: string) {
  await client.project.open({ path: join(folder, `${project}.sparsight`) });
  return endOf<InspectOutcome>(client, client.jobs.inspect({ images: [parts] }));
}

const codesByName = (warnings: readonly JobWarning[]) =>
  Object.fromEntries(warnings.map(({ code, path = '' }) => [basename(path), code]));

const unusable = {
  'bomb.png': 'image.too-large',
  'cut off.png': 'image.unreadable',
  'empty.png': 'image.unreadable',
  'letter.jpg': 'image.unsupported',
};

describe('files that cannot be used among good ones', () => {
  it('are named, each with its reason, and left out of learning, also those smaller than a patch', async () => {
    const mixed = join(folder, 'mixed');
    await writeParts(mixed, 6, { seed: 100 });
    await writeUnusable(mixed);
    const { outcome, warnings } = await train(mixed, 'mixed');
    expect(codesByName(warnings)).toEqual({ ...unusable, 'tiny.png': 'image.too-small' });
    expect(outcome?.images).toBe(6);
    for (const { message, path = '' } of warnings) expect(message).toContain(basename(path));
  });

  it('are named, each with its reason, and left out of an inspection, also those smaller than a patch', async () => {
    const mixed = join(folder, 'mixed parts');
    await writeParts(mixed, 3, { seed: 50 });
    await writeUnusable(mixed);
    await train(good, 'inspect-mixed');
    const { outcome, warnings } = await inspect(mixed, 'inspect-mixed');
    expect(codesByName(warnings)).toEqual({ ...unusable, 'tiny.png': 'image.too-small' });
    expect(outcome?.counts).toMatchObject({
      total: 3 + unusableNames.length,
      unreadable: unusableNames.length,
    });
  });

  it('are named in Japanese, too, also by the report', async () => {
    const mixed = join(folder, 'mixed parts in Japanese');
    await writeParts(mixed, 3, { seed: 50 });
    await writeUnusable(mixed);
    await train(good, 'japanese');
    const { outcome, warnings } = await inspect(mixed, 'japanese');
    const runId = outcome?.runId ?? 0;
    const failures = await client.runs.failures({ runId });
    const said = [
      ...warnings.map((warning) => wordError('ja', warning).message),
      ...failures.map((failure) => wordHappening('ja', failure)),
    ];
    expect(said).toHaveLength(2 * unusableNames.length);
    for (const sentence of said)
      expect(sentence).toMatch(
        /^[^a-z]*(bomb|cut off|empty|letter|tiny)\.(png|jpg)（?[^a-z]+( x [^a-z]+)*。$/,
      );
    const { html } = await client.reports.preview({ runId, language: 'ja' });
    expect(html).toContain('画像empty.pngは空です（0バイト）。');
  });

  it('do not make a job succeed that has nothing else', async () => {
    const bad = join(folder, 'all bad');
    await mkdir(bad);
    await writeUnusable(bad);
    await writeFile(join(bad, 'tiny.png'), '');
    const learnt = await train(bad, 'all-bad');
    expect(learnt.error?.code).toBe('input.too-few');
    expect(learnt.warnings).toHaveLength(unusableNames.length);
    await train(good, 'all-bad');
    const inspected = await inspect(bad, 'all-bad');
    expect(inspected.error?.code).toBe('input.empty');
    expect((await client.project.summary()).runs).toEqual([]);
  });
});

describe('a picture', () => {
  it('is known by its contents, not by the ending of its name', async () => {
    const parts = join(folder, 'mislabelled');
    await mkdir(parts);
    await writeFile(join(parts, 'a.jpg'), await partPicture({ seed: 70 }));
    await writeFile(
      join(parts, 'b.png'),
      await sharp(await partPicture({ seed: 71 }))
        .jpeg()
        .toBuffer(),
    );
    await train(good, 'mislabelled');
    const { outcome, warnings } = await inspect(parts, 'mislabelled');
    expect(warnings).toEqual([]);
    expect(outcome?.counts).toMatchObject({ total: 2, unreadable: 0 });
  });

  it('that is as even as a sheet of paper is learnt from and inspected like any other', async () => {
    const even = join(folder, 'even');
    await mkdir(even);
    for (let grey = 100; grey < 106; grey++) {
      const create = {
        width: 64,
        height: 64,
        channels: 3,
        background: { r: grey, g: grey, b: grey },
      } as const;
      await sharp({ create })
        .png()
        .toFile(join(even, `${grey}.png`));
    }
    expect((await train(even, 'even')).error).toBeNull();
    const { outcome, error } = await inspect(even, 'even');
    expect(error).toBeNull();
    const { rows } = await client.results.list({ runId: outcome?.runId ?? 0 });
    expect(rows).toHaveLength(6);
  });

  it('that occurs twice among the good parts is learnt from once, and the second is named', async () => {
    const twice = join(folder, 'twice');
    const [first = ''] = await writeParts(twice, 6, { seed: 100 });
    await copyFile(first, join(twice, 'part-9.png'));
    const { outcome, warnings } = await train(twice, 'twice');
    expect(outcome).toMatchObject({ images: 6, skipped: 1 });
    expect(codesByName(warnings)).toEqual({ 'part-9.png': 'image.duplicate' });
    expect(warnings[0]?.message).toContain('part-1.png');
  });

  it('that occurs twice among the parts to inspect is inspected twice', async () => {
    const twice = join(folder, 'parts twice');
    const [first = ''] = await writeParts(twice, 1, { seed: 80, blot: true });
    await copyFile(first, join(twice, 'copy.png'));
    await train(good, 'parts-twice');
    const { outcome } = await inspect(twice, 'parts-twice');
    const { rows } = await client.results.list({ runId: outcome?.runId ?? 0 });
    expect(rows.map(({ name }) => name)).toEqual(['copy.png', 'part-1.png']);
    expect(rows[0]?.score).toBe(rows[1]?.score);
  });
});

describe('good parts of several sizes', () => {
  it('are brought to the size that most have, with a warning that says how many', async () => {
    const sizes = join(folder, 'sizes');
    await writeParts(sizes, 6);
    await writeFile(join(sizes, 'wide.png'), await partPicture({ seed: 30, width: 200, height: 100 }));
    const { outcome, warnings } = await train(sizes, 'sizes');
    expect(outcome?.images).toBe(7);
    // Stretched to another shape it is odd among the others as well, and named for that too.
    const mixed = warnings.filter(({ code }) => code === 'image.mixed-sizes');
    expect(mixed).toHaveLength(1);
    expect(mixed[0]?.message).toContain('1 of 7');
    expect(mixed[0]?.message).toContain('128 x 128');
  });

  it('that are all smaller than a patch are refused', async () => {
    const small = join(folder, 'small');
    await writeParts(small, 6, { width: 6, height: 40 });
    const { error } = await train(small, 'small');
    expect(error?.code).toMatch(/^(image\.too-small|input\.too-few)$/);
  });
});

describe('few good parts', () => {
  it.each([1, 2, 3, 4])('%i are enough to learn from and to inspect with, with a warning', async (count) => {
    const few = join(folder, `few ${count}`);
    await writeParts(few, count);
    const learnt = await train(few, `few-${count}`);
    expect(learnt.outcome?.images).toBe(count);
    expect(learnt.warnings).toMatchObject([{ code: 'input.too-few' }]);
    const blots = join(folder, `blots ${count}`);
    await writeParts(blots, 1, { seed: 60, blot: true });
    const { outcome } = await inspect(blots, `few-${count}`);
    expect(outcome?.counts.total).toBe(1);
  });

  it('bring no warning from five on', async () => {
    const five = join(folder, 'five');
    await writeParts(five, 5);
    expect((await train(five, 'five')).warnings).toEqual([]);
  });
});

describe('images that moved since they were inspected', () => {
  it('are left out of the pages of the report with a warning each, and the report is written', async () => {
    const parts = join(folder, 'to move');
    await writeParts(parts, 2, { seed: 40, blot: true });
    await train(good, 'moved');
    await inspect(parts, 'moved');
    await rename(parts, join(folder, 'moved away'));
    const out = join(folder, 'moved.html');
    const { outcome, warnings } = await endOf(client, client.jobs.report({ format: 'html', out }));
    expect(outcome).toMatchObject({ parts: 2, details: 0 });
    expect(codesByName(warnings)).toEqual({ 'part-1.png': 'image.missing', 'part-2.png': 'image.missing' });
  });

  it('are found when the project moved with them', async () => {
    const home = join(folder, 'home');
    await writeParts(join(home, 'parts'), 2, { seed: 40, blot: true });
    const path = join(home, 'p.sparsight');
    await client.project.open({ path });
    await endOf(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
    await endOf(client, client.jobs.inspect({ images: [join(home, 'parts')] }));
    await client.project.close();
    await rename(home, join(folder, 'new home'));
    await client.project.open({ path: join(folder, 'new home', 'p.sparsight') });
    const out = join(folder, 'found.html');
    const { outcome, warnings } = await endOf(client, client.jobs.report({ format: 'html', out }));
    expect(warnings).toEqual([]);
    expect(outcome).toMatchObject({ parts: 2, details: 2 });
  });

  it('and were replaced by others of the same name are not passed off as those that were inspected', async () => {
    const parts = join(folder, 'to replace');
    const [first = ''] = await writeParts(parts, 2, { seed: 40, blot: true });
    await train(good, 'replaced');
    await inspect(parts, 'replaced');
    await writeFile(first, await partPicture({ seed: 99 }));
    const out = join(folder, 'replaced.html');
    const { outcome, warnings } = await endOf(client, client.jobs.report({ format: 'html', out }));
    expect(outcome).toMatchObject({ parts: 2, details: 1 });
    expect(codesByName(warnings)).toEqual({ 'part-1.png': 'image.changed' });
  });
});
