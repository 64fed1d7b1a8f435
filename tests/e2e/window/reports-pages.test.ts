import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeParts } from '../../support/part-pictures.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { inspect, inspectParts } from './part-project.ts';

const folder = temporaryFolder();
const rejected = 19;
let window: OpenWindow;

beforeAll(async () => {
  window = await openWindow({ project: join(folder, 'parts.sparsight') });
  await inspectParts(window.client, folder);
  await writeParts(join(folder, 'blots'), rejected, { seed: 300, blot: true });
  const { runId } = await inspect(window.client, [join(folder, 'blots')]);
  await window.page.reload();
  await window.page.evaluate((hash) => (location.hash = hash), `#/reports/${runId}`);
});

afterAll(() => window.close());

it('previews every page of a single part as one scrolls there, and says how many there are', async () => {
  const { page } = window;
  const report = page.frameLocator('iframe[title="Preview of the report"]');
  const pages = report.locator('section[id^="part-"]');
  await page.getByText(`${rejected} with a page of their own`).waitFor();
  await pages.first().waitFor();
  expect(await pages.count()).toBeLessThan(rejected);
  await screenshot(page, 'reports-pages');
  await expect
    .poll(
      async () => {
        await pages.last().scrollIntoViewIfNeeded();
        return pages.count();
      },
      { timeout: 60_000 },
    )
    .toBe(rejected);
  const names = await pages.locator('h3').allTextContents();
  expect(new Set(names).size).toBe(rejected);
  const last = pages.last().locator('img').first();
  expect(await last.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect.poll(() => page.getByText(/drawn so far/).count()).toBe(0);
  await screenshot(page, 'reports-pages-last');
  expect(window.faults).toEqual([]);
});
