import { expect, test } from 'vitest';
import { textsIn } from '../../../src-main/electron/texts.ts';
import { menuTemplate } from '../../../src-main/electron/menu.ts';
import { projectIn } from '../../../src-main/electron/opened-files.ts';
import { createRestartLimit } from '../../../src-main/electron/restarts.ts';
import { isOfWindow } from '../../../src-main/electron/window-address.ts';

test('a process is started again three times a minute, then left alone', () => {
  let now = 0;
  const mayRestart = createRestartLimit(() => now);
  expect([mayRestart(), mayRestart(), mayRestart(), mayRestart()]).toEqual([true, true, true, false]);
  now = 61_000;
  expect(mayRestart()).toBe(true);
});

test('the project file of a command line is found among switches, relative to where it was typed', () => {
  expect(projectIn(['--no-sandbox', 'parts/a.SPARSIGHT', 'b.sparsight'], '/home/me')).toMatch(
    /a\.SPARSIGHT$/,
  );
  expect(projectIn(['.', '--project=b.sparsight', 'notes.txt'], '/home/me')).toBeNull();
});

test('only the window itself belongs to the window', () => {
  expect(isOfWindow('sparsight://window/index.html#/images')).toBe(true);
  for (const address of [
    'sparsight://other/index.html',
    'https://window/',
    'file:///index.html',
    'about:blank',
    '',
  ]) {
    expect(isOfWindow(address), address).toBe(false);
  }
});

test('the menu speaks the language of the settings, or else of the system', () => {
  expect(textsIn('system', 'ja-JP').file).toBe('ファイル');
  expect(textsIn('system', 'de-DE').file).toBe('File');
  expect(textsIn('en', 'ja').file).toBe('File');
});

test('every menu item of the system has a text in the language of the menu', () => {
  const commands: string[] = [];
  for (const platform of ['darwin', 'linux', 'win32'] as const) {
    const template = menuTemplate({
      texts: textsIn('ja', 'ja'),
      platform,
      command: (id) => commands.push(id),
      openLogs: () => undefined,
    });
    const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    expect(items.filter(({ label, type }) => label === undefined && type !== 'separator')).toEqual([]);
  }
});
