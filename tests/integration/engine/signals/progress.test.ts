import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { JobProgress } from '../../../../src-shared/contract/job.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { testEngine } from '../../../support/test-engine.ts';
import { writeCycle } from './files.ts';

const client = testEngine();
const folder = temporaryFolder();
const good = join(folder, 'good');
for (let i = 1; i <= 12; i++) writeCycle(good, `good-${i}`);

async function toldDuring(progressId: string, work: () => Promise<unknown>): Promise<JobProgress[]> {
  const told: JobProgress[] = [];
  const listening = (async () => {
    for await (const progress of await client.signals.progress({ progressId })) told.push(progress);
  })();
  await work();
  await listening;
  return told;
}

it('tells how far reading, learning, inspecting and writing are, until they end', async () => {
  const input = { good: [good], inspected: [good], column: 'Torque', progressId: 'report' };
  const out = join(folder, 'report.html');
  const told = await toldDuring('report', () => client.signals.report({ ...input, format: 'html', out }));
  const order = ['reading', 'learning', 'inspecting', 'writing'];
  const places = told.map(({ stage }) => order.indexOf(stage));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(told.at(-1)).toMatchObject({ stage: 'writing' });
  const learning = told.filter(({ stage }) => stage === 'learning');
  expect(learning.at(-1)).toMatchObject({ total: 11 });
  for (const { done, total } of told) expect(done).toBeLessThanOrEqual(total);
});

it('stops telling when the work fails or is given up', async () => {
  const input = { good: [join(folder, 'nowhere')], inspected: [good], column: 'Torque' };
  expect(
    await toldDuring('fails', () =>
      expect(client.signals.inspect({ ...input, progressId: 'fails' })).rejects.toThrow(),
    ),
  ).toEqual([]);
  const controller = new AbortController();
  await toldDuring('given up', async () => {
    const request = { ...input, good: [good], progressId: 'given up' };
    const running = client.signals.inspect(request, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(running).rejects.toThrow();
  });
});

it('lets a listener go that waits for work which nobody begins', async () => {
  const controller = new AbortController();
  const events = await client.signals.progress({ progressId: 'never' }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  const told: JobProgress[] = [];
  for await (const progress of events) told.push(progress);
  expect(told).toEqual([]);
});

it('lists the tables of folders without reading them', async () => {
  const { files } = await client.signals.list({ paths: [folder] });
  expect(files).toHaveLength(12);
  expect(files[0]).toBe(join(good, 'good-1.csv'));
});
