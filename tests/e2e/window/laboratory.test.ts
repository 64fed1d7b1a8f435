import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeParts } from '../../support/part-pictures.ts';
import { endOf } from '../../support/run-job.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { windowSize } from '../../support/window-size.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { chooseFile } from './file-dialogs.ts';
import { violations } from './images-violations.ts';

describe('the laboratory', () => {
  let opened: OpenWindow;

  beforeAll(async () => {
    opened = await openWindow();
  });
  afterAll(() => opened.close());

  test('opens without a project and shows which features were found', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Laboratory' }).click();
    await page.getByRole('img', { name: 'Weights: True, Lasso, OMP' }).waitFor();
    await page.getByText('Found by OMP').waitFor();
    await screenshot(page, 'laboratory-recovery');
    expect(await violations(page)).toEqual([]);
  });

  test('follows the slider: a large penalty leaves a straight line', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Trend filtering' }).click();
    await page.getByText('Bends').waitFor();
    const slider = page.getByRole('slider', { name: 'Penalty' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('15');
    await screenshot(page, 'laboratory-trend');
    await slider.focus();
    await page.keyboard.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toBe('10,000');
    const result = page.getByRole('region', { name: 'Result' });
    await expect.poll(() => result.getAttribute('aria-busy')).toBe('false');
    await expect.poll(() => result.innerText()).toMatch(/Bends\s+0/);
  });

  test('shows a picture rebuilt, its dictionary as a mosaic, and how sparse its codes are', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Dictionary of an image' }).click();
    for (const name of ['Original', 'Rebuilt', 'Atoms', 'Sparsity: Patches', 'Activities: Activity'])
      await page.getByRole('img', { name, exact: true }).waitFor();
    await page.getByRole('img', { name: 'Patches, each above what its code rebuilds' }).waitFor();
    await page.getByText(/^\d\d\.\d dB$/).waitFor();
    await screenshot(page, 'laboratory-dictionary');
    await page.getByRole('img', { name: 'Sparsity: Patches' }).scrollIntoViewIfNeeded();
    await screenshot(page, 'laboratory-dictionary-charts');
    expect(await violations(page)).toEqual([]);
  });

  test('recodes the picture while the penalty is dragged, the newest place each time', async () => {
    const { page } = opened;
    const slider = page.getByRole('slider', { name: 'Penalty' });
    const result = page.getByRole('region', { name: 'Result' });
    const atoms = async () => Number(/Atoms for each patch\s+([\d.]+)/.exec(await result.innerText())?.[1]);
    const before = await atoms();
    await slider.focus();
    await page.keyboard.press('End');
    await expect.poll(atoms, { interval: 20 }).toBeLessThan(before / 4);
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(atoms).toBeGreaterThan(before / 4);
  });

  test('learns the dictionary in the way that was chosen', async () => {
    const { page } = opened;
    const status = page.getByRole('status').filter({ hasText: 'Calculated' });
    for (const method of ['Online', 'MOD', 'DCT']) {
      await page.getByRole('radiogroup', { name: 'Dictionary' }).getByText(method, { exact: true }).click();
      await status.waitFor();
      await expect
        .poll(() => page.getByRole('region', { name: 'Result' }).getAttribute('aria-busy'))
        .toBe('false');
    }
    // What is not learnt has no objective.
    await page.getByRole('img', { name: 'Objective: Objective' }).waitFor({ state: 'detached' });
  });

  test('runs on an image of the project and over the dictionary of its model', async () => {
    const { page, client } = opened;
    const folder = temporaryFolder();
    await writeParts(join(folder, 'good'), 6);
    await client.project.open({ path: join(folder, 'parts.sparsight') });
    await endOf(client, client.images.import({ paths: [join(folder, 'good')] }));
    await endOf(client, client.jobs.train({ good: [join(folder, 'good')] }));
    const name = (await client.images.list({})).rows[0]?.name ?? '';
    await page.reload();
    await page.getByRole('button', { name: 'Dictionary of an image' }).click();
    await page.getByRole('combobox', { name: 'Picture' }).click();
    await page.getByRole('option', { name }).click();
    await page.getByText('Model in use').click();
    const result = page.getByRole('region', { name: 'Result' });
    await page.getByText('SSIM').waitFor();
    await expect.poll(() => result.getAttribute('aria-busy')).toBe('false');
    await page.getByRole('img', { name: 'Objective: Objective' }).waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'laboratory-model-dictionary');
  });

  test('takes an image file from anywhere, and says what is wrong with one that is none', async () => {
    const { page } = opened;
    const folder = temporaryFolder();
    await writeParts(folder, 1);
    const [file = ''] = readdirSync(folder);
    writeFileSync(join(folder, 'broken.png'), 'no picture');
    await page.getByRole('button', { name: 'Total variation' }).click();
    await page.getByRole('button', { name: 'Choose a file…' }).click();
    await chooseFile(page, folder, 'broken.png', 'Choose images');
    await page.getByText('broken.png').first().waitFor();
    await page.getByRole('alert').waitFor();
    await screenshot(page, 'laboratory-broken-file');
    await page.getByRole('button', { name: 'Choose a file…' }).click();
    await chooseFile(page, folder, file, 'Choose images');
    await page.getByText('PSNR, blur').waitFor();
    expect(await page.getByRole('combobox', { name: 'Picture' }).inputValue()).toBe(file);
    const result = page.getByRole('region', { name: 'Result' });
    await expect.poll(() => result.getAttribute('aria-busy')).toBe('false');
    await screenshot(page, 'laboratory-own-file');
  });

  test('paints in a quarter, half and three quarters of the pixels side by side', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Inpainting' }).click();
    await page.getByRole('img', { name: 'Painted in, K-SVD, 75% missing' }).waitFor();
    await page.getByRole('img', { name: 'Painted in, K-SVD, 25% missing' }).scrollIntoViewIfNeeded();
    await page.setViewportSize({ ...windowSize, height: 1500 });
    await screenshot(page, 'laboratory-inpainting');
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize(windowSize);
  });

  test('opens by its number key', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.keyboard.press('Control+8');
    await page.getByRole('heading', { name: 'Laboratory' }).waitFor();
  });

  test('leaves a long experiment for another one at once', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Receptive fields' }).click();
    await page.getByText('Calculating…').waitFor();
    await page.getByRole('button', { name: 'Fused lasso' }).click();
    await page.getByText('Changes found').waitFor();
    expect(opened.faults).toEqual([]);
  });

  test('says it in Japanese', async () => {
    const { client, page } = opened;
    await client.settings.set({ language: 'ja', theme: 'dark' });
    await page.reload();
    await page.getByRole('button', { name: '圧縮センシング' }).click();
    await page.getByRole('img', { name: '全変動' }).waitFor();
    await screenshot(page, 'laboratory-sensing-ja');
    expect(await violations(page)).toEqual([]);
  });
});
