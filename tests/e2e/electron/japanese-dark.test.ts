import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { desktop, whyNoElectron } from '../../support/electron-window.ts';
import { openedProject } from '../../support/opened-project.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testEngine } from '../../support/test-engine.ts';
import { inspectLabelled } from '../labelled-run.ts';
import { resize } from './native.ts';

/** Three small words with a space between them are a sentence, not a name nor a licence. */
const english = /[a-z]{2,} [a-z]{2,} [a-z]{2,}/;
/** What the command line prints, as the guide quotes it. */
const quotes = /（[^）]*）/g;

/** What is written on the page in sentences: commands are the same in every language. */
function sentences(page: Page): Promise<string> {
  return page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const element of body.querySelectorAll('code, pre, script, style')) element.remove();
    return body.innerText;
  });
}

/** Of the ground that everything lies on: 0 is black, 1 is white. */
function brightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const parts = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? [];
    return Math.max(...parts.slice(0, 3).map(Number)) / 255;
  });
}

describe.skipIf(whyNoElectron !== undefined)(
  ['in Japanese and in dark colours', whyNoElectron].join(' '),
  () => {
    const { launch } = desktop();
    const folder = temporaryFolder();
    let page: Page;

    beforeAll(async () => {
      const client = testEngine();
      const project = join(folder, 'parts.sparsight');
      await client.project.open({ path: project });
      await inspectLabelled(client, folder);
      await client.project.close();
      const launched = await launch({
        parameters: [project],
        settings: { language: 'ja', theme: 'dark' },
      });
      await resize(launched.application);
      page = launched.page;
      await openedProject(page, 'parts');
    });

    test.each([
      ['start', (window: Page) => window.getByRole('button', { name: '新規プロジェクト', exact: true })],
      ['images', (window: Page) => window.getByRole('gridcell').first()],
      ['learn/1', (window: Page) => window.getByRole('tab').first()],
      ['inspect/1', (window: Page) => window.getByRole('grid').getByRole('row').nth(2)],
      ['part/1', (window: Page) => window.getByRole('application')],
      ['evaluate/1', (window: Page) => window.getByRole('slider').first()],
      ['reports/1', (window: Page) => window.frameLocator('iframe').locator('h1')],
      ['signals', (window: Page) => window.getByRole('heading', { level: 1 })],
      ['laboratory', (window: Page) => window.getByRole('heading', { level: 1 })],
      ['settings', (window: Page) => window.getByRole('heading', { level: 1 })],
      ['help', (window: Page) => window.getByRole('heading', { level: 1 })],
    ])('%s is dark and has no English sentence', async (screen, isThere) => {
      await page.evaluate((hash) => void (window.location.hash = hash), `#/${screen}`);
      await isThere(page).waitFor({ state: 'attached' });
      await screenshot(page, `desktop-ja-dark-${screen.replace('/1', '')}`);
      expect(await page.locator('html').getAttribute('lang')).toBe('ja');
      expect(await brightness(page)).toBeLessThan(0.2);
      expect((await sentences(page)).replaceAll(quotes, '')).not.toMatch(english);
    });
  },
);
