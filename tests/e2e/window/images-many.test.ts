import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeMany } from '../../support/many-pictures.ts';
import { endOf } from '../../support/run-job.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { costOfScrolling } from '../scrolling.ts';

const many = 5000;
const folder = temporaryFolder();
let opened: OpenWindow;

beforeAll(async () => {
  const parts = join(folder, 'many');
  await writeMany(parts, many);
  opened = await openWindow({ project: join(folder, 'many.sparsight') });
  await endOf(opened.client, opened.client.images.import({ paths: [parts] }));
  await opened.page.reload();
  await opened.page.getByRole('button', { name: 'Images', exact: true }).click();
  await opened.page.getByRole('gridcell', { name: 'part-1.png' }).waitFor();
}, 300_000);
afterAll(() => opened.close());

it('keeps only the rows in sight of 5,000 images', async () => {
  const { page } = opened;
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(
    String(Math.ceil(many / Number(await page.getByRole('grid').getAttribute('aria-colcount')))),
  );
  expect(await page.getByRole('gridcell').count()).toBeLessThan(80);
});

it('scrolls through 5,000 images without holding up the window', async () => {
  const { page } = opened;
  // A frame over 50 ms is felt. Ten rows are new with each of these steps: more than any wheel brings.
  expect(await costOfScrolling(page.getByRole('grid'))).toBeLessThan(50);
  await page.getByRole('gridcell', { name: `part-${many}.png` }).waitFor();
  await page
    .getByRole('gridcell', { name: `part-${many}.png` })
    .locator('img')
    .waitFor();
  await screenshot(page, 'images-many');
});

it('goes from one end to the other by keyboard, and labels all of it at once', async () => {
  const { page, client } = opened;
  await page.getByRole('gridcell', { name: `part-${many}.png` }).click();
  await page.keyboard.press('Home');
  await page.getByRole('gridcell', { name: 'part-1.png' }).waitFor();
  await page.keyboard.press('Shift+End');
  await page.getByText('5,000 images selected').waitFor();
  await page.keyboard.press('1');
  await expect
    .poll(async () => (await client.images.labels()).labels, { timeout: 20_000 })
    .toEqual([{ label: 'good', count: many }]);
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await client.images.labels()).labels, { timeout: 20_000 })
    .toEqual([{ label: null, count: many }]);
});
