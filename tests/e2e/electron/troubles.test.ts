import SqliteConnection from 'better-sqlite3';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import { repeatParts } from '../../integration/engine/parts.ts';
import { desktop, whyNoElectron } from '../../support/electron-window.ts';
import type { LaunchedApplication } from '../../support/electron-window.ts';
import { unusableNames, writeUnusable } from '../../support/hostile-pictures.ts';
import { openedProject } from '../../support/opened-project.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { quickRecipe } from '../../support/quick-recipe.ts';
import { endOf } from '../../support/run-job.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testEngine } from '../../support/test-engine.ts';
import { answerDialogs, resize } from './native.ts';

/** Parts of an inspection that somebody has the time to stop. */
const count = 400;

describe.skipIf(whyNoElectron !== undefined)(['troubles and ends', whyNoElectron].join(' '), () => {
  const { launch } = desktop();
  const folder = temporaryFolder();
  const project = join(folder, 'brackets.sparsight');
  const [good, bad, copies] = ['good', 'bad', 'copies'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const client = testEngine();
  let launched: LaunchedApplication;

  const engine = () =>
    launched.application.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Sparsight engine')?.pid,
    );
  const show = (screen: string) =>
    launched.page.evaluate((hash) => void (window.location.hash = hash), `#/${screen}`);
  /** Starts an inspection of a folder, as chosen in the dialog of the system. */
  async function inspect(path: string): Promise<void> {
    const { application, page } = launched;
    await answerDialogs(application, { open: [path] });
    await show('inspect');
    await page.getByText('A folder', { exact: true }).click();
    await page.getByRole('button', { name: 'Choose a folder' }).click();
    await page.getByText(path).waitFor();
    await page.getByRole('button', { name: 'Start the inspection' }).click();
  }
  /** What the project file holds, as another program reads it. */
  function stored(query: string): unknown {
    const file = new SqliteConnection(project, { readonly: true });
    try {
      return file.prepare(query).pluck().get();
    } finally {
      file.close();
    }
  }

  beforeAll(async () => {
    const parts = await writeParts(good, 8);
    await writeParts(bad, 3, { seed: 100 });
    await writeUnusable(bad);
    repeatParts(parts, copies, count);
    await client.project.open({ path: project });
    await endOf(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
    const slow = { ...quickRecipe, dictionary: { atoms: 256, iterations: 200, patches: 100_000 } };
    await client.recipes.saveDraft({ recipe: recipeSchema.parse(slow) });
    const label = { kind: 'fixed', label: 'good' } as const;
    await endOf(client, client.images.import({ paths: [good], label }));
    await client.project.close();
    launched = await launch({ parameters: [project] });
    await resize(launched.application);
    await openedProject(launched.page, 'brackets');
  });

  test('bad files are named and left out, and the engine lives on', async () => {
    const { application, page } = launched;
    const before = await engine();
    await show('images');
    await answerDialogs(application, { open: [bad] });
    await page.getByRole('button', { name: 'Add folder…' }).first().click();
    await page.getByRole('dialog').getByRole('radio', { name: 'Not yet' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Add images' }).click();
    const outcome = page.getByRole('status').filter({ hasText: 'Images added' });
    // A part of five by five pixels is a picture; that it is too small for a patch shows when it is inspected.
    const unreadable = unusableNames.filter((name) => name !== 'tiny.png');
    await outcome.filter({ hasText: `${unreadable.length} cannot be read` }).waitFor();
    for (const name of unreadable) {
      await page.getByRole('gridcell', { name }).click();
      await page.getByRole('complementary', { name: 'About the image' }).getByText(name).first().waitFor();
    }
    await screenshot(page, 'desktop-bad-files');

    await inspect(bad);
    await page.getByRole('button', { name: `${unusableNames.length} files could not be inspected` }).click();
    for (const name of unusableNames)
      await page.getByRole('dialog').getByText(name, { exact: true }).waitFor();
    await screenshot(page, 'desktop-bad-files-inspected');
    await page.keyboard.press('Escape');
    expect(stored('SELECT count(*) FROM results')).toBe(3);
    expect(await engine()).toBe(before);
  });

  test('learning that is cancelled leaves no model', async () => {
    const { page } = launched;
    await show('learn');
    await page.getByRole('main').getByRole('button', { name: 'Learn', exact: true }).click();
    await page.getByRole('img', { name: /patterns at scale 1/ }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Cancel', exact: true }).first().click();
    await page.getByText('Learning was cancelled').waitFor();
    await screenshot(page, 'desktop-cancelled');
    expect(stored('SELECT count(*) FROM models')).toBe(1);
    expect(stored('SELECT state FROM jobs ORDER BY id DESC')).toBe('cancelled');
  });

  test('an inspection that is cancelled keeps nothing half done', async () => {
    const { page } = launched;
    await inspect(copies);
    await expect
      .poll(() => stored('SELECT count(*) FROM results'), { timeout: 60_000, interval: 20 })
      .toBeGreaterThan(3);
    await page.getByRole('button', { name: 'Cancel', exact: true }).first().click();
    await page.getByRole('heading', { name: 'The inspection was cancelled' }).waitFor();
    await page.getByRole('main').getByRole('button', { name: 'New inspection' }).first().waitFor();
    await screenshot(page, 'desktop-inspection-cancelled');
    expect(stored('SELECT state FROM jobs ORDER BY id DESC')).toBe('cancelled');
    expect(stored('SELECT count(*) FROM results')).toBe(3);
    expect(stored('SELECT count(*) FROM runs')).toBe(1);
  });

  test('a project from a newer version is refused, and the one that was open stays', async () => {
    const { application, page } = launched;
    const newer = join(folder, 'tomorrow.sparsight');
    await client.project.open({ path: newer });
    await client.project.close();
    const file = new SqliteConnection(newer);
    file.pragma('user_version = 9999');
    file.close();
    await answerDialogs(application, { open: [newer] });
    await page.keyboard.press('Control+o');
    const alert = page.getByRole('alert').filter({ hasText: 'tomorrow.sparsight' });
    await alert.filter({ hasText: 'newer Sparsight' }).waitFor();
    await screenshot(page, 'desktop-newer');
    const title = () =>
      application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle());
    expect(await title()).toContain('brackets');
  });
});
