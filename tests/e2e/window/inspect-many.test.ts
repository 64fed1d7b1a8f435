import { join } from 'node:path';
import pino from 'pino';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine } from '../../../src-main/engine/engine.ts';
import { openProject } from '../../../src-main/storage/open-project.ts';
import { putImages } from '../../../src-main/storage/records/images.ts';
import { addResults } from '../../../src-main/storage/records/results.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { inspectParts } from './part-project.ts';
import { costOfScrolling } from '../scrolling.ts';

const many = 10_000;
/** What a turn of the wheel scrolls, in pixels. */
const wheel = 120;
const folder = temporaryFolder();
const path = join(folder, 'parts.sparsight');
let window: OpenWindow;
let total: number;

/** Parts as an inspection would store them; their files need not be there to be listed. */
function storeMany(runId: number): void {
  const project = openProject(path, { mode: 'write' });
  const addedAt = new Date(0).toISOString();
  const sha256 = (place: number) => place.toString(16).padStart(64, '0');
  const places = Array.from({ length: many }, (_, place) => place);
  const ids = putImages(
    project,
    places.map((place) => ({
      path: join(folder, 'line', `part-${place + 1}.png`),
      name: `part-${place + 1}.png`,
      sizeBytes: 1000,
      sha256: sha256(place),
      width: 128,
      height: 128,
      bitDepth: 8,
      addedAt,
    })),
  );
  addResults(
    project,
    runId,
    places.map((place) => ({
      imageId: ids[place]!,
      imageSha256: sha256(place),
      decision: place % 40 === 0 ? 'reject' : 'pass',
      score: place % 40 === 0 ? 4 + (place % 7) / 10 : (place % 97) / 100,
      psnr: 30 + (place % 50) / 10,
      ssim: 0.9 + (place % 9) / 100,
      seconds: 0.01,
      statistics: {},
      regions: [],
      maps: [],
    })),
  );
  project.close();
}

const toTheEnd = (list: Locator) =>
  list.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));

beforeAll(async () => {
  const engine = createEngine({ workers: 2, log: pino({ level: 'silent' }) });
  await engine.client.project.open({ path, mode: 'create' });
  const { runId } = await inspectParts(engine.client, folder);
  await engine.close();
  storeMany(runId);
  window = await openWindow({ project: path });
  total = (await window.client.runs.get({ runId })).counts.total;
  await window.page.evaluate((hash) => (location.hash = hash), `#/inspect/${runId}`);
});
afterAll(() => window.close());

it('shows a run of ten thousand parts as a table that scrolls smoothly to its end', async () => {
  const { page } = window;
  const table = page.getByRole('grid', { name: 'Results' });
  await table.waitFor();
  expect(Number(await table.getAttribute('aria-rowcount'))).toBe(total + 1);
  expect(await costOfScrolling(table, wheel)).toBeLessThan(50);
  await toTheEnd(table);
  await table.getByText(`part-${many}.png`).waitFor();
  expect(await table.getByRole('row').count()).toBeLessThan(200);
  await screenshot(page, 'inspect-many-table');
});

it('sorts ten thousand parts, and goes from one end to the other by keyboard', async () => {
  const { page } = window;
  const table = page.getByRole('grid', { name: 'Results' });
  await page.getByRole('button', { name: 'Score' }).click();
  await table.locator('[aria-rowindex="2"]').getByText('Reject').waitFor();
  await table.focus();
  await page.keyboard.press('End');
  await table.locator(`[aria-rowindex="${total + 1}"][aria-selected=true]`).waitFor();
  await page.keyboard.press('Home');
  await table.locator('[aria-rowindex="2"][aria-selected=true]').waitFor();
});

it('shows a run of ten thousand parts as pictures that scroll smoothly to their end', async () => {
  const { page } = window;
  await page.getByText('Gallery', { exact: true }).click();
  const gallery = page.getByRole('listbox', { name: 'Results' });
  await gallery.getByRole('option').first().waitFor();
  expect(await costOfScrolling(gallery, wheel)).toBeLessThan(50);
  await toTheEnd(gallery);
  await gallery.locator(`[aria-posinset="${total}"]`).waitFor();
  expect(await gallery.getByRole('option').count()).toBeLessThan(300);
  await screenshot(page, 'inspect-many-gallery');
  // Pictures of files that are gone are told as such, without a fault of the window.
  expect(window.faults).toEqual([]);
});
