import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import type { Client } from '../../../src-shared/contract/client.ts';
import { partAddress, inspect, inspectParts } from '../../e2e/window/part-project.ts';
import { answersDuring, framesDuring } from '../../e2e/window/frames.ts';
import { writeLargePart } from '../../support/large-part.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { endOf } from '../../support/run-job.ts';
import { openWindow } from '../../support/window.ts';
import type { Figure, Inputs, Section } from '../figures.ts';

const longFrame = 50;
const manyImages = 50_000;
const manyParts = 1000;

/** How quickly the window answers and draws, in a browser. */
export async function measureWindow({ scratch }: Inputs): Promise<Section> {
  const figures = [...(await largePart(scratch)), ...(await inspecting(scratch)), ...(await grid(scratch))];
  return { name: 'window', figures, missing: [] };
}

async function largePart(scratch: string): Promise<Figure[]> {
  const folder = join(scratch, 'large');
  await mkdir(folder);
  const opened = await openWindow({ project: join(folder, 'large.sparsight') });
  const { page, client } = opened;
  try {
    await inspectParts(client, folder);
    const large = join(folder, 'large.jpg');
    await writeLargePart(large);
    const { runId } = await inspect(client, [large]);
    const [result] = (await client.results.list({ runId })).rows;
    if (result === undefined) throw new Error('The large part was not inspected.');
    const start = performance.now();
    await page.evaluate((hash) => (location.hash = hash), partAddress(result.id, { runId }));
    const stage = page.getByRole('application', { name: 'Picture of large.jpg' });
    await stage.waitFor();
    await page.getByText('Opening the part…').waitFor({ state: 'hidden', timeout: 60_000 });
    const seconds = (performance.now() - start) / 1000;
    const box = await stage.boundingBox();
    if (box === null) throw new Error('The picture is not shown.');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(middle.x, middle.y);
    const frames = await framesDuring(page, async () => {
      for (let i = 0; i < 12; i++) await page.mouse.wheel(0, -140);
      await page.mouse.down();
      for (let i = 1; i <= 60; i++) await page.mouse.move(middle.x - 5 * i, middle.y - 3 * i);
      await page.mouse.up();
    });
    return [
      { what: 'opening a part of 100 megapixels (JPEG)', value: seconds, unit: 's' },
      ...frameFigures('zooming and moving it', frames),
    ];
  } finally {
    await opened.close();
  }
}

async function inspecting(scratch: string): Promise<Figure[]> {
  const folder = join(scratch, 'inspecting');
  await mkdir(folder);
  const opened = await openWindow({ project: join(folder, 'inspecting.sparsight') });
  const { page, client } = opened;
  try {
    await inspectParts(client, folder);
    const parts = join(folder, 'many');
    for (let first = 0; first < manyParts; first += 100) {
      await writeParts(join(parts, `${first}`), 100, { seed: 1000 + first });
    }
    await page.reload();
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await button('Inspect').click();
    const start = performance.now();
    const ended = endOf(client, client.jobs.inspect({ images: [parts] }));
    let done = false;
    void ended.finally(() => (done = true));
    const answers = await answersDuring(page, async () => {
      while (!done) {
        for (const screen of ['Images', 'Inspect', 'Learn', 'Inspect']) {
          await button(screen).click();
          await page.waitForTimeout(150);
        }
      }
    });
    await ended;
    const seconds = (performance.now() - start) / 1000;
    return [
      {
        what: `${manyParts} parts of 128 x 128 pixels inspected meanwhile`,
        value: manyParts / seconds,
        unit: 'parts/s',
      },
      {
        what: 'input to paint meanwhile, 95 of 100 inputs',
        value: quantile(answers, 0.95),
        unit: 'ms',
        target: { most: 100 },
      },
      { what: 'input to paint meanwhile, slowest', value: quantile(answers, 1), unit: 'ms' },
    ];
  } finally {
    await opened.close();
  }
}

/** So many little pictures, each with other bytes: one is drawn, and a comment in each copy makes it another file. */
async function writeMany(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const first = join(folder, 'part-1.jpg');
  await sharp({ create: { width: 64, height: 48, channels: 3, background: '#8a8f98' } })
    .jpeg()
    .toFile(first);
  const picture = await readFile(first);
  for (let i = 2; i <= manyImages; i++) {
    const text = Buffer.from(`part ${i}`);
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
    await writeFile(
      join(folder, `part-${i}.jpg`),
      Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]),
    );
  }
}

async function grid(scratch: string): Promise<Figure[]> {
  const folder = join(scratch, 'grid');
  await writeMany(join(folder, 'parts'));
  const opened = await openWindow({ project: join(folder, 'grid.sparsight') });
  const { page, client } = opened;
  try {
    const start = performance.now();
    const imported = endOf(client, client.images.import({ paths: [join(folder, 'parts')] }));
    const answers = await answersUntil(client, imported);
    const seconds = (performance.now() - start) / 1000;
    await page.reload();
    await page.getByRole('button', { name: 'Images', exact: true }).click();
    await page.getByRole('gridcell', { name: 'part-1.jpg' }).waitFor();
    return [
      { what: `adding ${manyImages} images to a project`, value: manyImages / seconds, unit: 'images/s' },
      { what: 'answer of the engine meanwhile, 99 of 100', value: quantile(answers, 0.99), unit: 'ms' },
      {
        what: 'answer of the engine meanwhile, slowest',
        value: quantile(answers, 1),
        unit: 'ms',
        target: { most: 100 },
      },
      ...frameFigures(`wheel over the grid of ${manyImages} images`, await wheelFrames(page)),
    ];
  } finally {
    await opened.close();
  }
}

/** How long the engine takes to answer a small question, asked again and again until something has ended. */
async function answersUntil(client: Client, ended: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const state = { over: false };
  void ended.finally(() => (state.over = true));
  while (!state.over) {
    const asked = performance.now();
    await client.settings.get();
    times.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 2));
    // What held the engine up while nobody asked would have held up an answer as well.
    times.push(performance.now() - asked - 2);
  }
  await ended;
  return times;
}

/** A brisk wheel: about three rows in each of a hundred frames. */
async function wheelFrames(page: Page): Promise<number[]> {
  await page.getByRole('gridcell', { name: 'part-1.jpg' }).hover();
  return framesDuring(page, async () => {
    for (let i = 0; i < 100; i++) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(16);
    }
  });
}

function frameFigures(what: string, frames: readonly number[]): Figure[] {
  const long = frames.filter((time) => time > longFrame).length;
  return [
    { what: `${what}: frame, median`, value: quantile(frames, 0.5), unit: 'ms' },
    {
      what: `${what}: frames over ${longFrame} ms`,
      value: (100 * long) / Math.max(1, frames.length),
      unit: '%',
    },
  ];
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
