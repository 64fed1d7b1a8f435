import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { saveAs } from './file-dialogs.ts';
import { inspectLabelled, labelledRun } from '../labelled-run.ts';

const folder = temporaryFolder();
let window: OpenWindow;
let page: Page;
let runId: number;

beforeAll(async () => {
  window = await openWindow({ project: join(folder, 'parts.sparsight') });
  ({ page } = window);
  await window.client.settings.set({ operator: 'K. Sato' });
  runId = await inspectLabelled(window.client, folder);
});

afterAll(async () => {
  await window.close();
});

beforeEach(async () => {
  await page.evaluate((hash) => (location.hash = hash), `#/reports/${runId}`);
  await page.getByRole('textbox', { name: 'Customer' }).waitFor();
});

const preview = () => page.frameLocator('iframe[title="Preview of the report"]');

describe('the Reports screen', () => {
  it('previews what is filled in, and keeps it in the project', async () => {
    await page.getByRole('textbox', { name: 'Customer' }).fill('Nippon Bearings <K.K.>');
    await page.getByRole('textbox', { name: 'Batch' }).fill('B-1207');
    await preview().getByText('Nippon Bearings <K.K.>').first().waitFor();
    await expect.poll(async () => (await window.client.reports.fields()).batch).toBe('B-1207');
    await screenshot(page, 'reports');
  });

  it('previews the report with its own styles and pictures, and runs nothing in it', async () => {
    const frame = page.locator('iframe[title="Preview of the report"]');
    expect(await frame.getAttribute('sandbox')).not.toContain('allow-scripts');
    const picture = preview().locator('img').first();
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    const width = await preview()
      .locator('.counts')
      .first()
      .evaluate((list) => getComputedStyle(list).display);
    expect(width).toBe('grid');
  });

  it('shows chosen parts only, and Japanese when asked', async () => {
    await page.getByRole('radio', { name: /^Chosen by hand/ }).check();
    const list = page.getByRole('dialog', { name: 'Parts with a page of their own' });
    const boxes = list.getByRole('checkbox');
    await boxes.first().check();
    await boxes.nth(1).check();
    await list.getByText('2 parts chosen').waitFor();
    await screenshot(page, 'reports-choose');
    await list.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('radio', { name: 'Chosen by hand (2)' }).waitFor();
    await page.getByText('日本語').click();
    await preview().getByText('検査').first().waitFor();
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('radio', { name: /^Rejected and to review/ }).check();
  });

  it('exports a PDF where the person says, and tells where it is', async () => {
    await page.getByRole('button', { name: 'Export as PDF…' }).click();
    await saveAs(page, folder, 'report.pdf');
    await page.getByText('Report saved').waitFor({ timeout: 60_000 });
    expect((await readFile(join(folder, 'report.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    await screenshot(page, 'reports-saved');
  });

  it('exports the table of parts as CSV', async () => {
    await page.getByText('CSV', { exact: true }).click();
    await page.getByRole('button', { name: 'Export as CSV…' }).click();
    await saveAs(page, folder, 'report.csv');
    await page.getByText('Report saved').waitFor({ timeout: 60_000 });
    const lines = (await readFile(join(folder, 'report.csv'), 'utf8')).trim().split(/\r?\n/);
    expect(lines.length).toBeGreaterThan(labelledRun.good + labelledRun.blots);
  });

  it('breaks no rule of accessibility', async () => {
    // The page in the frame is the report's own affair, and runs no script that could check it.
    const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode(true);
    const { violations } = await axe.analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    ).toEqual([]);
  });
});
