import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';

let window: OpenWindow | undefined;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sparsight-keyboard-'));
});

afterEach(async () => {
  await window?.close();
  window = undefined;
  rmSync(folder, { recursive: true, force: true });
});

describe('the keyboard alone', () => {
  it('opens every screen that is of use', async () => {
    window = await openWindow({ project: join(folder, 'Bracket.sparsight') });
    const { page } = window;
    await page.getByRole('button', { name: 'Open Bracket' }).waitFor();
    for (const [keys, title] of [
      ['Control+2', 'Images'],
      ['Control+7', 'Signals'],
      ['Control+8', 'Laboratory'],
      ['Control+,', 'Settings'],
      ['F1', 'Help'],
    ] as const) {
      await page.keyboard.press(keys);
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    }
    await page.keyboard.press('Control+1');
    await page.getByRole('button', { name: 'New project', exact: true }).waitFor();
  });

  it('does not open a screen that has nothing to show, and says why', async () => {
    window = await openWindow();
    const { page } = window;
    const images = page.getByRole('button', { name: 'Images' });
    await images.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('tooltip', { name: 'Open or create a project first.' }).waitFor();
    await page.keyboard.press('Control+2');
    expect(page.url()).not.toContain('images');
  });

  it('finds a command by a part of its name', async () => {
    window = await openWindow();
    const { page } = window;
    await page.getByRole('button', { name: 'New project', exact: true }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Type a command…').waitFor();
    await page.keyboard.type('setti');
    await page
      .getByRole('button', { name: 'Open project' })
      .and(page.locator('[data-action]'))
      .waitFor({ state: 'hidden' });
    await screenshot(page, 'palette');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  });

  it('shows its own shortcuts with the question mark, but not while writing', async () => {
    window = await openWindow();
    const { page } = window;
    await page.getByRole('button', { name: 'New project', exact: true }).waitFor();
    await page.keyboard.press('?');
    const overview = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await overview.waitFor();
    await screenshot(page, 'shortcuts');
    await page.keyboard.press('Escape');
    await overview.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+,');
    await page.getByRole('textbox', { name: 'Operator' }).press('?');
    expect(await overview.count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'Operator' }).inputValue()).toBe('?');
  });

  it('reaches the first action of the start screen and shows where it is', async () => {
    window = await openWindow();
    const { page } = window;
    const action = page.getByRole('button', { name: 'New project', exact: true });
    await action.waitFor();
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      if (await action.evaluate((element) => element === element.ownerDocument.activeElement)) break;
    }
    expect(await action.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'New project' }).waitFor();
  });
});
