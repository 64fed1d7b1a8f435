import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { tighteningFaults } from '../../../../src-main/signals/samples/tightening-curve.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { testEngine } from '../../../support/test-engine.ts';
import { writeCycle, writeTable } from './files.ts';

const client = testEngine();
const folder = temporaryFolder();
const good = join(folder, 'good');
for (let i = 1; i <= 12; i++) writeCycle(good, `good-${i}`);

const contentsOf = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file, createHash('sha256').update(readFileSync(file)).digest('hex')];
    })
    .sort();

it('tells faulty cycles from good ones, says where, and leaves the disk as it was', async () => {
  const inspected = join(folder, 'inspected');
  for (const fault of tighteningFaults) writeCycle(inspected, fault, fault);
  for (const name of ['ok-1', 'ok-2', 'ok-3']) writeCycle(inspected, name);
  const before = contentsOf(folder);
  const input = { good: [good], inspected: [inspected], column: 'Torque', falseRejectRate: 0.01 };
  const found = await client.signals.inspect(input);
  expect(contentsOf(folder)).toEqual(before);
  expect(found).toMatchObject({
    arrangement: 'cycles',
    unit: 'Nm',
    good: { files: 12, parts: 12 },
    counts: { total: 7, pass: 3, review: 0, reject: 4, unreadable: 0 },
    problems: [],
  });
  for (const { name, decision, marks, samples, reducedBy, series, usual } of found.results) {
    expect(decision).toBe(name.startsWith('ok') ? 'pass' : 'reject');
    expect(marks.length > 0).toBe(decision === 'reject');
    expect(series.shape).toEqual([3, Math.ceil(samples / reducedBy)]);
    expect(usual?.shape).toEqual([2, Math.ceil(samples / reducedBy)]);
  }
  const [atoms, length] = found.dictionary.atoms.shape;
  expect([found.dictionary.usage.length, found.windowLength]).toEqual([atoms, length]);
  const again = await client.signals.inspect(input);
  expect(again.results.map(({ score }) => score)).toEqual(found.results.map(({ score }) => score));
});

it('learns from one long file as well, and finds glitches in another', async () => {
  const random = createRandom(5, 'test/long');
  const sine = (glitches: readonly number[]) =>
    Array.from({ length: 6000 }, (_, i) => {
      const glitch = glitches.some((at) => i >= at && i < at + 10) ? 0.8 : 0;
      return (Math.sin(i / 8) + glitch + 0.05 * random.normal()).toFixed(4);
    }).join('\n');
  const found = await client.signals.inspect({
    good: [writeTable(folder, 'long-good', `Current\n${sine([])}`)],
    inspected: [
      writeTable(folder, 'long-glitches', `Current\n${sine([2000, 4500])}`),
      writeTable(folder, 'long-clean', `Current\n${sine([])}`),
      writeTable(folder, 'long-stopped', ['Current', ...sine([]).split('\n').slice(0, 20)].join('\n')),
    ],
    column: 'Current',
  });
  expect(found.problems.map(({ message }) => message)).toEqual([
    `long-stopped.csv has 20 samples, fewer than one window of ${found.windowLength}.`,
  ]);
  expect(found.arrangement).toBe('continuous');
  expect([found.mostShift, found.results[0]?.shift]).toEqual([null, null]);
  expect(found.results[0]?.usual).toBeNull();
  expect(found.results.map(({ decision }) => decision)).toEqual(['reject', 'pass']);
  const [glitches] = found.results;
  for (const at of [2000, 4500]) {
    expect(glitches?.marks.some(({ from, to }) => from < at + 10 && to > at)).toBe(true);
  }
});

it('names files that cannot be compared, and inspects the others', async () => {
  const odd = join(folder, 'odd');
  writeCycle(odd, 'a-good');
  writeCycle(odd, 'b-short', null, (torque) => torque.subarray(0, 200));
  writeCycle(odd, 'c-dead', null, (torque) => torque.fill(0));
  writeTable(odd, 'd-other', ['Time [s],Force [N]', '0,1', '1,2', '2,3'].join('\n'));
  const slow = Array.from({ length: 520 }, (_, i) => `${(i * 0.01).toFixed(2)},${i % 9}`);
  writeTable(odd, 'e-slow', ['Time [s],Torque [Nm]', ...slow].join('\n'));
  const found = await client.signals.inspect({ good: [good], inspected: [odd], column: 'Torque' });
  expect(found.results.map(({ name }) => name)).toEqual(['a-good.csv']);
  expect(found.counts).toMatchObject({ total: 1, unreadable: 4 });
  expect(found.problems.map(({ code, message }) => [code, message])).toEqual([
    ['signal.mixed', expect.stringMatching(/^b-short.csv has 200 samples, good cycles about 5\d\d\.$/)],
    ['signal.constant', 'Torque in c-dead.csv is 0 throughout.'],
    ['signal.column-missing', 'd-other.csv has no column Torque.'],
    ['signal.mixed', 'e-slow.csv has a sample every 0.01 s, good signals every 0.002 s.'],
  ]);
});

it('says when there is too little to learn from', async () => {
  const few = join(folder, 'few');
  writeCycle(few, 'one', null, (torque) => torque.subarray(0, 60));
  const input = { inspected: [good], column: 'Torque' };
  await expect(client.signals.inspect({ ...input, good: [few] })).rejects.toMatchObject({
    data: {
      code: 'input.too-few',
      message: expect.stringContaining('good files: 1, samples in them: 60') as string,
    },
  });
  await expect(client.signals.inspect({ ...input, good: [good], column: 'Force' })).rejects.toMatchObject({
    data: { code: 'input.too-few', next: 'Choose one of Torque.' },
  });
});

it('lets go at once of what nobody waits for any more, and does the next', async () => {
  const input = { good: [good], inspected: [good], column: 'Torque' };
  const controller = new AbortController();
  const running = client.signals.inspect(input, { signal: controller.signal });
  setTimeout(() => controller.abort(), 50);
  await expect(running).rejects.toThrow();
  expect((await client.signals.inspect(input)).counts.total).toBe(12);
});

it('has sample signals to try, in which faults are found', async () => {
  const out = join(folder, 'samples');
  const samples = await client.signals.samples({ out });
  const { good: from, inspected, column } = samples;
  const { results, mostShift } = await client.signals.inspect({
    good: [from],
    inspected: [inspected],
    column,
  });
  // Screws come to rest at different moments.
  expect(mostShift).toBeGreaterThan(0);
  for (const { shift } of results) expect(Math.abs(shift ?? NaN)).toBeLessThanOrEqual(mostShift ?? NaN);
  for (const { name, decision } of results) {
    expect([name, decision]).toEqual([name, name.startsWith('screw') ? 'pass' : 'reject']);
  }
  expect(results).toHaveLength(14);
});
