import SqliteConnection from 'better-sqlite3';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../../src-shared/contract/client.ts';
import { repeatParts } from '../../integration/engine/parts.ts';
import { desktop, whyNoElectron } from '../../support/electron-window.ts';
import type { LaunchedApplication } from '../../support/electron-window.ts';
import { openedProject } from '../../support/opened-project.ts';
import { writeParts } from '../../support/part-pictures.ts';
import { quickRecipe } from '../../support/quick-recipe.ts';
import { endOf } from '../../support/run-job.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testEngine } from '../../support/test-engine.ts';

const count = 160;
/** Milliseconds; three inspections of so many parts on a busy machine. */
const patience = 300_000;

async function findings(client: Client, runId: number) {
  const { rows } = await client.results.list({ runId, limit: 1000 });
  return rows
    .map(({ path, sha256, decision, score, psnr, ssim }) => ({ path, sha256, decision, score, psnr, ssim }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

describe.skipIf(whyNoElectron !== undefined)(
  ['when the engine dies in the middle of an inspection', whyNoElectron].join(' '),
  () => {
    const { launch } = desktop();
    const folder = temporaryFolder();
    const project = join(folder, 'brackets.sparsight');
    const client = testEngine();
    let launched: LaunchedApplication;

    beforeAll(async () => {
      await client.project.open({ path: project });
      await writeParts(join(folder, 'good'), 8);
      await endOf(client, client.jobs.train({ good: [join(folder, 'good')], recipe: quickRecipe }));
      const parts = await writeParts(join(folder, 'parts'), 20, { seed: 100, blot: true });
      repeatParts(parts, join(folder, 'copies'), count);
      await endOf(client, client.images.import({ paths: [join(folder, 'copies')] }));
      await client.project.close();
      launched = await launch({ parameters: [project] });
    });

    test(
      'the window says so and goes on with it, to the results of one that ran through',
      async () => {
        const { application, page } = launched;
        page.setDefaultTimeout(60_000);
        await openedProject(page, 'brackets');
        await page.evaluate(() => void (window.location.hash = '#/inspect'));
        await page.getByText('Images of the project').click();
        await page.getByRole('button', { name: 'Start the inspection' }).click();

        const file = new SqliteConnection(project, { readonly: true });
        const inspected = () => file.prepare('SELECT count(*) FROM results').pluck().get() as number;
        await expect.poll(inspected, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
        await application.evaluate(({ app }) => {
          const engine = app.getAppMetrics().find(({ name }) => name === 'Sparsight engine');
          if (engine !== undefined) process.kill(engine.pid, 'SIGKILL');
        });
        const notice = page.getByRole('status').filter({ hasText: 'The engine is running again' });
        await notice.waitFor();
        const before = inspected();
        expect(before).toBeLessThan(count);
        await notice.getByRole('button', { name: 'Continue the inspection' }).click();
        await expect.poll(inspected, { timeout: 90_000 }).toBeGreaterThanOrEqual(count);
        const ended = () => file.prepare('SELECT state FROM jobs ORDER BY id DESC').pluck().get() as string;
        await expect.poll(ended, { timeout: 30_000 }).toBe('done');
        file.close();
        await launched.close();

        await client.project.open({ path: project });
        const [resumed] = await client.runs.list({});
        const images = [join(folder, 'copies')];
        const through = await endOf<{ runId: number }>(client, client.jobs.inspect({ images }));
        expect(await findings(client, resumed!.id)).toEqual(await findings(client, through.outcome!.runId));
      },
      patience,
    );
  },
);
