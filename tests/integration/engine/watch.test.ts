import { createHash } from 'node:crypto';
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import type { InspectOutcome } from '../../../src-shared/contract/outcomes.ts';
import { learntAndInspected } from './learnt-and-inspected.ts';
import { outcomeOf } from './start-engine.ts';

it('a watched folder has each file inspected once it is complete, while other jobs run, and ends whole', async () => {
  const { client, folder, parts } = await learntAndInspected();
  const camera = join(folder, 'camera');
  mkdirSync(camera);
  const { jobId } = await client.jobs.inspect({ images: [camera], watch: true, title: 'Night shift' });
  const events = client.jobs.events({ jobId });
  let runId = 0;
  const warnings: string[] = [];
  const outcome = (async () => {
    for await (const event of await events) {
      if (event.type === 'run') runId = event.runId;
      if (event.type === 'warning') warnings.push(event.warning.code);
      if (event.type === 'done') return event.outcome as InspectOutcome;
    }
    throw new Error('The watch did not end whole.');
  })();
  const picture = await readFile(join(parts, 'part 2.png'));
  const half = Math.floor(picture.length / 2);

  // Slowly, with a break that is longer than a file is left alone; in one move; and nothing but a beginning.
  const slow = join(camera, 'slow.png');
  await writeFile(slow, picture.subarray(0, half));
  await writeFile(join(folder, 'moved.tmp'), picture);
  await rename(join(folder, 'moved.tmp'), join(camera, 'moved.png'));
  await sleep(2500);
  await appendFile(slow, picture.subarray(half));
  const names = async () => (await client.results.list({ runId })).rows.map(({ name }) => name);
  const isThere = async (name: string) => {
    for (let tries = 0; tries < 300; tries++) {
      if (runId > 0 && (await names()).includes(name)) return true;
      await sleep(100);
    }
    return false;
  };
  expect(await isThere('moved.png')).toBe(true);
  expect(await isThere('slow.png')).toBe(true);
  expect(warnings).toEqual([]);
  // Another job does not wait for the watch to end.
  await outcomeOf(client, client.jobs.inspect({ images: [parts] }));

  await client.jobs.cancel({ jobId });
  expect(await outcome).toMatchObject({ runId, counts: { total: 2, unreadable: 0 } });
  expect(await client.runs.get({ runId })).toMatchObject({ state: 'done', title: 'Night shift' });
  const rows = (await client.results.list({ runId })).rows;
  expect(new Set(rows.map(({ score }) => score)).size).toBe(1);
});

it('a file that is overwritten in a watched folder is inspected again, and its result takes the place of the older', async () => {
  const { client, folder, parts } = await learntAndInspected();
  const camera = join(folder, 'camera');
  mkdirSync(camera);
  const latest = join(camera, 'latest.png');
  const good = await readFile(join(parts, 'part 2.png'));
  const scratched = await readFile(join(parts, 'part 1.png'));
  await writeFile(latest, good);
  const { jobId } = await client.jobs.inspect({ images: [camera], watch: true });
  const contents = async (): Promise<(string | undefined)[]> => {
    const [run] = await client.runs.list({});
    if (run === undefined) return [];
    return (await client.results.list({ runId: run.id })).rows.map(({ sha256 }) => sha256);
  };
  const holds = (bytes: Buffer) =>
    vi.waitUntil(async () => (await contents()).join() === createHash('sha256').update(bytes).digest('hex'), {
      timeout: 60_000,
      interval: 100,
    });
  await holds(good);
  await writeFile(latest, scratched);
  await holds(scratched);
  await writeFile(latest, good.subarray(0, 40));
  await sleep(1500);
  await writeFile(latest, good);
  await holds(good);
  await client.jobs.cancel({ jobId });
});
