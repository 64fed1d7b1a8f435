import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeParts } from '../../support/part-pictures.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { violations } from './images-violations.ts';

const folder = temporaryFolder();
const parts = join(folder, 'parts');

/** Twelve good parts, three with a blot, a copy of a good one, and a file that is no picture. */
async function writeFolder(): Promise<void> {
  const good = await writeParts(join(parts, 'good'), 12);
  await writeParts(join(parts, 'blot'), 3, { seed: 100, blot: true });
  await mkdir(parts, { recursive: true });
  await copyFile(good[0]!, join(parts, 'same again.png'));
  await writeFile(join(parts, 'letter.png'), 'Dear inspector, this is not a picture.');
}

const cell = (page: Page, name: string) => page.getByRole('gridcell', { name });
const filter = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Show only' }).getByRole('button', { name });

describe('the images screen', () => {
  let opened: OpenWindow;
  let page: Page;
  beforeAll(async () => {
    await writeFolder();
    opened = await openWindow({ project: join(folder, 'images.sparsight') });
    page = opened.page;
    await page.getByRole('button', { name: 'Images', exact: true }).click();
  });
  afterAll(() => opened.close());

  const labelOf = async (name: string) => {
    const { rows } = await opened.client.images.list({ text: name });
    return rows[0]?.label;
  };

  it('says what to do in a project without images', async () => {
    await page.getByRole('heading', { name: 'No images yet' }).waitFor();
    await screenshot(page, 'images-empty');
    expect(await violations(page)).toEqual([]);
  });

  it('asks how to label a folder, adds it, and tells what came of it', async () => {
    await page.getByRole('button', { name: 'Add folder…' }).click();
    const path = page.getByRole('dialog').getByRole('textbox').first();
    await path.fill(parts);
    await path.press('Enter');
    await page.getByRole('button', { name: 'Choose this folder' }).click();
    const question = page.getByRole('dialog', { name: 'Add images' });
    await question.getByRole('radio', { name: 'By the name of their folder' }).check();
    await screenshot(page, 'images-import');
    expect(await violations(page, '[role="dialog"]')).toEqual([]);
    await question.getByRole('button', { name: 'Add images' }).click();

    const outcome = page.getByRole('status').filter({ hasText: 'Images added' });
    await outcome.waitFor();
    expect(await outcome.textContent()).toMatch(/17 added/);
    expect(await outcome.textContent()).toMatch(/1 cannot be read/);
    expect(await outcome.textContent()).toMatch(/1 has the same content/);
    await screenshot(page, 'images-added');
    expect(await labelOf('blot')).toBe('blot');
  });

  it('has no violations that axe can find', async () => {
    await page.getByRole('gridcell').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('shows what cannot be read, and why', async () => {
    await filter(page, /^Unreadable/).click();
    await expect.poll(() => page.getByRole('gridcell').count()).toBe(1);
    await cell(page, 'letter.png').click();
    const facts = page.getByRole('complementary', { name: 'About the image' });
    await facts.getByText('is not an image file').waitFor();
    await filter(page, /^Unreadable/).click();
  });

  it('shows which images have the same contents', async () => {
    await filter(page, /^Duplicates/).click();
    await expect.poll(() => page.getByRole('gridcell').count()).toBe(1);
    await page.getByRole('gridcell').first().click();
    await page.getByRole('complementary', { name: 'About the image' }).getByText('Same as').waitFor();
    await screenshot(page, 'images-duplicates');
    await filter(page, /^Duplicates/).click();
  });

  it('labels a range with one key, and takes it back', async () => {
    await page.getByRole('searchbox').or(page.getByLabel('Search by name or folder')).first().fill('good');
    await expect.poll(() => page.getByRole('gridcell').count()).toBe(12);
    await cell(page, 'part-1.png').click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('3 images selected').waitFor();
    await page.keyboard.press('2');
    await expect.poll(() => filter(page, /^blot/).textContent()).toMatch(/blot\s*6/);
    expect(await labelOf('good/part-1.png')).toBe('blot');

    await page.keyboard.press('Control+z');
    await expect.poll(() => filter(page, /^blot/).textContent()).toMatch(/blot\s*3/);
    await expect.poll(() => labelOf('good/part-1.png')).toBe('good');

    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => labelOf('good/part-1.png')).toBe('blot');
    await page.keyboard.press('1');
    await expect.poll(() => labelOf('good/part-1.png')).toBe('good');
  });

  it('selects all, and moves with the keyboard alone', async () => {
    await page.keyboard.press('Control+a');
    await page.getByText('12 images selected').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('End');
    await expect.poll(focused).toContain('part-12.png');
    await page.keyboard.press('Home');
    await expect.poll(focused).toContain('part-1.png');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Space');
    await page.getByText('2 images selected').waitFor();
  });

  it('gives a new defect type the next key', async () => {
    await page.keyboard.press('Escape');
    await cell(page, 'part-5.png').click();
    await page.keyboard.press('l');
    await page.getByRole('textbox', { name: 'Defect type' }).fill('dent');
    await page.keyboard.press('Enter');
    await filter(page, /^dent/).waitFor();
    await cell(page, 'part-6.png').click();
    await page.keyboard.press('3');
    await expect.poll(() => labelOf('good/part-6.png')).toBe('dent');
    await page.keyboard.press('0');
    await expect.poll(() => labelOf('good/part-6.png')).toBeNull();
  });

  it('says so when nothing fits the search, and leads back', async () => {
    await page.getByLabel('Search by name or folder').fill('no such part');
    await page.getByText('Nothing found').waitFor();
    await screenshot(page, 'images-nothing-found');
    await page.getByRole('button', { name: 'Show all images' }).click();
    await expect.poll(() => page.getByRole('gridcell').count()).toBeGreaterThan(12);
  });

  it('takes images out of the project and leaves their files', async () => {
    await cell(page, 'letter.png').click();
    await page.keyboard.press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.poll(async () => (await opened.client.images.labels()).unreadable).toBe(0);
    await cell(page, 'letter.png').waitFor({ state: 'detached' });
  });

  it('ran without a fault', () => {
    expect(opened.faults).toEqual([]);
  });
});
