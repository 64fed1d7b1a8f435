import { afterEach, describe, expect, it } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';

let window: OpenWindow | undefined;

afterEach(async () => {
  await window?.close();
  window = undefined;
});

describe('the user guide', () => {
  it('opens with F1, leads to its sections and finds words', async () => {
    window = await openWindow();
    const { page } = window;
    await page.getByRole('button', { name: 'New project', exact: true }).waitFor();
    await page.keyboard.press('F1');
    const contents = page.getByRole('navigation', { name: 'Contents' });
    const section = contents.getByRole('button', { name: 'When defects are missed' });
    await section.click();
    await expect.poll(() => section.getAttribute('aria-current')).toBe('location');
    const search = page.getByRole('textbox', { name: 'Search the guide' });
    await search.fill('fixture');
    await page.getByText(/^1 of \d+ places$/).waitFor();
    await search.press('Enter');
    await page.getByText(/^2 of \d+ places$/).waitFor();
    await screenshot(page, 'help-search');
    await search.fill('submarine');
    await page.getByText('Not found in the guide.').waitFor();
    expect(window.faults).toEqual([]);
  });

  it('is in the language of the window', async () => {
    window = await openWindow({ language: 'ja' });
    const { page } = window;
    await page.getByRole('button', { name: 'ヘルプ' }).click();
    await page.getByRole('navigation', { name: '目次' }).getByRole('button').first().waitFor();
    await screenshot(page, 'help-ja');
    expect(await page.getByRole('article').innerText()).toMatch(/良品/);
  });
});
