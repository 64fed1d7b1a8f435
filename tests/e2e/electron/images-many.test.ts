import SqliteConnection from 'better-sqlite3';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { desktop, whyNoElectron } from '../../support/electron-window.ts';
import type { LaunchedApplication } from '../../support/electron-window.ts';
import { writeMany } from '../../support/many-pictures.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { costOfScrolling } from '../scrolling.ts';
import { answerDialogs, resize } from './native.ts';

const many = 5000;
/** Milliseconds; so many files on a busy machine. */
const longWork = 240_000;

describe.skipIf(whyNoElectron !== undefined)(['5,000 images on the desktop', whyNoElectron].join(' '), () => {
  const { launch } = desktop();
  const folder = temporaryFolder();
  const project = join(folder, 'many.sparsight');
  let launched: LaunchedApplication;

  beforeAll(async () => {
    await writeMany(join(folder, 'many'), many);
    launched = await launch();
    await resize(launched.application);
  }, longWork);

  const labelled = () => {
    const file = new SqliteConnection(project, { readonly: true });
    try {
      return file.prepare("SELECT count(*) FROM images WHERE label = 'good'").pluck().get();
    } finally {
      file.close();
    }
  };

  test(
    'come in by the dialog of the system, and the grid keeps only the rows in sight',
    async () => {
      const { application, page } = launched;
      await answerDialogs(application, { save: project, open: [join(folder, 'many')] });
      await page.getByRole('button', { name: 'New project', exact: true }).click();
      await page.getByRole('button', { name: 'Add folder…' }).first().click();
      await page.getByRole('dialog').getByRole('radio', { name: 'Not yet' }).check();
      await page.getByRole('dialog').getByRole('button', { name: 'Add images' }).click();
      await page.getByRole('status').filter({ hasText: '5,000 added' }).waitFor({ timeout: longWork });
      await page.getByRole('gridcell', { name: 'part-1.png' }).waitFor();
      expect(await page.getByRole('gridcell').count()).toBeLessThan(80);
    },
    longWork,
  );

  test('scroll without holding up the window', async () => {
    const { page } = launched;
    // A frame over 50 ms is felt. Ten rows are new with each of these steps: more than any wheel brings.
    expect(await costOfScrolling(page.getByRole('grid'))).toBeLessThan(50);
    const last = page.getByRole('gridcell', { name: `part-${many}.png` });
    await last.locator('img').waitFor();
    await screenshot(page, 'desktop-images-many');
  });

  test('are labelled all at once by key, and that is taken back', async () => {
    const { page } = launched;
    await page.getByRole('gridcell', { name: `part-${many}.png` }).click();
    await page.keyboard.press('Control+a');
    await page.getByText('5,000 images selected').waitFor();
    await page.keyboard.press('1');
    await expect.poll(labelled, { timeout: 20_000 }).toBe(many);
    await page.keyboard.press('Control+z');
    await expect.poll(labelled, { timeout: 20_000 }).toBe(0);
  });
});
