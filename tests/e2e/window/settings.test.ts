import { afterEach, describe, expect, it } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';

let window: OpenWindow | undefined;

afterEach(async () => {
  await window?.close();
  window = undefined;
});

async function openSettings(): Promise<OpenWindow> {
  window = await openWindow();
  await window.page.getByRole('button', { name: 'Settings' }).click();
  await window.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  return window;
}

describe('the settings', () => {
  it('hold from the moment they are changed', async () => {
    const { page, client, faults } = await openSettings();
    await page.getByText('Dark', { exact: true }).click();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await page.getByRole('textbox', { name: 'Operator' }).fill('Anna Berg');
    await page.keyboard.press('Enter');
    await page.getByText('Millimetres', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Millimetres per pixel' }).fill('0.05');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'viridis' }).check();
    await screenshot(page, 'settings-dark');
    await expect
      .poll(() => client.settings.get())
      .toMatchObject({
        theme: 'dark',
        operator: 'Anna Berg',
        lengthUnit: 'mm',
        millimetresPerPixel: 0.05,
        colourMap: 'viridis',
      });
    expect(faults).toEqual([]);
  });

  it('change the language of the whole window at once', async () => {
    const { page } = await openSettings();
    await page.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: '日本語' }).click();
    await page.getByRole('heading', { name: '設定', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'ヘルプ' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
  });

  it('name what the program is built from, with versions and licences', async () => {
    const { page } = await openSettings();
    await page.getByRole('textbox', { name: 'Find a component' }).fill('better-sqlite3');
    const row = page.getByRole('row', { name: /^better-sqlite3/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/\d+\.\d+\.\d+\s+MIT/);
    await screenshot(page, 'settings-about');
  });
});
