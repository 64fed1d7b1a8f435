import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Client } from '../../../src-shared/contract/client.ts';
import type { Stage } from '../../../src-shared/contract/job.ts';
import type { InspectOutcome, TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import { quickRecipe, repeatParts, slowRecipe, writeParts } from './parts.ts';
import { outcomeOf, startEngine } from './start-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A project, a folder of good parts, and a folder of so many parts that inspecting them takes seconds. */
async function workplace() {
  const folder = temporaryFolder();
  const good = join(folder, 'good');
  const many = join(folder, 'many');
  repeatParts(await writeParts(good, { count: 8, seed: 1 }), many, 600);
  const { client } = startEngine();
  await client.project.open({ path: join(folder, 'parts.sparsight'), mode: 'create' });
  return { folder, good, many, client };
}

/**
 * Cancels a job once it reports this much of a stage.
 *
 * @returns milliseconds until the job was over
 */
async function cancelAt(client: Client, job: { jobId: number }, at: Stage, least: number): Promise<number> {
  let asked: number | null = null;
  for await (const event of await client.jobs.events(job)) {
    if (event.type === 'cancelled') return performance.now() - asked!;
    if (event.type === 'done' || event.type === 'failed') throw new Error(JSON.stringify(event));
    if (event.type !== 'progress' || asked !== null) continue;
    if (event.progress.stage === at && event.progress.done >= least) {
      asked = performance.now();
      await client.jobs.cancel(job);
    }
  }
  throw new Error('The job did not end.');
}

async function contents(client: Client) {
  const { images, models, runs } = await client.project.summary();
  return { images, models: models.length, runs: runs.length };
}

it.each([
  ['scanning', 0],
  ['scanning', 20],
  ['sampling', 20],
  ['learning', 0],
  ['measuring', 3],
  ['calibrating', 0],
] as const)(
  'training that is cancelled while it is %s (%i done) ends within a second, leaves nothing, and the next training runs',
  async (stage, least) => {
    const { good, many, client } = await workplace();
    // Pictures that are the same are learnt from once: the many make the scan long, the few the rest short.
    const scans = stage === 'scanning';
    const recipe = stage === 'learning' ? slowRecipe : quickRecipe;
    const job = await client.jobs.train({ good: [scans ? many : good], recipe });
    expect(await cancelAt(client, job, stage, scans ? least : Math.min(least, 3))).toBeLessThan(1000);
    expect(await contents(client)).toEqual({ images: 0, models: 0, runs: 0 });
    expect((await client.jobs.list())[0]).toMatchObject({ id: job.jobId, state: 'cancelled', error: null });

    const next = await outcomeOf<TrainOutcome>(
      client,
      client.jobs.train({ good: [good], recipe: quickRecipe }),
    );
    expect(next.images).toBe(8);
    expect(await contents(client)).toEqual({ images: 8, models: 1, runs: 0 });
  },
);

it('an inspection that is cancelled ends within a second, leaves nothing, and the next inspection runs', async () => {
  const { folder, good, many, client } = await workplace();
  await outcomeOf<TrainOutcome>(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
  const mapsFolder = join(folder, 'maps');
  mkdirSync(mapsFolder);
  writeFileSync(join(mapsFolder, 'of the customer_map.png'), '');
  const job = await client.jobs.inspect({ images: [many], mapsFolder });
  expect(await cancelAt(client, job, 'inspecting', 20)).toBeLessThan(1000);
  expect(await contents(client)).toEqual({ images: 8, models: 1, runs: 0 });
  expect(readdirSync(mapsFolder)).toEqual(['of the customer_map.png']);

  const next = await outcomeOf<InspectOutcome>(client, client.jobs.inspect({ images: [good] }));
  expect(next.counts).toMatchObject({ total: 8, unreadable: 0 });
});

it('an evaluation that is cancelled while it inspects leaves neither model nor run', async () => {
  const { folder, client } = await workplace();
  const dataset = join(folder, 'dataset');
  mkdirSync(dataset);
  await writeParts(join(dataset, 'train', 'good'), { count: 6, seed: 1 });
  const tested = await writeParts(join(folder, 'tested'), { count: 3, seed: 2 });
  repeatParts(tested, join(dataset, 'test', 'good'), 300);
  const job = await client.jobs.evaluate({ dataset, recipe: quickRecipe });
  expect(await cancelAt(client, job, 'inspecting', 20)).toBeLessThan(1000);
  expect(await contents(client)).toEqual({ images: 0, models: 0, runs: 0 });
});

it('a job that is cancelled while it waits never starts', async () => {
  const { good, client } = await workplace();
  const first = await client.jobs.train({ good: [good], recipe: slowRecipe });
  const second = await client.jobs.train({ good: [good], recipe: quickRecipe });
  await client.jobs.cancel(second);
  await cancelAt(client, first, 'learning', 0);
  const [listed] = await client.jobs.list();
  expect(listed).toMatchObject({ id: second.jobId, state: 'cancelled', startedAt: null });
});
