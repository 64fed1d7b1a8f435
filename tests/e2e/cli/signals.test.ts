import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { sparsight } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
const good = join('samples', 'good');
const inspected = join('samples', 'inspect');

beforeAll(async () => {
  const { code, stdout } = await sparsight(['signals', 'samples', '--out', 'samples'], folder);
  expect(code).toBe(0);
  expect(stdout).toContain('--column Torque');
});

it('reads what files hold', async () => {
  const { code, stdout } = await sparsight(['signals', 'read', join(good, 'good-01.csv')], folder);
  expect(code).toBe(0);
  expect(stdout).toMatch(/a row every 0\.002 s, utf-8, separated by commas/);
  expect(stdout).toMatch(/Torque \[Nm\] .* to 8/);
});

it('says by its exit code that no file could be used', async () => {
  writeFileSync(join(folder, 'empty.csv'), '');
  const alone = await sparsight(['signals', 'read', 'empty.csv'], folder);
  expect(alone.code).toBe(2);
  expect(alone.stdout).toContain('Unusable: ');
  const beside = await sparsight(['signals', 'read', 'empty.csv', join(good, 'good-01.csv')], folder);
  expect(beside.code).toBe(0);
});

it('describes a signal by pieces, as text and as one JSON document', async () => {
  const args = ['signals', 'trend', join(good, 'good-01.csv'), '--column', 'Torque', '--method', 'trend'];
  const text = await sparsight(args, folder);
  expect(text.stdout).toMatch(/\d+ bends:\n/);
  const { stdout } = await sparsight([...args, '--penalty', '100', '--json'], folder);
  const document = JSON.parse(stdout) as { penalty: { value: number }; series: { shape: number[] } };
  expect(document.penalty.value).toBe(100);
  expect(document.series.shape[0]).toBe(2);
});

it('inspects signals, writes the report, and says by its exit code that one was rejected', async () => {
  const args = ['signals', 'inspect', '--good', good, '--inspect', inspected, '--column', 'Torque'];
  const { code, stdout, stderr } = await sparsight(
    [...args, '--report', 'report.html', '--format', 'html', '--fail-on-reject'],
    folder,
  );
  expect(code).toBe(3);
  expect(stdout).toMatch(/^reject .* stripped-01\.csv/m);
  expect(stdout).toMatch(/^pass .* screw-01\.csv/m);
  expect(existsSync(join(folder, 'report.html'))).toBe(true);
  // How far it is, in plain lines where there is no terminal.
  expect(stderr).toMatch(/^Inspecting: 14 of 14/m);
  const json = await sparsight([...args, '--json'], folder);
  expect(json.code).toBe(0);
  expect((JSON.parse(json.stdout) as { counts: { reject: number } }).counts.reject).toBe(8);
});

it('refuses a column that is not there and a folder without tables, as wrong use', async () => {
  const column = await sparsight(
    ['signals', 'trend', join(good, 'good-01.csv'), '--column', 'Force'],
    folder,
  );
  expect(column.code).toBe(2);
  expect(column.stderr).toContain('Choose one of Torque, Angle, Current.');
  const empty = await sparsight(['signals', 'read', 'nowhere', '--json'], folder);
  expect(empty.code).toBe(2);
  expect((JSON.parse(empty.stdout) as { error: { code: string } }).error.code).toBe('input.missing');
});
