import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sparsight } from '../../support/command-line.ts';
import type { CommandRun } from '../../support/command-line.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { quickRecipe } from '../../support/quick-recipe.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

// Every path is relative: they mean what the person's shell means by them.
const folder = temporaryFolder();
const run = (...args: string[]) => sparsight(args, folder);
let training: CommandRun;

beforeAll(async () => {
  await writeParts(join(folder, 'good'), 10);
  await writeParts(join(folder, 'parts'), 2, { seed: 100 });
  await writeParts(join(folder, 'blots'), 2, { seed: 200, blot: true });
  await writeFile(join(folder, 'quick.json'), JSON.stringify(quickRecipe));
  training = await run('train', '--project', 'line.sparsight', '--good', 'good', '--recipe', 'quick.json');
});

describe('train', () => {
  it('says what was learnt on stdout, and how far it is on stderr', () => {
    expect(training.code).toBe(0);
    expect(training.stdout).toMatch(/^Model 1 learnt from 10 good parts in \d+\.\d s\.\n/);
    expect(training.stdout).toContain(join(folder, 'line.sparsight'));
    expect(training.stderr).toContain('Reading images: 10 of 10');
    expect(training.stdout).not.toContain('Reading images');
  });

  it('learns the same model from the same seed, another from another, and from the first few with --limit', async () => {
    const models = [];
    for (const args of [
      ['--seed', '5'],
      ['--seed', '5', '--workers', '1'],
      ['--seed', '6'],
      ['--limit', '6'],
    ]) {
      const common = ['train', '--project', 'seeds.sparsight', '--good', 'good', '--recipe', 'quick.json'];
      const { stdout } = await run(...common, '--json', ...args);
      models.push(JSON.parse(stdout) as { model: { hash: string }; images: number; seed: number });
    }
    const [first, again, other, few] = models;
    expect(first?.model.hash).toBe(again?.model.hash);
    expect(first?.model.hash).not.toBe(other?.model.hash);
    expect([first?.seed, other?.seed, first?.images, few?.images]).toEqual([5, 6, 10, 6]);
  });
});

describe('study', () => {
  it('says whether more images would help, and how small a defect is found', async () => {
    await writeParts(join(folder, 'more'), 16, { seed: 300 });
    const project = ['--project', 'study.sparsight'];
    await run('train', ...project, '--good', 'more', '--recipe', 'quick.json');
    const images = await run('study', 'images', ...project);
    expect(images.code).toBe(0);
    expect(images.stdout).toMatch(/^\d+ (more )?good images (are enough|would help): /);
    const common = ['study', 'detection', ...project, '--trials', '20'];
    const detection = await run(...common, '--pixel-size', '0.1', '--json');
    const { study } = JSON.parse(detection.stdout) as {
      study: { pods: unknown[]; millimetresPerPixel: number };
    };
    expect(study.pods).toHaveLength(8);
    expect(study.millimetresPerPixel).toBe(0.1);
    const wrong = await run(...common, '--pixel-size', 'none');
    expect(wrong.code).toBe(2);

    const image = join('blots', 'part-1.png');
    await run('inspect', ...project, '--images', image);
    await run('teach', ...project, '--image', image);
    const known = await run('info', ...project);
    expect(known.stdout).toMatch(/good images (are enough|would help)$/m);
    expect(known.stdout).toMatch(
      /good images (are enough|would help) \(measured on model 1, before 1 part was taught\)$/m,
    );
    const parsed = JSON.parse((await run('info', ...project, '--json')).stdout) as object;
    expect(parsed).toMatchObject({
      models: [
        { id: 2, studies: { images: { taughtSince: 1, measuredOn: 1 }, detection: { taughtSince: 1 } } },
        { id: 1, studies: { images: { taughtSince: 0 }, detection: { millimetresPerPixel: 0.1 } } },
      ],
    });
  });
});

describe('inspect', () => {
  it('lists what was rejected, writes heat maps, and exits with 3 under --fail-on-reject', async () => {
    const common = ['inspect', '--project', 'line.sparsight', '--images', 'parts', 'blots'];
    const { code, stdout } = await run(...common, '--maps', 'maps/here', '--fail-on-reject');
    expect(code).toBe(3);
    expect(stdout).toMatch(/^4 parts inspected/);
    expect(stdout).toMatch(/^ {2}reject {2}\d+\.\d\d {2}.*blots.part-1\.png$/m);
    expect((await readdir(join(folder, 'maps', 'here'))).sort()).toEqual([
      'part-1_map (2).png',
      'part-1_map.png',
      'part-2_map (2).png',
      'part-2_map.png',
    ]);
  });

  it('exits with 0 though a part is rejected when nobody asked to fail', async () => {
    const { code, stdout } = await run(
      'inspect',
      '--project',
      'line.sparsight',
      '--images',
      'blots',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      model: { id: 1 },
      counts: { total: 2, reject: 2, unreadable: 0 },
      parts: [
        { name: 'part-1.png', decision: 'reject' },
        { name: 'part-2.png', decision: 'reject' },
      ],
      warnings: [],
    });
  });

  it('names a file that cannot be read and inspects the others', async () => {
    await writeParts(join(folder, 'one bad'), 2, { seed: 100 });
    await writeFile(join(folder, 'one bad', 'broken.png'), 'not a picture');
    const args = ['inspect', '--project', 'line.sparsight', '--images', 'one bad', '--json'];
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(0);
    expect(stderr).toContain('Warning: ' + join(folder, 'one bad', 'broken.png'));
    expect(JSON.parse(stdout)).toMatchObject({
      counts: { total: 3, unreadable: 1 },
      warnings: [{ code: 'image.unsupported', path: join(folder, 'one bad', 'broken.png') }],
    });
  });
});

describe('teach', () => {
  const project = ['--project', 'teach.sparsight'];
  const decisionOf = async (image: string) => {
    const { stdout } = await run('inspect', ...project, '--images', image, '--json');
    return (JSON.parse(stdout) as { parts: { decision: string }[] }).parts[0]?.decision;
  };

  it('makes a rejected part pass, says what else would change, and can be undone', async () => {
    await run('train', ...project, '--good', 'good', '--recipe', 'quick.json');
    const image = join('blots', 'part-1.png');
    expect(await decisionOf(image)).toBe('reject');
    const { code, stdout } = await run('teach', ...project, '--image', image);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Taught in \d+\.\d s that part-1\.png is good: model 2 is in use\.\n/);
    expect(stdout).toContain(`  reject -> pass  ${join(folder, image)}`);
    expect(await decisionOf(image)).toBe('pass');
    const undone = await run('teach', ...project, '--undo', '--json');
    expect(JSON.parse(undone.stdout)).toMatchObject({ model: { id: 1 }, before: { id: 2 } });
    expect(await decisionOf(image)).toBe('reject');
  });

  it('refuses a part that was not inspected, and to go back where nothing was taught', async () => {
    await run('train', '--project', 'untaught.sparsight', '--good', 'good', '--recipe', 'quick.json');
    const untaught = ['--project', 'untaught.sparsight'];
    const early = await run('teach', ...untaught, '--image', join('blots', 'part-1.png'));
    expect(early).toMatchObject({ code: 2 });
    expect(early.stderr).toContain('No part has been inspected in this project.');
    await run('inspect', ...untaught, '--images', 'parts');
    const foreign = await run('teach', ...untaught, '--image', join('blots', 'part-1.png'));
    expect(foreign).toMatchObject({ code: 2 });
    expect(foreign.stderr).toContain('part-1.png is not among the parts of this inspection.');
    expect((await run('teach', ...untaught, '--undo')).code).toBe(2);
    expect((await run('teach', ...untaught)).code).toBe(2);
    expect((await run('teach', ...untaught, '--undo', '--run', '1')).code).toBe(2);
  });
});

describe('report and info', () => {
  it('tell of the newest inspection, in files of every format', async () => {
    await run('inspect', '--project', 'line.sparsight', '--images', 'blots');
    for (const [format, beginning] of Object.entries({ pdf: '%PDF', html: '<!doctype html>', xlsx: 'PK' })) {
      const out = `report.${format}`;
      const args = ['report', '--project', 'line.sparsight', '--format', format, '--out', out];
      const { code, stdout } = await run(...args, '--customer', 'Müller & Söhne', '--language', 'ja');
      expect(code).toBe(0);
      expect(stdout).toContain(join(folder, out));
      const file = await readFile(join(folder, out), 'latin1');
      expect(file.slice(0, 100).toLowerCase()).toContain(beginning.toLowerCase());
    }
    const args = [
      'report',
      '--project',
      'line.sparsight',
      '--run',
      '1',
      '--format',
      'json',
      '--out',
      'one.json',
    ];
    expect(JSON.parse((await run(...args, '--json')).stdout)).toMatchObject({
      out: join(folder, 'one.json'),
      parts: 4,
    });
    expect(JSON.parse(await readFile(join(folder, 'one.json'), 'utf8'))).toMatchObject({ run: { id: 1 } });
  });

  it('say what is in the project, to a person and to a program', async () => {
    const { stdout } = await run('info', '--project', 'line.sparsight');
    expect(stdout).toMatch(/^Project line\n/);
    expect(stdout).toMatch(/^ {2}1 {2}.*10 good parts/m);
    const parsed = JSON.parse((await run('info', '--project', 'line.sparsight', '--json')).stdout) as object;
    expect(parsed).toMatchObject({ name: 'line', readOnly: true, models: [{ id: 1, trainImages: 10 }] });
  });
});

describe('evaluate', () => {
  it('measures on a labelled folder with masks and leaves nothing behind', async () => {
    await writeParts(join(folder, 'set', 'train', 'good'), 8);
    await writeParts(join(folder, 'set', 'test', 'good'), 3, { seed: 300 });
    await writeParts(join(folder, 'set', 'test', 'blot'), 3, { seed: 400, blot: true });
    const masks = join(folder, 'set', 'ground_truth', 'blot');
    await mkdir(masks, { recursive: true });
    for (const [index, mask] of (await writeParts(join(folder, 'masks'), 3, { seed: 400 })).entries()) {
      await writeFile(join(masks, `part-${index + 1}_mask.png`), await readFile(mask));
    }
    const before = await readdir(folder);
    const args = [
      'evaluate',
      '--dataset',
      'set',
      '--recipe',
      'quick.json',
      '--limit-train',
      '6',
      '--seed',
      '3',
    ];
    const { code, stdout } = await run(...args, '--json');
    expect(code).toBe(0);
    const rate = expect.any(Number) as number;
    const text = expect.any(String) as string;
    expect(JSON.parse(stdout)).toMatchObject({
      dataset: join(folder, 'set'),
      seed: 3,
      model: { id: 1, hash: text },
      train: { images: 6, patches: rate, seconds: rate },
      test: { images: 6, seconds: rate, imagesPerSecond: rate },
      image: {
        auroc: 1,
        averagePrecision: 1,
        accuracy: rate,
        falseRejectRate: rate,
        falseAcceptRate: 0,
        threshold: rate,
        thresholdRule: text,
      },
      pixel: { auroc: rate, aupro: rate },
      perDefect: { blot: { images: 3, found: 3 } },
      peakRssBytes: rate,
      versions: { sparsight: text, node: text },
    });
    expect(await readdir(folder)).toEqual(before);
    expect((await run(...args)).stdout).toContain('Image AUROC 1.000');
  });
});
