import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { desktop, whyNoElectron } from '../../support/electron-window.ts';
import type { LaunchedApplication } from '../../support/electron-window.ts';
import { openedProject } from '../../support/opened-project.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testEngine } from '../../support/test-engine.ts';

describe.skipIf(whyNoElectron !== undefined)(['when the engine dies', whyNoElectron].join(' '), () => {
  const { launch } = desktop();
  let launched: LaunchedApplication;
  beforeAll(async () => {
    const project = join(temporaryFolder(), 'brackets.sparsight');
    const client = testEngine();
    await client.project.open({ path: project });
    await client.project.close();
    launched = await launch({ parameters: [project] });
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
    await openedProject(page, 'brackets');
    expect(await killEngine()).toBeTypeOf('number');
    await page.getByRole('status').filter({ hasText: 'The engine is running again' }).waitFor();
    await openedProject(page, 'brackets');
  });

  test('it is started again a few times only', async () => {
    const { application } = launched;
    const engine = () =>
      application.evaluate(
        ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Sparsight engine')?.pid,
      );
    const dead = new Set<number | undefined>([undefined]);
    const isReplaced = () =>
      expect
        .poll(async () => dead.has(await engine()), { timeout: 4000 })
        .toBe(false)
        .then(
          () => true,
          () => false,
        );
    while (await isReplaced()) {
      dead.add(await killEngine());
      expect(dead.size).toBeLessThan(10);
    }
    expect(await engine()).toBeUndefined();
    expect(application.windows()).toHaveLength(1);
  });
});
