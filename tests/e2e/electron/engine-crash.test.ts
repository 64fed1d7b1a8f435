import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { desktop, whyNoElectron } from '../../support/electron-window.ts';
import type { LaunchedApplication } from '../../support/electron-window.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe.skipIf(whyNoElectron !== undefined)(['when the engine dies', whyNoElectron].join(' '), () => {
  const { launch } = desktop();
  let launched: LaunchedApplication;
  beforeAll(async () => {
    const folder = join(temporaryFolder(), 'projects');
    mkdirSync(folder);
    launched = await launch({ parameters: [join(folder, 'brackets.sparsight')] });
  });

  /** Ends the engine's process as a fault in a native library would. */
  function killEngine(): Promise<number | undefined> {
    return launched.application.evaluate(({ app }) => {
      const engine = app.getAppMetrics().find(({ name }) => name === 'Sparsight engine');
      if (engine !== undefined) process.kill(engine.pid, 'SIGKILL');
      return engine?.pid;
    });
  }

  test('the window says so, stays, and goes on with a new engine and the same project', async () => {
    const { page } = launched;
    await page.getByText('brackets', { exact: false }).first().waitFor();
    expect(await killEngine()).toBeTypeOf('number');
    const notice = page.getByRole('status').filter({ hasText: /engine|restarted|again/i });
    await notice.first().waitFor();
    await expect.poll(() => page.title(), { timeout: 20_000 }).toBeTypeOf('string');
    await page.getByText('brackets', { exact: false }).first().waitFor();
  });

  test('it is started again a few times only', async () => {
    const { application } = launched;
    const engineRuns = () =>
      application.evaluate(({ app }) => app.getAppMetrics().some(({ name }) => name === 'Sparsight engine'));
    for (let death = 0; death < 4; death++) {
      await expect
        .poll(engineRuns, { timeout: 10_000 })
        .toBe(true)
        .catch(() => undefined);
      await killEngine();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await engineRuns()).toBe(false);
    expect(application.windows()).toHaveLength(1);
  });
});
