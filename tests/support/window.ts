import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { createEngine } from '../../src-main/engine/engine.ts';
import { applicationFiles } from '../../src-main/hosting/application-files.ts';
import { startBrowserHost } from '../../src-main/web/browser-host.ts';
import type { Client } from '../../src-shared/contract/client.ts';
import { chromiumPath } from './chromium-path.ts';
import { windowSize } from './window-size.ts';

export interface WindowOptions {
  /** Opened before the window is; made where there is none. */
  readonly project?: string;
  /** @default 'en' */
  readonly language?: 'en' | 'ja';
  /** @default 'light' */
  readonly theme?: 'light' | 'dark';
}

export interface OpenWindow {
  readonly page: Page;
  /** The engine behind the window, for setting up and for checking what the window did. */
  readonly client: Client;
  /** What the page wrote to its console as an error, and what nobody caught in it. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** The built window in a browser without a display, with an engine of its own in this process. */
export async function openWindow({
  project,
  language = 'en',
  theme = 'light',
}: WindowOptions = {}): Promise<OpenWindow> {
  const userData = mkdtempSync(join(tmpdir(), 'sparsight-window-'));
  const log = pino({ level: 'silent' });
  const { settingsFile, cacheFolder } = applicationFiles(userData);
  const engine = createEngine({
    workers: 2,
    log,
    settingsFile,
    cacheFolder,
    documentsFolder: userData,
  });
  const { client } = engine;
  await client.settings.set({ language, theme });
  if (project !== undefined) await client.project.open({ path: project });
  const host = await startBrowserHost({ router: engine.router, log });
  // Root, as in containers, may not use the browser's own sandbox.
  const sandbox = process.getuid?.() !== 0;
  const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: sandbox });
  const context = await browser.newContext({
    viewport: windowSize,
    colorScheme: theme,
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // Long enough for a machine that is busy with other tests.
  page.setDefaultTimeout(45_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(host.url);
  return {
    page,
    client,
    faults,
    async close() {
      await browser.close();
      await host.close();
      await engine.close();
      rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
