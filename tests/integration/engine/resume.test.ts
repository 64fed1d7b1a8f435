import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Client } from '../../../src-shared/contract/client.ts';
import { openProject } from '../../../src-main/storage/open-project.ts';
import { eq } from '../../../src-main/storage/query-builder.ts';
import { jobs, runs } from '../../../src-main/storage/schema.ts';
import type { InspectOutcome, TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import { Killable } from './killable.ts';
import { quickRecipe, repeatParts, writeParts } from './parts.ts';
import { outcomeOf, startEngine } from './start-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What an inspection found, without what tells two runs apart. */
async function findings(client: Client, runId: number) {
  const { rows } = await client.results.list({ runId, limit: 1000 });
  return rows
    .map(({ path, sha256, decision, score, psnr, ssim, regionCount }) => ({
      ...{ path, sha256, decision, score, psnr, ssim, regionCount },
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function interruptedInspection(client: Client): Promise<{ jobId: number }> {
  const { jobs } = await client.project.summary();
  const job = jobs.find(({ kind, state }) => kind === 'inspect' && state === 'interrupted');
  return { jobId: job!.id };
}

it('an inspection whose process was killed is resumed to the results of one that ran through', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'parts.sparsight');
  const written = await writeParts(join(folder, 'good'), { count: 6, seed: 1 });
  const count = 60;
  repeatParts(written, join(folder, 'parts'), count);
  const session = new Killable(path, join(folder, 'good'), join(folder, 'parts'), 0);
  await session.go();
  await session.said((lines) => lines.some((line) => Number(/^inspecting (\d+)$/.exec(line)?.[1]) > 20));
  await session.kill();
  expect(session.lines).not.toContain('run');

  const { client } = startEngine();
  const { runs } = await client.project.open({ path, mode: 'write' });
  expect(runs).toHaveLength(1);
  expect(runs[0]).toMatchObject({ state: 'interrupted' });
  const stored = runs[0]!.counts.total;
  expect(stored).toBeGreaterThan(0);
  expect(stored).toBeLessThan(count);
  const before = await findings(client, runs[0]!.id);

  const resumed = await outcomeOf<InspectOutcome>(
    client,
    client.jobs.resume(await interruptedInspection(client)),
  );
  expect(resumed).toMatchObject({ runId: runs[0]!.id, counts: { total: count, unreadable: 0 } });
  const through = await outcomeOf<InspectOutcome>(
    client,
    client.jobs.inspect({ images: [join(folder, 'parts')] }),
  );
  const after = await findings(client, resumed.runId);
  expect(after).toEqual(await findings(client, through.runId));
  expect(after).toEqual(expect.arrayContaining(before));
  const { jobs: ended } = await client.project.summary();
  expect(ended.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
});

/** A project with one inspection of three parts, as a crash after its last part would leave it. */
async function interruptedAtTheEnd(runState: 'interrupted' | 'done') {
  const folder = temporaryFolder();
  const path = join(folder, 'parts.sparsight');
  const good = join(folder, 'good');
  await writeParts(good, { count: 3, seed: 1 });
  const engine = startEngine(1);
  const { client } = engine;
  await client.project.open({ path, mode: 'create' });
  await outcomeOf<TrainOutcome>(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
  const { runId } = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [good] }));
  const found = await findings(client, runId);
  await engine.close();
  const project = openProject(path, { mode: 'write' });
  project.transaction((database) => {
    const running = { state: 'running', outcome: null, endedAt: null } as const;
    database.update(jobs).set(running).where(eq(jobs.kind, 'inspect')).run();
    if (runState === 'interrupted') {
      const started = { state: 'running', endedAt: null, seconds: 100 } as const;
      database.update(runs).set(started).where(eq(runs.id, runId)).run();
    }
  });
  project.close();
  return { path, found, runId };
}

it.each(['interrupted', 'done'] as const)(
  'an inspection that was cut short after its last part keeps its results when it is resumed (run %s)',
  async (runState) => {
    const { path, found, runId } = await interruptedAtTheEnd(runState);
    const { client } = startEngine(1);
    await client.project.open({ path, mode: 'write' });
    const job = client.jobs.resume(await interruptedInspection(client));
    const outcome = await outcomeOf<InspectOutcome>(client, job);
    expect(outcome).toMatchObject({ runId, counts: { total: 3 } });
    expect(await findings(client, runId)).toEqual(found);
    // What was worked on it before the crash counts, too.
    if (runState === 'interrupted') expect(outcome.seconds).toBeGreaterThan(100);
  },
);

it('only an inspection that was interrupted can be resumed', async () => {
  const folder = temporaryFolder();
  const good = join(folder, 'good');
  await writeParts(good, { count: 3, seed: 1 });
  const { client } = startEngine(1);
  await client.project.open({ path: join(folder, 'parts.sparsight'), mode: 'create' });
  const job = await client.jobs.train({ good: [good], recipe: quickRecipe });
  await outcomeOf<TrainOutcome>(client, Promise.resolve(job));
  const refusal = { data: { code: 'job.missing', next: 'Start it anew.' } };
  await expect(client.jobs.resume(job)).rejects.toMatchObject(refusal);
});
