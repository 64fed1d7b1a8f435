import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import { unusableNames, writeUnusable } from '../../support/hostile-pictures.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { quickRecipe } from '../../support/quick-recipe.ts';
import { endOf } from '../../support/run-job.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';

/** Three words with a space between them are a sentence, not a name. */
const english = /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/;

describe('what goes wrong, in Japanese', () => {
  const folder = temporaryFolder();
  const incoming = join(folder, 'incoming');
  let opened: OpenWindow;
  let page: Page;

  beforeAll(async () => {
    const good = await writeParts(join(folder, 'good'), 8);
    await writeParts(incoming, 3, { seed: 100 });
    await writeUnusable(incoming);
    opened = await openWindow({ project: join(folder, 'parts.sparsight'), language: 'ja' });
    const { client } = opened;
    page = opened.page;
    const recipe = recipeSchema.parse(quickRecipe);
    await endOf(client, client.jobs.train({ good, recipe }));
    await endOf(client, client.jobs.inspect({ images: [incoming] }));
    await endOf(client, client.images.import({ paths: [incoming] }));
  });
  afterAll(() => opened.close());

  async function show(screen: string): Promise<void> {
    await page.goto(`${page.url().split('#')[0] ?? ''}#/${screen}`);
    await page.reload();
  }

  test('files that could not be inspected are listed with their reasons', async () => {
    await show('inspect/1');
    await page.getByRole('button', { name: `検査できなかったファイル${unusableNames.length}件` }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('画像empty.pngは空です（0バイト）。').waitFor();
    await screenshot(page, 'inspect-troubles-ja');
    expect(await drawer.innerText()).not.toMatch(english);
    await page.keyboard.press('Escape');
  });

  test('a file that cannot be read says why', async () => {
    await show('images');
    await page.getByRole('gridcell', { name: 'letter.jpg' }).click();
    await page
      .getByText('letter.jpgは、名前にかかわらず、既知の種類の画像ファイルではありません。')
      .waitFor();
    await screenshot(page, 'images-troubles-ja');
    expect(await page.locator('body').innerText()).not.toMatch(english);
  });

  test('learning from images that are gone says what is missing', async () => {
    rmSync(join(folder, 'good'), { recursive: true });
    await show('learn');
    await page.getByRole('main').getByRole('button', { name: '学習を始める', exact: true }).click();
    await page.getByText('学習に使える画像がありません。').first().waitFor();
    await screenshot(page, 'learn-troubles-ja');
    expect(await page.locator('body').innerText()).not.toMatch(english);
  });
});
