import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';

let window: OpenWindow | undefined;

afterEach(async () => {
  await window?.close();
  window = undefined;
});

async function violations({ page }: OpenWindow): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

describe.each(['light', 'dark'] as const)('accessibility rules in %s colours', (theme) => {
  it('hold on start, settings, help, the command palette and the choice of files', async () => {
    window = await openWindow({ theme });
    const { page } = window;
    await page.getByText('No projects yet').waitFor();
    await screenshot(page, `start-${theme}`);
    expect(await violations(window)).toEqual([]);

    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('textbox', { name: 'Find a component' }).waitFor();
    await screenshot(page, `settings-${theme}`);
    expect(await violations(window)).toEqual([]);

    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('button').first().waitFor();
    await screenshot(page, `help-${theme}`);
    expect(await violations(window)).toEqual([]);

    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Type a command…').waitFor();
    expect(await violations(window)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+o');
    await page
      .getByRole('dialog', { name: 'Open a project' })
      .getByRole('button', { name: 'Cancel' })
      .waitFor();
    await screenshot(page, `files-${theme}`);
    expect(await violations(window)).toEqual([]);
  });
});
