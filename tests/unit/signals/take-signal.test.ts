import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../src-main/signals/read/parse-table.ts';
import { takeSignal } from '../../../src-main/signals/read/take-signal.ts';

const take = (cells: readonly (string | number)[], column = 'Torque') => {
  const text = ['Torque,Other', ...cells.map((cell, i) => `${cell},${i % 7}`)].join('\n');
  return takeSignal(
    parseTable({ path: '/signals/cycle.csv', sha256: '', bytes: new TextEncoder().encode(text) }),
    column,
  );
};

const rising = (count: number): (string | number)[] => Array.from({ length: count }, (_, i) => i + 1);

describe('a signal', () => {
  it('has few missing values filled in between their neighbours', () => {
    const cells = rising(100);
    cells[0] = '';
    cells[50] = 'NaN';
    cells[51] = '';
    cells[99] = '';
    const { values, filled } = take(cells);
    expect(filled).toBe(3);
    expect(values).toHaveLength(99);
    expect([values[0], values[50], values[51]]).toEqual([2, 51, 52]);
  });

  it.each([
    [
      'with many missing values',
      rising(100).map((v, i) => (i % 10 === 3 ? '' : v)),
      'signal.missing-values',
      'Torque in cycle.csv lacks 10 of 100 values, 1 of them in a row.',
    ],
    [
      'with a long gap',
      rising(1000).map((v, i) => (i > 400 && i < 430 ? '' : v)),
      'signal.missing-values',
      'Torque in cycle.csv lacks 29 of 1000 values, 29 of them in a row.',
    ],
    [
      'that never changes',
      new Array<number>(100).fill(2.5),
      'signal.constant',
      'Torque in cycle.csv is 2.5 throughout.',
    ],
    [
      'of numbers too large to square',
      rising(100).map((v, i) => (i === 50 ? '1e307' : v)),
      'signal.unreadable',
      'Torque in cycle.csv reaches 1e+307, more than can be calculated with.',
    ],
    [
      'of a few samples',
      rising(10),
      'signal.too-short',
      'Torque in cycle.csv has 10 samples, too few to say anything.',
    ],
  ])('%s is refused by name', (_, cells, code, message) => {
    expect(() => take(cells)).toThrow(expect.objectContaining({ code, message }));
  });

  it('that is not there is answered with those that are', () => {
    expect(() => take(rising(20), 'Drehmoment')).toThrow(
      expect.objectContaining({ code: 'signal.column-missing', next: 'Choose one of Torque, Other.' }),
    );
  });
});
