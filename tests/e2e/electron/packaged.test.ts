import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, rootSwitches, whyNoElectron } from '../../support/electron-window.ts';
import { writeParts, quickRecipe } from '../../integration/engine/parts.ts';
import { outcomeOf } from '../../integration/engine/start-engine.ts';
import { openedProject } from '../../support/opened-project.ts';
import { connectToWindow } from '../../support/packaged-window.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testEngine } from '../../support/test-engine.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** Milliseconds; copying the runtime takes most of it. */
const packagingTime = 300_000;
const unpacked = join(root, '.cache', 'packages', 'linux-unpacked');
const why =
  whyNoElectron ?? (process.platform === 'linux' ? undefined : 'skipped, since it is made on Linux');

describe.skipIf(why !== undefined)(['the packaged application', why].join(' '), () => {
  const { environment } = desktop();
  const userData = mkdtempSync(join(tmpdir(), 'sparsight-packaged-'));
  let packaged: ChildProcess | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    await finished(spawn(process.execPath, [join(root, 'scripts', 'package.mjs')], { stdio: 'ignore' }));
    const folder = temporaryFolder();
    const project = join(folder, 'brackets.sparsight');
    await writeParts(join(folder, 'good'), { count: 12, seed: 1 });
    await writeParts(join(folder, 'new'), { count: 3, seed: 2, scratched: true });
    const client = testEngine();
    await client.project.open({ path: project });
    await outcomeOf(client, client.jobs.train({ good: [join(folder, 'good')], recipe: quickRecipe }));
    await outcomeOf(client, client.images.import({ paths: [join(folder, 'new')] }));
    await client.project.close();
    writeFileSync(
      join(userData, 'settings.json'),
      JSON.stringify({ settings: { language: 'en' }, recent: [] }),
    );
    packaged = spawn(
      join(unpacked, 'sparsight'),
      [...rootSwitches, `--user-data-dir=${userData}`, '--remote-debugging-port=0', project],
      { env: environment(), stdio: 'ignore' },
    );
    browser = await connectToWindow(userData);
  }, packagingTime);

  afterAll(async () => {
    await browser?.close();
    packaged?.kill();
    rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
  });

  test('holds only the native libraries that it loads', () => {
    const native = readdirSync(join(unpacked, 'resources', 'app.asar.unpacked'), {
      recursive: true,
      encoding: 'utf8',
    });
    const foreign = /darwin|win32|musl|sharp/;
    expect(native.filter((name) => name.endsWith('.node') && foreign.test(name))).toEqual([]);
    expect(native).toContain(
      join('node_modules', 'better-sqlite3', 'prebuilds', `linux-${process.arch}.node`),
    );
  });

  test('holds no application but its own', () => {
    expect(readdirSync(join(unpacked, 'resources')).filter((name) => name.endsWith('.asar'))).toEqual([
      'app.asar',
    ]);
  });

  test('opens a project and inspects parts', async () => {
    const page = browser!.contexts()[0]!.pages()[0]!;
    page.setDefaultTimeout(60_000);
    await openedProject(page, 'brackets');
    await page.evaluate(() => void (window.location.hash = '#/inspect'));
    await page.getByText('Images of the project').click();
    await page.getByRole('button', { name: 'Start the inspection' }).click();
    await page.getByText('part 3').first().waitFor();
  });
});

function finished(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Packaging ended with ${code ?? 'a signal'}.`)),
    );
  });
}
