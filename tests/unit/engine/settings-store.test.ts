import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, expect, it } from 'vitest';
import { SettingsStore } from '../../../src-main/engine/settings/settings-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'sparsight-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const log = pino({ level: 'silent' });
const withTheme = (store: SettingsStore, theme: 'light' | 'dark') =>
  store.change(({ settings, ...rest }) => ({ ...rest, settings: { ...settings, theme } }));

it('settings that nobody has changed are the defaults', async () => {
  const { settings, recent } = await new SettingsStore(join(folder, 'none.json'), log).read();
  expect(settings).toMatchObject({ language: 'system', theme: 'system', operator: '', colourMap: 'inferno' });
  expect(recent).toEqual([]);
});

it('settings outlive the engine, in a folder that is made for them, and nothing else is left there', async () => {
  const path = join(folder, 'new', 'settings.json');
  await withTheme(new SettingsStore(path, log), 'dark');
  expect((await new SettingsStore(path, log).read()).settings.theme).toBe('dark');
  expect(readdirSync(join(folder, 'new'))).toEqual(['settings.json']);
});

it('changes at the same time are all kept', async () => {
  const store = new SettingsStore(join(folder, 'busy.json'), log);
  await Promise.all([
    withTheme(store, 'dark'),
    store.change(({ settings, ...rest }) => ({ ...rest, settings: { ...settings, operator: 'Ada' } })),
  ]);
  expect((await store.read()).settings).toMatchObject({ theme: 'dark', operator: 'Ada' });
});

it('what makes no sense in the file falls back to its default, and the rest is kept', async () => {
  const path = join(folder, 'odd.json');
  const odd = { settings: { theme: 'sepia', operator: 'Ada', future: 1 }, recent: [{ path: 7 }, 'x'] };
  writeFileSync(path, JSON.stringify(odd));
  const read = await new SettingsStore(path, log).read();
  expect(read.settings).toMatchObject({ theme: 'system', operator: 'Ada' });
  expect(read.recent).toEqual([]);
  for (const broken of ['', '{', '[]', '"text"', '{"settings": 5, "recent": {}}']) {
    writeFileSync(path, broken);
    expect((await new SettingsStore(path, log).read()).settings.theme).toBe('system');
  }
  await withTheme(new SettingsStore(path, log), 'light');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ settings: { theme: 'light' } });
});

it('without a file, settings live as long as the engine', async () => {
  const store = new SettingsStore(null, log);
  await withTheme(store, 'dark');
  expect((await store.read()).settings.theme).toBe('dark');
  expect((await new SettingsStore(null, log).read()).settings.theme).toBe('system');
});
