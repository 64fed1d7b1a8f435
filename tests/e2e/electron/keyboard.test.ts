import SqliteConnection from 'better-sqlite3';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { desktop, whyNoElectron } from '../../support/electron-window.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { tabTo } from '../tab-to.ts';
import { answerDialogs, resize } from './native.ts';

/** Milliseconds; learning on a busy machine. */
const longWork = 240_000;

/** As another program reads them from the project file. */
function limitsOfRun(project: string): unknown {
  const file = new SqliteConnection(project, { readonly: true });
  try {
    return JSON.parse(file.prepare('SELECT limits FROM runs').pluck().get() as string);
  } finally {
    file.close();
  }
}

describe.skipIf(whyNoElectron !== undefined)(['the keyboard alone', whyNoElectron].join(' '), () => {
  const { launch } = desktop();
  const folder = temporaryFolder();
  const [good, incoming] = [join(folder, 'good'), join(folder, 'incoming')];

  beforeAll(async () => {
    await writeParts(good, 12);
    await writeParts(incoming, 2, { seed: 100, blot: true });
  });

  test('leads from a new project to the report on judged parts', async () => {
    const { application, page } = await launch();
    await resize(application);
    const main = page.getByRole('main');
    const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Welcome to Sparsight' }).waitFor();

    await answerDialogs(application, { save: join(folder, 'parts.sparsight'), open: [good] });
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Type a command…').waitFor();
    await page.keyboard.type('new pro');
    await page
      .getByRole('button', { name: 'Settings' })
      .and(page.locator('[data-action]'))
      .waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await heading('Images');
    await tabTo(main.getByRole('button', { name: 'Add folder…' }).first());
    await page.keyboard.press('Enter');
    await tabTo(page.getByRole('dialog').getByRole('button', { name: 'Add images' }));
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Images added' }).waitFor();

    await page.keyboard.press('Control+3');
    await heading('Learn');
    await tabTo(main.getByRole('button', { name: 'Learn', exact: true }));
    await page.keyboard.press('Enter');
    await page.getByText('The model is ready').waitFor({ timeout: longWork });

    await answerDialogs(application, { open: [incoming] });
    await page.keyboard.press('Control+4');
    await heading('Inspect');
    await tabTo(main.getByRole('button', { name: 'Choose a folder' }));
    await page.keyboard.press('Enter');
    await page.getByText(incoming).waitFor();
    await tabTo(main.getByRole('button', { name: 'Start the inspection' }));
    await page.keyboard.press('Enter');
    const results = page.getByRole('grid', { name: 'Results' });
    await results.getByRole('row', { name: /part-2\.png/ }).waitFor({ timeout: longWork });
    await page.getByText('2 parts', { exact: true }).waitFor({ timeout: longWork });

    await tabTo(results);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByText('1 of 2').waitFor();
    await page.keyboard.press('c');
    await page.keyboard.type('dark blot');
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    await page.getByText('2 of 2').waitFor();
    await screenshot(page, 'desktop-keyboard-part');
    await page.keyboard.press('r');

    await page.keyboard.press('Control+5');
    await heading('Evaluate');
    const limit = page.getByRole('slider', { name: 'Review limit' });
    await tabTo(limit);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const wanted = Number(await limit.getAttribute('aria-valuenow'));
    await tabTo(page.getByRole('button', { name: 'Apply to this inspection' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => limitsOfRun(join(folder, 'parts.sparsight'))).toMatchObject({ review: wanted });
    await screenshot(page, 'desktop-keyboard-evaluate');

    const report = join(folder, 'report.pdf');
    await answerDialogs(application, { save: report });
    await page.keyboard.press('Control+6');
    await heading('Reports');
    await tabTo(page.getByRole('textbox', { name: 'Customer' }));
    await page.keyboard.type('Nippon Bearings');
    await page.frameLocator('iframe[title="Preview of the report"]').getByText('dark blot').first().waitFor();
    await tabTo(page.getByRole('button', { name: 'Export as PDF…' }));
    await screenshot(page, 'desktop-keyboard-report');
    await page.keyboard.press('Enter');
    await page.getByText('Report saved').waitFor({ timeout: longWork });
    expect((await readFile(report)).subarray(0, 5).toString()).toBe('%PDF-');
  }, 600_000);
});
