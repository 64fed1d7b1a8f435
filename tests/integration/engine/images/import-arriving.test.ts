import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Client } from '../../../../src-shared/contract/client.ts';
import { endOf } from '../../../support/run-job.ts';
import { openedProject } from './opened-project.ts';
import { tinyBitmap } from './tiny-bitmap.ts';

function writeMany(folder: string, count: number): void {
  mkdirSync(folder);
  for (let i = 0; i < count; i++) writeFileSync(join(folder, `part ${i + 1}.bmp`), tinyBitmap(i));
}

const total = async (client: Client) =>
  (await client.images.labels()).labels.reduce((sum, { count }) => sum + count, 0);

it('shows images as they are imported, and answers others between every hundred of them', async () => {
  const { client, folder } = await openedProject();
  const parts = join(folder, 'parts');
  writeMany(parts, 700);
  const state = { ended: false };
  const ended = endOf(client, client.images.import({ paths: [parts] })).finally(() => (state.ended = true));
  const totals = [0];
  while (!state.ended) {
    totals.push(await total(client));
    await new Promise(setImmediate);
  }
  await ended;
  const steps = totals.slice(1).map((after, i) => after - totals[i]!);
  expect(Math.max(...steps)).toBeGreaterThan(0);
  expect(Math.max(...steps)).toBeLessThanOrEqual(100);
  expect(await total(client)).toBe(700);
});

it('takes back what had arrived when it is cancelled, and nothing else', async () => {
  const { client, folder } = await openedProject();
  const [before, parts] = [join(folder, 'before'), join(folder, 'parts')];
  writeMany(before, 3);
  writeMany(parts, 1500);
  await endOf(client, client.images.import({ paths: [before] }));
  const job = await client.images.import({ paths: [before, parts] });
  const events = await client.jobs.events(job);
  while ((await total(client)) < 100) await new Promise((resolve) => setTimeout(resolve, 5));
  await client.jobs.cancel(job);
  const last = [];
  for await (const event of events) last.push(event.type);
  expect(last.at(-1)).toBe('cancelled');
  expect(await total(client)).toBe(3);
});
