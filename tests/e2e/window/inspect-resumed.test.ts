import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine } from '../../../src-main/engine/engine.ts';
import { openProject } from '../../../src-main/storage/open-project.ts';
import { eq, inArray } from '../../../src-main/storage/query-builder.ts';
import { jobs, results, runs } from '../../../src-main/storage/schema.ts';
import { screenshot } from '../../support/screenshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openWindow } from '../../support/window.ts';
import type { OpenWindow } from '../../support/window.ts';
import { inspectParts } from './part-project.ts';

const folder = temporaryFolder();
const path = join(folder, 'parts.sparsight');
let window: OpenWindow;
let runId: number;
let before: { name: string; score: number }[];

const found = async (client: OpenWindow['client']) =>
  (await client.results.list({ runId, limit: 1000 })).rows
    .map(({ path: file, score }) => ({ name: file, score }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** An inspection as a crash in its midst leaves it: some parts stored, neither run nor job ended. */
beforeAll(async () => {
  const engine = createEngine({ workers: 2, log: pino({ level: 'silent' }) });
  const { client } = engine;
  await client.project.open({ path, mode: 'create' });
  ({ runId } = await inspectParts(client, folder));
  before = await found(client);
  await engine.close();
  const project = openProject(path, { mode: 'write' });
  project.transaction((database) => {
    const stored = database.select({ id: results.id }).from(results).where(eq(results.runId, runId)).all();
    const lost = stored.slice(2).map(({ id }) => id);
    database.delete(results).where(inArray(results.id, lost)).run();
    const running = { state: 'running', outcome: null, endedAt: null } as const;
    database.update(jobs).set(running).where(eq(jobs.kind, 'inspect')).run();
    const started = { state: 'running', endedAt: null, seconds: null } as const;
    database.update(runs).set(started).where(eq(runs.id, runId)).run();
  });
  project.close();
  window = await openWindow({ project: path });
});
afterAll(() => window.close());

it('goes on with an inspection that was interrupted, and ends as if it never had been', async () => {
  const { page, client } = window;
  await page.evaluate((hash) => (location.hash = hash), `#/inspect/${runId}`);
  await page.getByText('The inspection was interrupted').waitFor();
  await page.getByText('2 parts', { exact: true }).waitFor();
  await screenshot(page, 'inspect-interrupted');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText(`${before.length} parts`, { exact: true }).waitFor({ timeout: 60_000 });
  await page.getByText('The inspection was interrupted').waitFor({ state: 'detached' });
  expect(await found(client)).toEqual(before);
  expect((await client.runs.get({ runId })).state).toBe('done');
  expect(window.faults).toEqual([]);
});
