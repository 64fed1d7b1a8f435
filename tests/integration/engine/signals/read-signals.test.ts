import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { testEngine } from '../../../support/test-engine.ts';
import { writeCycle, writeTable } from './files.ts';

const client = testEngine();
const folder = temporaryFolder();

it('says of each file what it holds, and which columns all of them have', async () => {
  const from = join(folder, 'good');
  writeCycle(from, 'cycle-10');
  writeCycle(from, 'cycle-9');
  const { files, columns, problems } = await client.signals.read({ paths: [from] });
  expect(files.map(({ name }) => name)).toEqual(['cycle-9.csv', 'cycle-10.csv']);
  expect(files[0]).toMatchObject({
    encoding: 'utf-8',
    separator: ',',
    decimal: '.',
    time: { name: 'Time', unit: 's', interval: 0.002 },
    columns: [{ name: 'Torque', unit: 'Nm', missing: 0, constant: false, problem: null }],
  });
  expect(columns).toEqual(['Torque']);
  expect(problems).toEqual([]);
});

it('names what is wrong with each file and column and reads the others', async () => {
  const from = join(folder, 'mixed');
  writeCycle(from, 'a-cycle');
  writeTable(from, 'b-empty', '');
  writeTable(from, 'c-picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]));
  writeTable(from, 'd-prose', 'Nothing but words here.\n');
  const dead = Array.from({ length: 50 }, (_, i) => `${i};0,5;${i % 10 === 0 ? '' : i % 9};${i % 5}`);
  writeTable(from, 'e-columns', ['t;dead;gaps;Torque', ...dead].join('\n'));
  const huge = writeTable(from, 'f-huge', 'a,b\n1,2\n');
  truncateSync(huge, 101 * 2 ** 20);
  const { files, columns, problems } = await client.signals.read({ paths: [from] });
  expect(files.map(({ name }) => name)).toEqual(['a-cycle.csv', 'e-columns.csv']);
  expect(columns).toEqual(['Torque']);
  expect(files[1]?.columns.map(({ problem }) => problem?.message ?? null)).toEqual([
    'dead in e-columns.csv is 0.5 throughout.',
    'gaps in e-columns.csv lacks 5 of 50 values, 1 of them in a row.',
    null,
  ]);
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ['signal.unreadable', 'b-empty.csv is empty (0 bytes).'],
    ['signal.unreadable', 'c-picture.csv is a PNG picture, not a table.'],
    ['signal.no-numbers', 'd-prose.csv has no columns of numbers.'],
    ['signal.too-large', 'f-huge.csv has 101 MB; at most 100 MB can be read.'],
  ]);
  for (const { path, next } of problems) {
    expect(path?.startsWith(from)).toBe(true);
    expect(next).not.toBe('');
  }
});

it('looks into folders for tables alone, and not behind names that begin with a dot', async () => {
  const from = join(folder, 'nested');
  writeCycle(join(from, 'inner'), 'cycle');
  writeCycle(join(from, '.hidden'), 'cycle');
  writeFileSync(join(from, 'notes.md'), '1,2\n3,4\n');
  const { files } = await client.signals.read({ paths: [from] });
  expect(files.map(({ path }) => path)).toEqual([join(from, 'inner', 'cycle.csv')]);
});

it('says so where there is nothing', async () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  await expect(client.signals.read({ paths: [empty] })).rejects.toMatchObject({
    data: { code: 'input.empty', next: 'Choose a folder that holds CSV, TSV or TXT files.' },
  });
  await expect(client.signals.read({ paths: [join(folder, 'nowhere')] })).rejects.toMatchObject({
    data: { code: 'input.missing' },
  });
});

it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'names a file that may not be read',
  async () => {
    const closed = writeCycle(join(folder, 'closed'), 'cycle');
    chmodSync(closed, 0);
    const { problems } = await client.signals.read({ paths: [closed] });
    expect(problems).toMatchObject([{ code: 'signal.unreadable', path: closed }]);
    chmodSync(closed, 0o600);
  },
);

it.skipIf(process.platform === 'win32')('does not wait for a device', async () => {
  const device = join(folder, 'device.csv');
  symlinkSync('/dev/zero', device);
  const { problems } = await client.signals.read({ paths: [device] });
  expect(problems).toMatchObject([{ message: 'device.csv is not a file.' }]);
});

it('reads a file anew once it has changed', async () => {
  const path = writeCycle(join(folder, 'changing'), 'cycle');
  const before = await client.signals.read({ paths: [path] });
  writeTable(join(folder, 'changing'), 'cycle', 'F\n1\n2\n3\n');
  const after = await client.signals.read({ paths: [path] });
  expect([before.files[0]?.columns[0]?.name, after.files[0]?.columns[0]?.name]).toEqual(['Torque', 'F']);
});

it('describes a column by its pieces, in time', async () => {
  const rows = Array.from(
    { length: 400 },
    (_, i) => `${i / 100},${(i < 150 ? 1 : 3) + 0.01 * ((i * 7) % 5)}`,
  );
  const path = writeTable(join(folder, 'steps'), 'step', ['Time [s],Pressure [bar]', ...rows].join('\n'));
  const described = await client.signals.describe({ path, column: 'Pressure', method: 'steps' });
  expect(described.changes).toEqual([{ place: 150, time: 1.5, size: expect.closeTo(2, 1) as number }]);
  expect(described).toMatchObject({ unit: 'bar', samples: 400, filled: 0, reducedBy: 1 });
  expect(described.series.shape).toEqual([2, 400]);
  const { least, most } = described.penalty;
  const coarse = await client.signals.describe({ path, column: 'Pressure', method: 'trend', penalty: 1 });
  expect(coarse.penalty.value).toBe(1);
  expect(least).toBeLessThan(most);
  await expect(client.signals.describe({ path, column: 'Torque' })).rejects.toMatchObject({
    data: { code: 'signal.column-missing' },
  });
});
