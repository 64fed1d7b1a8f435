import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenshot } from '../../support/screenshot.ts';
import type { ScreenshotOptions } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { writeCycle } from '../../integration/engine/signals/files.ts';
import { chooseFile, chooseFolder, saveAs } from './file-dialogs.ts';
import { framesDuring } from './frames.ts';
import { violations } from './images-violations.ts';

/** Makes a cycle long enough that an inspection of many is still under way when it is cancelled. */
const fourTimes = (torque: Float64Array) => Float64Array.from([...torque, ...torque, ...torque, ...torque]);

describe('signals', () => {
  let opened: OpenWindow;

  beforeAll(async () => {
    opened = await openWindow();
  });
  afterAll(() => opened.close());

  /** A view for a person to look at; axe looks, too. */
  async function look(name: string, options: ScreenshotOptions = {}) {
    const { page } = opened;
    await screenshot(page, name, options);
    expect(await violations(page)).toEqual([]);
  }

  test('opens without a project, by its number key, and offers samples', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    await page.keyboard.press('Control+7');
    await page.getByRole('heading', { name: 'Which signals do you want to look into?' }).waitFor();
    await look('signals-empty');
    await page.getByRole('button', { name: 'Try with sample signals' }).click();
    await page.getByRole('listbox', { name: 'Signals', exact: true }).waitFor();
    await page.getByRole('listbox', { name: 'Good signals' }).waitFor();
  });

  test('shows a signal with its fit, its change points marked and listed', async () => {
    const { page } = opened;
    await page.getByRole('img', { name: /measured and fitted, \d+ change/ }).waitFor();
    await look('signals-trend');
    await page.getByText('Straight pieces', { exact: true }).click();
    await page.getByText('The signal as straight pieces').waitFor();
    await page.getByRole('img', { name: /measured and fitted/ }).waitFor();
    await look('signals-trend-straight');
  });

  test('refits while the slider is dragged: the largest smoothness leaves one piece', async () => {
    const { page } = opened;
    const slider = page.getByRole('slider', { name: 'Smoothness' });
    await slider.focus();
    await page.keyboard.press('End');
    await page.getByText('The signal is one piece.').waitFor();
    for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: 'Found value' }).click();
    await page.getByText('(found)').waitFor();
    await page.getByText('The signal is one piece.').waitFor({ state: 'detached' });
  });

  test('walks through the files by keyboard alone', async () => {
    const { page } = opened;
    const list = page.getByRole('listbox', { name: 'Signals', exact: true });
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const chosen = list.getByRole('option', { selected: true });
    expect(await chosen.getAttribute('aria-posinset')).toBe('2');
    const name = (await chosen.locator('span[title]').getAttribute('title')) ?? '';
    await page.getByRole('img', { name: `${name}: measured and fitted` }).waitFor();
  });

  test('learns from the good signals, inspects the others and shows where they differ', async () => {
    const { page } = opened;
    await page.getByRole('tab', { name: 'Inspect' }).click();
    await page.getByText('Ready to inspect').waitFor();
    await look('signals-ready');
    await page.getByRole('button', { name: 'Learn and inspect' }).click();
    await page.getByRole('progressbar', { name: /^Learning from the good signals/ }).waitFor();
    await screenshot(page, 'signals-running', { isUnderWay: true });
    const list = page.getByRole('listbox', { name: 'Inspected signals, most suspicious first' });
    await list.waitFor();
    await list.focus();
    await page.keyboard.press('Home');
    await page.getByRole('img', { name: /measured and rebuilt, [1-9]\d* marked stretch/ }).waitFor();
    await look('signals-inspect');
    await page.getByRole('img', { name: /Building block 1,/ }).scrollIntoViewIfNeeded();
    await look('signals-blocks');
    await page.keyboard.press('End');
    await page.getByText('Everything looks as it does on good parts.').waitFor();
  });

  test('runs an inspection again by its keys', async () => {
    const { page } = opened;
    await page.getByRole('textbox', { name: 'Good parts rejected at most' }).fill('3');
    await page.getByRole('tab', { name: 'Inspect' }).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('3% of good parts reach it').waitFor();
  });

  test('keeps what was found while another screen is open', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Laboratory' }).click();
    await page.getByRole('heading', { name: 'Laboratory' }).waitFor();
    await page.goBack();
    await page.getByRole('listbox', { name: 'Inspected signals, most suspicious first' }).waitFor();
  });

  test('writes the report in the chosen format', async () => {
    const { page } = opened;
    const folder = temporaryFolder();
    await page.getByRole('button', { name: 'On the cover…' }).click();
    const cover = page.getByRole('dialog', { name: 'On the cover' });
    await cover.getByRole('textbox', { name: 'Customer' }).fill('Example Ltd');
    await screenshot(page, 'signals-cover');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText('JSON', { exact: true }).click();
    await page.getByRole('button', { name: 'Export as JSON…' }).click();
    await saveAs(page, folder, 'torque.json');
    await page.getByText('Report saved').waitFor();
    expect(readdirSync(folder)).toEqual(['torque.json']);
    const report = JSON.parse(readFileSync(join(folder, 'torque.json'), 'utf8')) as object;
    expect(report).toMatchObject({ project: { name: '' }, fields: { customer: 'Example Ltd' } });
    await look('signals-report');
  });

  test('says which file has which problem, and goes on with the others', async () => {
    const { page } = opened;
    const folder = temporaryFolder();
    const rows = Array.from(
      { length: 400 },
      (_, i) => `${i / 100};${Math.sin(i / 20) + (i > 200 ? 3 : 0)};1`,
    );
    writeFileSync(
      join(folder, 'sine.csv'),
      ['time [s];force [N];state', ...rows].join('\n').replaceAll('.', ','),
    );
    writeFileSync(join(folder, 'empty.csv'), '');
    writeFileSync(
      join(folder, 'picture.csv'),
      Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 256),
    );
    await page.getByRole('tab', { name: 'Trend' }).click();
    for (const role of ['Signals', 'Good signals'])
      await page.getByRole('button', { name: `Clear the list: ${role}`, exact: true }).click();
    await page.getByRole('button', { name: 'Add files: Signals' }).click();
    for (const name of ['empty.csv', 'picture.csv', 'sine.csv']) {
      await chooseFile(page, folder, name, 'Choose files');
      if (name !== 'sine.csv')
        await page.getByRole('button', { name: 'Add files: Signals', exact: true }).click();
    }
    await page.getByRole('img', { name: /sine.csv: measured and fitted/ }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Column' }).inputValue()).toBe('force');
    await page.getByRole('button', { name: /\d problems/ }).click();
    await page.getByRole('dialog', { name: 'What was found in the files' }).waitFor();
    await screenshot(page, 'signals-problems');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await look('signals-own');
    await page.getByRole('tab', { name: 'Inspect' }).click();
    await page.getByText('Which signals are good?').waitFor();
    await look('signals-no-good');
    await page.getByRole('button', { name: 'Add files: Good signals' }).first().click();
    await chooseFile(page, folder, 'sine.csv', 'Choose files');
    await page.getByRole('button', { name: 'Learn and inspect' }).click();
    await page.getByRole('alert').waitFor();
    await look('signals-failed');
  });

  test('tells good signals from the others by their folder when the one above is chosen', async () => {
    const { page, client } = opened;
    const { folder } = await client.signals.samples({ out: temporaryFolder() });
    for (const role of ['Signals', 'Good signals'])
      await page.getByRole('button', { name: `Clear the list: ${role}`, exact: true }).click();
    await page.getByRole('button', { name: 'Add a folder: Signals', exact: true }).click();
    await chooseFolder(page, folder);
    await page.getByRole('heading', { name: 'Signals (14)' }).waitFor();
    await page.getByRole('heading', { name: 'Good signals (30)' }).waitFor();
  });

  test('tells how far it is with hundreds of files, and gives up when asked', async () => {
    const { page } = opened;
    const folder = temporaryFolder();
    for (let i = 0; i < 300; i++) writeCycle(folder, `cycle-${i}`, null, fourTimes);
    for (const role of ['Signals', 'Good signals']) {
      await page.getByRole('button', { name: `Clear the list: ${role}`, exact: true }).click();
      await page
        .getByRole('button', { name: `Add a folder: ${role}`, exact: true })
        .first()
        .click();
      await chooseFolder(page, folder);
    }
    await page.getByRole('progressbar', { name: 'Reading files' }).first().waitFor();
    await page
      .getByText(/\d+ of 300/)
      .first()
      .waitFor();
    await screenshot(page, 'signals-reading', { isUnderWay: true });
    await page.getByRole('heading', { name: 'Good signals (300)' }).waitFor();
    await page.getByRole('tab', { name: 'Inspect' }).click();
    await page.getByRole('button', { name: 'Learn and inspect' }).click();
    await page.getByText(/\d+ of 11 · .* per second · .* left/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Ready to inspect').waitFor();
    await page.getByRole('button', { name: 'Learn and inspect' }).click();
    await page.getByText(/\d+ of 11 · .* per second · .* left/).waitFor();
    await look('signals-progress', { isUnderWay: true });
    await page.getByRole('listbox', { name: 'Inspected signals, most suspicious first' }).waitFor();
  });

  test('lets files be chosen that were dropped, since a browser does not say where they lie', async () => {
    const { page } = opened;
    const folder = temporaryFolder();
    writeCycle(folder, 'dropped');
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['1\n2\n'], 'dropped.csv'));
      for (const type of ['dragenter', 'drop'])
        window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    });
    const dialog = page.getByRole('dialog', { name: 'Dropping needs the desktop application' });
    await screenshot(page, 'signals-drop');
    await dialog.getByRole('button', { name: 'Choose files' }).click();
    await chooseFile(page, folder, 'dropped.csv', 'Choose files');
    await page.getByRole('heading', { name: 'Signals (301)' }).waitFor();
  });

  test('shows 100,000 samples without holding the window up', async () => {
    const { page } = opened;
    const folder = temporaryFolder();
    const rows = Array.from({ length: 100_000 }, (_, i) =>
      (Math.sin(i / 3000) + 0.1 * Math.sin(i * 1.7) + (i > 60_000 ? 1 : 0)).toFixed(4),
    );
    writeFileSync(join(folder, 'long.csv'), ['pressure', ...rows].join('\n'));
    await page.getByRole('tab', { name: 'Trend' }).click();
    await page.getByRole('button', { name: 'Clear the list: Signals', exact: true }).click();
    await page.getByRole('button', { name: 'Add files: Signals', exact: true }).click();
    const frames = await framesDuring(page, async () => {
      await chooseFile(page, folder, 'long.csv', 'Choose files');
      await page.getByRole('img', { name: /long.csv: measured and fitted/ }).waitFor();
      await page.getByText('Drawn as means over').waitFor();
    });
    // A single one may have to wait for a busy machine.
    expect(frames.toSorted((a, b) => b - a)[2]).toBeLessThan(300);
    await look('signals-long');
    expect(opened.faults).toEqual([]);
  });

  test('says it in Japanese, in the dark', async () => {
    const { client, page } = opened;
    await client.settings.set({ language: 'ja', theme: 'dark' });
    await page.reload();
    await page.getByRole('button', { name: 'サンプル波形で試す' }).click();
    await page.getByRole('img', { name: /測定値と当てはめ/ }).waitFor();
    await look('signals-trend-ja');
    await page.getByRole('tab', { name: '検査' }).click();
    await page.getByRole('button', { name: '学習して検査' }).click();
    await page
      .getByRole('img', { name: /測定値と組み立てた波形/ })
      .first()
      .waitFor();
    await look('signals-inspect-ja');
  });

  test('names problems of files in Japanese, too', async () => {
    const { page } = opened;
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'empty.csv'), '');
    writeFileSync(join(folder, 'few.csv'), 'Torque\n1\n2\n3\n');
    await page.getByRole('button', { name: '調べる波形にフォルダーを追加' }).click();
    await chooseFolder(page, folder, {
      title: 'フォルダーを選択',
      folder: 'フォルダー',
      choose: 'このフォルダーを選択',
    });
    await page.getByRole('button', { name: '2件の問題' }).click();
    const dialog = page.getByRole('dialog', { name: 'ファイルの問題' });
    await dialog.getByText('empty.csvは空です（0バイト）。').waitFor();
    await dialog.getByText('few.csvのTorqueは3点しかなく、調べられません。').waitFor();
    await screenshot(page, 'signals-problems-ja');
  });
});
