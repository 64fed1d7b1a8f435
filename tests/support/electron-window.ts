import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import type { Settings } from '../../src-shared/contract/settings.ts';
import { canHaveDisplay, openDisplay } from './display.ts';
import type { Display } from './display.ts';

const root = join(import.meta.dirname, '..', '..');
const runtime = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules', 'electron', 'dist');
const programs = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' } as const;

/** Why the desktop application cannot be tested here, or nothing. */
export const whyNoElectron: string | undefined = (() => {
  const program =
    process.platform in programs ? programs[process.platform as 'darwin' | 'win32'] : 'electron';
  if (!existsSync(join(runtime, program))) return 'skipped, since there is no Electron here';
  return canHaveDisplay ? undefined : 'skipped, since there is no display and no Xvfb here';
})();

export interface LaunchOptions {
  /** What follows the application on the command line. */
  readonly parameters?: readonly string[];
  readonly settings?: Partial<Settings>;
  /** To be used again by a second start; made anew and removed otherwise. */
  readonly userData?: string;
  /** Where the application finds the person's documents. @default the home folder of whoever runs the tests */
  readonly home?: string;
  /** Of a packaged application. @default Electron with the built program */
  readonly executablePath?: string;
}

export interface LaunchedApplication {
  readonly application: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  readonly close: () => Promise<void>;
}

/** Prepares a display for the tests of a file; gives what starts the built application on it. */
export function desktop(): {
  launch: (options?: LaunchOptions) => Promise<LaunchedApplication>;
  environment: () => Record<string, string>;
} {
  let display: Display | undefined;
  const running: LaunchedApplication[] = [];
  beforeAll(async () => {
    if (whyNoElectron === undefined) display = await openDisplay();
  });
  afterAll(async () => {
    for (const { close } of running.splice(0)) await close();
    display?.close();
  });
  const environment = (): Record<string, string> => ({
    ...(process.env as Record<string, string>),
    DISPLAY: display?.name ?? '',
    // No dialog may wait for somebody.
    SPARSIGHT_UNATTENDED: '1',
  });

  async function launch(options: LaunchOptions = {}): Promise<LaunchedApplication> {
    const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'sparsight-desktop-'));
    const settings = { language: 'en', theme: 'light', workers: 2, ...options.settings };
    writeFileSync(join(userData, 'settings.json'), JSON.stringify({ settings, recent: [] }));
    const application = await _electron.launch({
      ...(options.executablePath === undefined ? {} : { executablePath: options.executablePath }),
      args: [
        ...(options.executablePath === undefined ? [root] : []),
        ...rootSwitches,
        `--user-data-dir=${userData}`,
        ...(options.parameters ?? []),
      ],
      cwd: root,
      env: { ...environment(), ...(options.home === undefined ? {} : { HOME: options.home }) },
      timeout: 60_000,
    });
    const page = await application.firstWindow();
    page.setDefaultTimeout(20_000);
    const launched = {
      application,
      page,
      userData,
      async close() {
        await application.close().catch(() => undefined);
        if (options.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
      },
    };
    running.push(launched);
    return launched;
  }
  return { launch, environment };
}

/** Root, as in containers, may not use Chromium's outer sandbox; the window's own holds all the same. */
export const rootSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
