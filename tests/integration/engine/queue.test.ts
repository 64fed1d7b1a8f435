import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { JobEvent, JobProgress } from '../../../src-shared/contract/job.ts';
import { quickRecipe, repeatParts, writeParts } from './parts.ts';
import { eventsOf, outcomeOf, startEngine } from './start-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function workplace() {
  const folder = temporaryFolder();
  const good = join(folder, 'good');
  const many = join(folder, 'many');
  repeatParts(await writeParts(good, { count: 4, seed: 1 }), many, 60);
  const { client } = startEngine();
  await client.project.open({ path: join(folder, 'parts.sparsight'), mode: 'create' });
  return { client, good, many };
}

const progressOf = (events: readonly JobEvent[]): JobProgress[] =>
  events.flatMap((event) => (event.type === 'progress' ? [event.progress] : []));

it('jobs run one after another, in the order in which they were asked for', async () => {
  const { client, good } = await workplace();
  const first = await client.jobs.train({ good: [good], recipe: quickRecipe });
  const second = await client.jobs.inspect({ images: [good] });
  const third = await client.jobs.inspect({ images: [good] });
  await eventsOf(client, third);
  const jobs = (await client.jobs.list()).sort((a, b) => a.id - b.id);
  expect(jobs.map(({ id }) => id)).toEqual([first.jobId, second.jobId, third.jobId]);
  expect(jobs.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  for (const [before, after] of [jobs.slice(0, 2), jobs.slice(1)] as const) {
    expect(after!.startedAt! >= before!.endedAt!).toBe(true);
  }
});

it('a job that fails does not keep the next one from running', async () => {
  const { client, good } = await workplace();
  const failing = await client.jobs.inspect({ images: [good] });
  const events = await eventsOf(client, failing);
  expect(events.at(-1)).toMatchObject({ type: 'failed', error: { code: 'model.missing' } });
  await outcomeOf(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
});

it('progress counts up to the whole, with a rate and the time that is left', async () => {
  const { client, good, many } = await workplace();
  await outcomeOf(client, client.jobs.train({ good: [good], recipe: quickRecipe }));
  const events = await eventsOf(client, await client.jobs.inspect({ images: [many] }));
  const progress = progressOf(events).filter(({ stage }) => stage === 'inspecting');
  expect(progress.map(({ total }) => total)).toEqual(progress.map(() => 60));
  const counts = progress.map(({ done }) => done);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  const last = progress.at(-1)!;
  expect(last).toMatchObject({ done: 60, secondsLeft: 0 });
  expect(last.rate).toBeGreaterThan(0);
  for (const { done, rate, secondsLeft } of progress.filter(({ rate }) => rate !== null)) {
    expect(secondsLeft).toBeCloseTo((60 - done) / rate!, 6);
  }
  expect(events.at(-1)!.type).toBe('done');
});

it('whoever listens late hears every warning, how each stage ended, and the outcome', async () => {
  const { client, good } = await workplace();
  const job = await client.jobs.train({ good: [good], recipe: quickRecipe });
  const live = await eventsOf(client, job);
  const late = await eventsOf(client, job);
  const warnings = (events: JobEvent[]) => events.filter(({ type }) => type === 'warning');
  expect(warnings(live)).toHaveLength(1);
  expect(warnings(late)).toEqual(warnings(live));
  const ends = new Map(progressOf(live).map((progress) => [progress.stage, progress]));
  expect(progressOf(late)).toEqual([...ends.values()]);
  expect(late.at(-1)).toEqual(live.at(-1));
  expect(late.at(-1)!.type).toBe('done');
});

it('a listener may leave and another may come while the job runs', async () => {
  const { client, good } = await workplace();
  const job = await client.jobs.train({ good: [good], recipe: quickRecipe });
  for await (const event of await client.jobs.events(job)) {
    if (event.type === 'progress') break;
  }
  expect((await eventsOf(client, job)).at(-1)!.type).toBe('done');
});
