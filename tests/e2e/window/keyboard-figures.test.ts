import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { inspectLabelled } from '../labelled-run.ts';
import { tabTo } from '../tab-to.ts';

const folder = temporaryFolder();
let window: OpenWindow;
let page: Page;
let runId: number;

beforeAll(async () => {
  window = await openWindow({ project: join(folder, 'parts.sparsight') });
  ({ page } = window);
  runId = await inspectLabelled(window.client, folder);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(() => window.close());

describe('the keyboard alone', () => {
  it('moves the limits of an inspection, applies them, and looks at the parts behind a figure', async () => {
    await page.keyboard.press('Control+5');
    await page.getByRole('heading', { name: 'Evaluate', level: 1 }).waitFor();
    const review = page.getByRole('slider', { name: 'Review limit' });
    await tabTo(review);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const wanted = Number(await review.getAttribute('aria-valuenow'));
    expect(wanted).toBe(0.01);
    await tabTo(page.getByRole('button', { name: /^To review/ }));
    await screenshot(page, 'keyboard-evaluate');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('list', { name: 'Parts' }).getByRole('button').first().waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await tabTo(page.getByRole('button', { name: 'Apply to this inspection' }));
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await window.client.runs.get({ runId })).limits.review).toBe(wanted);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await window.client.runs.get({ runId })).limits.review).not.toBe(wanted);
  });

  it('fills in a report, chooses its parts and its format, and exports it', async () => {
    await page.keyboard.press('Control+6');
    await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor();
    await tabTo(page.getByRole('textbox', { name: 'Customer' }));
    await page.keyboard.type('Nippon Bearings');
    await tabTo(page.getByRole('radio', { name: /^Rejected and to review/ }));
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: /^Only rejected/ }).isChecked()).toBe(true);
    await tabTo(page.getByRole('radio', { name: 'PDF' }));
    await page.keyboard.press('ArrowRight');
    await tabTo(page.getByRole('button', { name: 'Export as HTML…' }));
    await screenshot(page, 'keyboard-reports');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Save as' });
    await dialog.getByRole('textbox', { name: 'File name' }).waitFor();
    // The name has the focus and what is suggested is replaced; the folder is a step back from it.
    await page.keyboard.press('Control+a');
    await page.keyboard.type('report.html');
    const path = dialog.getByRole('textbox', { name: 'Folder' });
    await expect.poll(() => path.inputValue()).not.toBe('');
    await path.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(folder);
    await page.keyboard.press('Enter');
    await dialog.getByRole('option', { name: 'learnt' }).waitFor();
    await dialog.getByRole('textbox', { name: 'File name' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Report saved').waitFor({ timeout: 60_000 });
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('Nippon Bearings');
  });
});
