import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeParts } from '../../support/part-pictures.ts';
import { endOf } from '../../support/run-job.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow, screenshot } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
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

  test('shows pictures with their figures, and the dictionary as a mosaic', async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 1280, height: 1200 });
    await page.getByRole('button', { name: 'Dictionary of an image' }).click();
    for (const name of ['Original', 'Rebuilt', 'Atoms'])
      await page.getByRole('img', { name, exact: true }).waitFor();
    await page.getByText(/^\d\d\.\d dB$/).waitFor();
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'laboratory-dictionary');
  });

  test('runs on an image of the project', async () => {
    const { page, client } = opened;
    const folder = temporaryFolder();
    await writeParts(join(folder, 'good'), 1);
    await client.project.open({ path: join(folder, 'parts.sparsight') });
    await endOf(client, client.images.import({ paths: [join(folder, 'good')] }));
    const name = (await client.images.list({})).rows[0]?.name ?? '';
    await page.reload();
    await page.getByRole('button', { name: 'Dictionary of an image' }).click();
    await page.getByRole('combobox', { name: 'Picture' }).click();
    await page.getByRole('option', { name }).click();
    const result = page.getByRole('region', { name: 'Result' });
    await expect.poll(() => result.getAttribute('aria-busy')).toBe('false');
    await page.getByText('SSIM').waitFor();
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'laboratory-project-image');
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
    await page.setViewportSize({ width: 1920, height: 1080 });
    await client.settings.set({ language: 'ja', theme: 'dark' });
    await page.reload();
    await page.getByRole('button', { name: '圧縮センシング' }).click();
    await page.getByRole('img', { name: '全変動' }).waitFor();
    await screenshot(page, 'laboratory-sensing-ja');
    expect(await violations(page)).toEqual([]);
  });
});
