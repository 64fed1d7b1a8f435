import { afterEach, describe, expect, it } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';

let window: OpenWindow | undefined;

afterEach(async () => {
  await window?.close();
  window = undefined;
});

/** Names that stay as they are in every language. */
const names = /Sparsight|CPU|English|\b(inferno|viridis|magma|cividis)\b/g;

describe('the window in Japanese', () => {
  it('has no English words left on start and settings', async () => {
    window = await openWindow({ language: 'ja' });
    const { page, faults } = window;
    await page.getByRole('heading', { name: 'Sparsightへようこそ' }).waitFor();
    await page.getByText('プロジェクトはまだありません').waitFor();
    await screenshot(page, 'start-ja');
    expect((await page.locator('body').innerText()).replace(names, '')).not.toMatch(/[A-Za-z]{3,}/);

    await page.getByRole('button', { name: '設定' }).click();
    await page.getByRole('heading', { name: '設定', level: 1 }).waitFor();
    await page.getByRole('textbox', { name: '名称で検索' }).fill('zzz');
    await screenshot(page, 'settings-ja');
    expect((await page.locator('body').innerText()).replace(names, '')).not.toMatch(/[A-Za-z]{3,}/);
    expect(faults).toEqual([]);
  });
});
