import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderSamplePart } from '../../../src-main/samples/render-sample-part.ts';
import { planSet } from '../../../src-main/samples/set/plan-set.ts';
import { writeFileAtomically as write } from '../../../src-main/engine/files/write-atomically.ts';
import { writeSampleParts } from '../../../src-main/samples/set/write-sample-parts.ts';
import {
  defaultSampleSettings,
  type SampleSettings,
  sampleSettingsSchema,
} from '../../../src-main/samples/settings.ts';

const settings: SampleSettings = {
  ...defaultSampleSettings,
  size: 160,
  counts: {
    trainGood: 2,
    testGood: 1,
    scratch: 1,
    dent: 0,
    stain: 1,
    'missing-feature': 1,
    'shifted-feature': 0,
  },
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-parts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function greyPixels(file: string): Promise<Buffer> {
  return sharp(file).toColourspace('b-w').raw().toBuffer();
}

const expected = [
  'ground_truth/missing-feature/part-0006_mask.png',
  'ground_truth/scratch/part-0004_mask.png',
  'ground_truth/stain/part-0005_mask.png',
  'sample-parts.json',
  'test/good/part-0003.png',
  'test/missing-feature/part-0006.png',
  'test/scratch/part-0004.png',
  'test/stain/part-0005.png',
  'train/good/part-0001.png',
  'train/good/part-0002.png',
];

describe('the settings of the sample parts', () => {
  it('make 40 good parts to learn from, 20 to test, and 6 of each defect', () => {
    const planned = planSet(defaultSampleSettings.counts);
    expect(planned.filter(({ image }) => image.startsWith('train/good/'))).toHaveLength(40);
    expect(planned.filter(({ image }) => image.startsWith('test/good/'))).toHaveLength(20);
    expect(planned.filter(({ kind }) => kind === 'dent')).toHaveLength(6);
    expect(planned).toHaveLength(90);
    expect(new Set(planned.map(({ image }) => image)).size).toBe(90);
  });

  it('refuse a part number that cannot be engraved', () => {
    expect(sampleSettingsSchema.safeParse({ ...settings, partNumber: 'ねじ' }).success).toBe(false);
    expect(sampleSettingsSchema.safeParse({ ...settings, partNumber: 'AB-12' }).success).toBe(true);
  });
});

describe('a set of sample parts', () => {
  it('lies in the layout that evaluation reads', async () => {
    const progress: [number, number][] = [];
    const report = (done: number, total: number) => progress.push([done, total]);
    const written = await writeSampleParts(folder, settings, { write, seed: 1, onProgress: report });
    expect(await filesIn(folder)).toEqual(expected);
    expect(written).toHaveLength(6);
    expect(progress.at(0)).toEqual([0, 6]);
    expect(progress.at(-1)).toEqual([6, 6]);
  });

  it('holds the pixels that were rendered, in grey PNG files of 8 bits', async () => {
    await writeSampleParts(folder, settings, { write, seed: 1 });
    const part = renderSamplePart(settings, { seed: 1, index: 3, kind: 'scratch' });
    const file = join(folder, 'test/scratch/part-0004.png');
    expect(await sharp(file).metadata()).toMatchObject({
      format: 'png',
      space: 'b-w',
      channels: 1,
      depth: 'uchar',
    });
    const grey = await greyPixels(file);
    const rendered = Uint8Array.from(part.picture.data, (value) => Math.round(value * 255));
    expect(grey.equals(rendered)).toBe(true);
    const mask = await greyPixels(join(folder, 'ground_truth/scratch/part-0004_mask.png'));
    expect(mask.equals(part.mask!.map((value) => value * 255))).toBe(true);
  });

  it('says what each part is', async () => {
    const written = await writeSampleParts(folder, settings, { write, seed: 1 });
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'sample-parts.json'), 'utf8'));
    expect(manifest).toMatchObject({ seed: 1, settings, parts: written });
  });

  it('replaces the set that was made there before, and leaves what others put beside it', async () => {
    const more = { ...settings, counts: { ...settings.counts, trainGood: 4 } };
    await writeSampleParts(folder, more, { write, seed: 1 });
    await writeFile(join(folder, 'notes.txt'), 'ours');
    await writeSampleParts(folder, settings, { write, seed: 2 });
    expect(await filesIn(folder)).toEqual([...expected, 'notes.txt'].sort());
  });

  it('is not written into a folder that holds something else', async () => {
    await writeFile(join(folder, 'holiday.jpg'), 'x');
    await expect(writeSampleParts(folder, settings, { write, seed: 1 })).rejects.toMatchObject({
      code: 'usage.invalid',
      path: folder,
    });
    expect(await filesIn(folder)).toEqual(['holiday.jpg']);
  });

  it('leaves only whole files when it is cancelled, and can then be made anew', async () => {
    const cancel = new AbortController();
    const onProgress = (done: number) => {
      if (done === 2) cancel.abort();
    };
    await expect(
      writeSampleParts(folder, settings, { write, seed: 1, signal: cancel.signal, onProgress }),
    ).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(await filesIn(folder)).toEqual([
      'sample-parts.json',
      'train/good/part-0001.png',
      'train/good/part-0002.png',
    ]);
    const decoded = await greyPixels(join(folder, 'train/good/part-0002.png'));
    expect(decoded).toHaveLength(160 * 160);
    await writeSampleParts(folder, settings, { write, seed: 1 });
    expect(await filesIn(folder)).toEqual(expected);
  });
});
