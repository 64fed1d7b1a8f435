import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { framesDuring } from './frames.ts';
import { writeLargePart } from '../../support/large-part.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { inspect, inspectParts, partAddress } from './part-project.ts';

const folder = temporaryFolder();
let window: OpenWindow;
let page: Page;
let resultId: number;
let runId: number;

beforeAll(async () => {
  window = await openWindow({ project: join(folder, 'large.sparsight') });
  ({ page } = window);
  await inspectParts(window.client, folder);
  const large = join(folder, 'large.jpg');
  await writeLargePart(large);
  ({ runId } = await inspect(window.client, [large]));
  const [result] = (await window.client.results.list({ runId })).rows;
  if (result === undefined) throw new Error('The large part was not inspected.');
  resultId = result.id;
}, 240_000);

afterAll(async () => {
  await window.close();
});

const quantile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;

describe('a part of 100 megapixels', () => {
  it('opens, zooms to single pixels and is moved without a blocked frame', async () => {
    const start = performance.now();
    await page.evaluate((hash) => (location.hash = hash), partAddress(resultId, { runId }));
    const stage = page.getByRole('application', { name: 'Picture of large.jpg' });
    await stage.waitFor();
    await page.getByText('Opening the part…').waitFor({ state: 'hidden', timeout: 60_000 });
    const opened = performance.now() - start;
    await screenshot(page, 'part-large');

    const box = (await stage.boundingBox())!;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(middle.x, middle.y);
    const frames = await framesDuring(page, async () => {
      for (let i = 0; i < 12; i++) await page.mouse.wheel(0, -140);
      await page.mouse.down();
      for (let i = 1; i <= 60; i++) await page.mouse.move(middle.x - 5 * i, middle.y - 3 * i);
      await page.mouse.up();
    });
    await page.keyboard.press('1');
    await page.waitForTimeout(1500);
    await screenshot(page, 'part-large-pixels');

    const seen =
      `opened in ${opened.toFixed(0)} ms; ${frames.length} frames, median ${quantile(frames, 0.5).toFixed(0)} ms, ` +
      `${frames.filter((time) => time > 50).length} over 50 ms`;
    expect(frames.length, seen).toBeGreaterThan(20);
    // Not a benchmark: it says that nothing takes a time that grows with the picture.
    expect(quantile(frames, 0.95), seen).toBeLessThan(250);
  }, 120_000);
});
