import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { desktop, rootSwitches, whyNoElectron } from '../../support/electron-window.ts';
import type { LaunchedApplication } from '../../support/electron-window.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testEngine } from '../../support/test-engine.ts';

/** What comes within moments on a machine with nothing else to do. */
const soon = { timeout: 20_000 };

const root = join(import.meta.dirname, '..', '..', '..');

describe.skipIf(whyNoElectron !== undefined)(['the application', whyNoElectron].join(' '), () => {
  const { launch, environment } = desktop();
  const folder = temporaryFolder();
  const first = join(folder, 'brackets.sparsight');
  const second = join(folder, 'housings.sparsight');
  let launched: LaunchedApplication;

  beforeAll(async () => {
    const client = testEngine();
    await client.project.open({ path: first });
    await client.project.open({ path: second });
    await client.project.close();
    launched = await launch({ parameters: [first], settings: { language: 'ja', theme: 'dark' } });
  });

  const title = () =>
    launched.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle());

  test('opens the project file that it is started with', async () => {
    await expect.poll(title, soon).toContain('brackets');
  });

  test('has its menu in the language of the settings, with shortcuts', async () => {
    const menus = await launched.application.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
        label,
        accelerators: (submenu?.items ?? []).map(({ accelerator }) => accelerator).filter(Boolean),
      })),
    );
    expect(menus.map(({ label }) => label)).toEqual(['ファイル', '編集', '移動', '表示', 'ヘルプ']);
    expect(menus[0]?.accelerators).toContain('CmdOrCtrl+O');
  });

  test('is dark before the page is painted when the theme is', async () => {
    const colours = await launched.application.evaluate(({ BrowserWindow, nativeTheme }) => ({
      background: BrowserWindow.getAllWindows()[0]!.getBackgroundColor(),
      dark: nativeTheme.shouldUseDarkColors,
    }));
    expect(colours).toEqual({ background: '#171B21', dark: true });
  });

  test('follows the settings when these change', async () => {
    const { page } = launched;
    await page.evaluate(() => void (window.location.hash = '#/settings'));
    await page.getByRole('combobox', { name: '言語' }).click();
    await page.getByRole('option', { name: 'English' }).click();
    const labels = () =>
      launched.application.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    await expect.poll(labels, soon).toEqual(['File', 'Edit', 'Go', 'View', 'Help']);
  });

  test('runs commands of its menu in the window', async () => {
    await launched.application.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('go.start')?.click();
    });
    await expect.poll(() => launched.page.url(), soon).toContain('#/start');
  });

  test('asks for files with the dialogs of the system', async () => {
    const { application, page } = launched;
    await application.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/parts/good'] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: '/projects/new' });
    });
    interface Native {
      chooseFolders(): Promise<string[]>;
      chooseNewProject(name: string): Promise<string | null>;
    }
    const chosen = await page.evaluate(async () => {
      const { sparsight } = globalThis as unknown as { sparsight: Native };
      return [await sparsight.chooseFolders(), await sparsight.chooseNewProject('Brackets')];
    });
    expect(chosen).toEqual([['/parts/good'], '/projects/new.sparsight']);
  });

  test('shows progress in the task bar and keeps the computer awake meanwhile', async () => {
    const { application, page } = launched;
    const awake = () =>
      application.evaluate(({ powerSaveBlocker }) =>
        [0, 1, 2, 3].some((id) => powerSaveBlocker.isStarted(id)),
      );
    const tell = (fraction: number | null) =>
      page.evaluate((value) => {
        const { sparsight } = globalThis as unknown as {
          sparsight: { setProgress(value: number | null): void };
        };
        sparsight.setProgress(value);
      }, fraction);
    await tell(0.5);
    await expect.poll(awake, soon).toBe(true);
    await tell(null);
    await expect.poll(awake, soon).toBe(false);
  });

  test('started a second time, it focuses the first window and opens the file there', async () => {
    // The package's one export is the path of the program, in a runtime of one's own, too.
    const program = createRequire(import.meta.url)('electron') as unknown as string;
    const again = spawn(program, [root, ...rootSwitches, `--user-data-dir=${launched.userData}`, second], {
      env: environment(),
      stdio: 'ignore',
    });
    const code = await new Promise((resolve) => again.once('exit', resolve));
    expect(code).toBe(0);
    await expect.poll(title, soon).toContain('housings');
    expect(launched.application.windows()).toHaveLength(1);
  });

  test('comes back where it was closed, with the size that it had', async () => {
    const { userData } = await launch({ userData: temporaryFolderFor('state') }).then(async (one) => {
      await one.application.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 60, width: 1100, height: 760 }),
      );
      await one.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
      await one.application.waitForEvent('close').catch(() => undefined);
      return one;
    });
    const again = await launch({ userData });
    const bounds = await again.application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.getBounds(),
    );
    expect(bounds).toMatchObject({ width: 1100, height: 760 });
  });

  function temporaryFolderFor(name: string): string {
    const path = join(folder, name);
    mkdirSync(path);
    return path;
  }
});
