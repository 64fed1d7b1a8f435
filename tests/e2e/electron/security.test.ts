import { describe, expect, test, beforeAll } from 'vitest';
import { desktop, whyNoElectron } from '../../support/electron-window.ts';
import type { LaunchedApplication } from '../../support/electron-window.ts';

describe.skipIf(whyNoElectron !== undefined)(['the window', whyNoElectron].join(' '), () => {
  const { launch } = desktop();
  let launched: LaunchedApplication;
  beforeAll(async () => {
    launched = await launch();
    await launched.page.getByRole('heading').first().waitFor();
  });

  test('runs sandboxed, isolated and without Node', async () => {
    const { application, page } = launched;
    const preferences = await application.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    expect(
      await page.evaluate(() => ['require', 'process', 'module'].map((name) => name in globalThis)),
    ).toEqual([false, false, false]);
  });

  test('is given one object by the native side, and it cannot be replaced', async () => {
    const names = await launched.page.evaluate(() =>
      Object.keys((globalThis as unknown as { sparsight: object }).sparsight).sort(),
    );
    expect(names).toEqual([
      'chooseFile',
      'chooseFiles',
      'chooseFolders',
      'chooseImages',
      'chooseNewProject',
      'chooseProject',
      'chooseSavePath',
      'onCommand',
      'onOpenProject',
      'openPath',
      'pathOfFile',
      'setProgress',
      'showInFolder',
      'windowTitle',
    ]);
  });

  test('is served under its own scheme with a policy that starts from none', async () => {
    const { page } = launched;
    expect(page.url()).toMatch(/^sparsight:\/\/window\/index\.html/);
    const policy = await launched.application.evaluate(async ({ net }) =>
      (await net.fetch('sparsight://window/index.html')).headers.get('Content-Security-Policy'),
    );
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
  });

  test('cannot run code from a string', async () => {
    const refused = await launched.page.evaluate(() => {
      const place = document.createElement('div');
      place.setAttribute('onclick', 'globalThis.ran = true');
      place.click();
      return !('ran' in globalThis);
    });
    expect(refused).toBe(true);
  });

  test('has no address for files outside the built window', async () => {
    const status = await launched.application.evaluate(({ net }) =>
      Promise.all(
        [
          'sparsight://window/../package.json',
          'sparsight://window/..%2f..%2fpackage.json',
          'sparsight://window/%2e%2e/%2e%2e/package.json',
          'sparsight://window//etc/passwd',
          'sparsight://window/assets/..%5c..%5cpackage.json',
          'sparsight://other/index.html',
        ].map(async (address) => (await net.fetch(address)).status),
      ),
    );
    expect(new Set(status)).toEqual(new Set([404]));
  });

  test('cannot be led to another page', async () => {
    const { page } = launched;
    const before = page.url();
    for (const address of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,away']) {
      await page.evaluate((to) => window.location.assign(to), address);
      await page.waitForTimeout(100);
      expect(page.url(), address).toBe(before);
    }
  });

  test('cannot open another window', async () => {
    const { application, page } = launched;
    expect(await page.evaluate(() => window.open('sparsight://window/index.html'))).toBeNull();
    expect(application.windows()).toHaveLength(1);
  });

  test('cannot hold a webview', async () => {
    const { application, page } = launched;
    await page.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'sparsight://window/index.html');
      document.body.append(view);
    });
    await page.waitForTimeout(200);
    expect(await application.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  test('reaches no network', async () => {
    const { application, page } = launched;
    const reached = await page.evaluate(() =>
      Promise.all(
        ['https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/passwd'].map((address) =>
          fetch(address, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          ),
        ),
      ),
    );
    expect(reached).toEqual([false, false, false]);
    // Not even what the policy of the page does not see.
    const fromSession = await application.evaluate(({ session }) =>
      session.defaultSession.fetch('http://127.0.0.1:1/').then(
        () => 'reached',
        (error: unknown) => String(error),
      ),
    );
    expect(fromSession).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  test('is granted no permission', async () => {
    const states = await launched.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
      ] as PermissionName[];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(states).toEqual(states.map(() => 'denied'));
  });

  test('is not heard when a frame inside it speaks, or when it makes no sense', async () => {
    const { application, page } = launched;
    const title = () =>
      application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle());
    const before = await title();
    await page.evaluate(() => {
      const { sparsight } = globalThis as unknown as { sparsight: { windowTitle(title: unknown): void } };
      sparsight.windowTitle({ toString: 'no text' });
    });
    await application.evaluate(({ ipcMain, BrowserWindow }) => {
      const sender = BrowserWindow.getAllWindows()[0]!.webContents;
      ipcMain.emit('windowTitle', { sender, senderFrame: { url: 'https://example.com/' } }, 'Taken over');
    });
    expect(await title()).toBe(before);
  });

  test('has files shown by the system only when these are documents', async () => {
    const { application, page } = launched;
    await application.evaluate(({ shell }) => {
      const calls: string[] = [];
      Object.assign(globalThis, { calls });
      shell.openPath = (path) => (calls.push(`open ${path}`), Promise.resolve(''));
      shell.showItemInFolder = (path) => void calls.push(`show ${path}`);
    });
    await page.evaluate(async () => {
      const { sparsight } = globalThis as unknown as { sparsight: { openPath(path: string): Promise<void> } };
      await sparsight.openPath('/reports/report.pdf');
      await sparsight.openPath('/downloads/program.sh');
      await sparsight.openPath('/downloads/program.exe');
    });
    const calls = await application.evaluate(() => (globalThis as unknown as { calls: string[] }).calls);
    expect(calls).toEqual([
      'open /reports/report.pdf',
      'show /downloads/program.sh',
      'show /downloads/program.exe',
    ]);
  });
});
