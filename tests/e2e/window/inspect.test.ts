import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import { partPicture, writeParts } from '../../support/part-pictures.ts';
import { quickRecipe } from '../../support/quick-recipe.ts';
import { endOf } from '../../support/run-job.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { chooseFolder } from './file-dialogs.ts';
import { violations } from './images-violations.ts';

describe('the Inspect screen', () => {
  const folder = temporaryFolder();
  const incoming = join(folder, 'incoming');
  const watched = join(folder, 'watched');
  let opened: OpenWindow;

  beforeAll(async () => {
    const good = await writeParts(join(folder, 'good'), 8);
    await writeParts(incoming, 5, { seed: 100 });
    await writeParts(join(incoming, 'blotted'), 4, { seed: 200, blot: true });
    await writeFile(join(incoming, 'broken.png'), 'no picture');
    await writeParts(watched, 1, { seed: 300 });
    opened = await openWindow({ project: join(folder, 'parts.sparsight') });
    const { page, client } = opened;
    const recipe = recipeSchema.parse(quickRecipe);
    await endOf(client, client.jobs.train({ good, recipe }));
    await page.goto(`${page.url().split('#')[0] ?? ''}#/inspect`);
    await page.reload();
  });
  afterAll(() => opened.close());

  async function inspectedFolder(path: string): Promise<void> {
    const { page } = opened;
    await page.getByRole('button', { name: 'Choose a folder' }).click();
    await chooseFolder(page, path);
    await page.getByText(path).waitFor();
  }

  const results = () => opened.page.getByRole('grid', { name: 'Results' });

  test('inspects a folder and shows what came out', async () => {
    const { page } = opened;
    await inspectedFolder(incoming);
    await page.getByRole('textbox', { name: 'Title' }).fill('Batch 7');
    await page.getByRole('button', { name: 'Start the inspection' }).click();
    await page.getByText('10 parts', { exact: true }).waitFor({ timeout: 60_000 });
    await results()
      .getByRole('row', { name: /part-1\.png blotted Reject/ })
      .waitFor();
    await screenshot(page, 'inspect-results');
    expect(await violations(page)).toEqual([]);
  });

  test('says which file could not be read, and why', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: '1 file could not be inspected' }).click();
    await page.getByRole('dialog').getByText('broken.png', { exact: true }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('shows only rejected parts when asked, with their number', async () => {
    const { page, client } = opened;
    const [run] = await client.runs.list();
    const rejected = run?.counts.reject ?? 0;
    expect(rejected).toBeGreaterThanOrEqual(4);
    await page
      .locator('label')
      .filter({ hasText: `Reject ${rejected}` })
      .click();
    await expect.poll(() => results().getAttribute('aria-rowcount')).toBe(String(rejected + 1));
    await page.getByRole('textbox', { name: 'Search by name' }).fill('no such part');
    await page.getByText('No part matches').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => results().getAttribute('aria-rowcount')).toBe('10');
  });

  test('sorts by score, the worst first', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Score' }).click();
    await page
      .getByRole('columnheader', { name: 'Score' })
      .and(page.locator('[aria-sort=descending]'))
      .waitFor();
    await results().locator('[aria-rowindex="2"]').getByText('blotted').waitFor();
  });

  test('opens a part with the keyboard, and comes back to the same place', async () => {
    const { page } = opened;
    await results().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await results().locator('[aria-rowindex="4"][aria-selected=true]').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('#/part/');
    await page.goBack();
    await results().locator('[aria-rowindex="4"][aria-selected=true]').waitFor();
    await page
      .getByRole('columnheader', { name: 'Score' })
      .and(page.locator('[aria-sort=descending]'))
      .waitFor();
  });

  test('shows the parts as pictures', async () => {
    const { page } = opened;
    await page.getByText('Gallery', { exact: true }).click();
    await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().waitFor();
    await screenshot(page, 'inspect-gallery');
    expect(await violations(page)).toEqual([]);
    await page.getByText('Table', { exact: true }).click();
    await results().waitFor();
  });

  test('watches a folder: a part that is written into it is inspected and appears, until it is stopped', async () => {
    const { page, client } = opened;
    await page.getByRole('button', { name: 'New inspection' }).click();
    await page.getByText('Watch a folder', { exact: true }).click();
    await inspectedFolder(watched);
    await page.getByRole('button', { name: 'Start watching' }).click();
    await page.getByText('Watching watched').waitFor({ timeout: 60_000 });
    await writeFile(join(watched, 'new.png'), await partPicture({ seed: 400, blot: true }));
    await results()
      .getByRole('row', { name: /new\.png/ })
      .waitFor({ timeout: 60_000 });
    await screenshot(page, 'inspect-watching');
    await page.getByRole('button', { name: 'Stop watching' }).click();
    await page.getByText('Watching watched').waitFor({ state: 'detached' });
    const [run] = await client.runs.list();
    expect(run).toMatchObject({ state: 'done', counts: { total: 2 } });
  });
});
