import { basename } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { SignalTable, TableColumn } from './parse-table.ts';

export interface Signal {
  readonly name: string;
  readonly unit: string | null;
  /** [samples], all of them finite. */
  readonly values: Float64Array;
  /** How many were missing and lie on the line between their neighbours now. */
  readonly filled: number;
}

/** Fewer say nothing of a signal. */
const leastSamples = 16;
/** What may be missing: so much in all, so many in a row. */
const mostMissing = 0.05;
const longestGap = 20;
/** Squares of larger numbers, summed, are no numbers any more. */
const largestValue = 1e100;

/**
 * A column without gaps.
 *
 * @throws SparsightError 'signal.column-missing', 'signal.too-short', 'signal.missing-values', 'signal.constant',
 *   'signal.unreadable'
 */
export function takeSignal(table: SignalTable, name: string): Signal {
  const column = table.columns.find((each) => each.name === name);
  if (column === undefined) throw noColumn(table, name);
  const problem = columnProblem(column, table.path);
  if (problem !== undefined) throw problem;
  const values = column.values.slice();
  return { name, unit: column.unit, values, filled: fillGaps(values) };
}

/** Why a column cannot be looked into, if so. */
export function columnProblem({ name, values }: TableColumn, path: string): SparsightError | undefined {
  const named = { column: name, file: basename(path), samples: values.length };
  if (values.length < leastSamples) {
    const told = { ...named, least: leastSamples };
    return reasonedError('signal.too-short', 'column.too-short', told, { path });
  }
  const { missing, longest } = countMissing(values);
  if (missing > mostMissing * values.length || longest > longestGap) {
    const told = { ...named, missing, longest };
    return reasonedError('signal.missing-values', 'column.gaps', told, { path });
  }
  const beyond = values.find((value) => Math.abs(value) > largestValue);
  if (beyond !== undefined) {
    return reasonedError('signal.unreadable', 'column.out-of-range', { ...named, value: beyond }, { path });
  }
  const first = values.find((value) => !Number.isNaN(value)) ?? 0;
  if (values.every((value) => Number.isNaN(value) || value === first)) {
    return reasonedError('signal.constant', 'column.constant', { ...named, value: first }, { path });
  }
  return undefined;
}

export function countMissing(values: Float64Array): { missing: number; longest: number } {
  let missing = 0;
  let longest = 0;
  let gap = 0;
  for (const value of values) {
    gap = Number.isNaN(value) ? gap + 1 : 0;
    if (gap > 0) missing++;
    longest = Math.max(longest, gap);
  }
  return { missing, longest };
}

/** Puts missing values on the line between their neighbours, at the start those of the first. @returns how many */
function fillGaps(values: Float64Array): number {
  let filled = 0;
  for (let from = 0; from < values.length; from++) {
    if (!Number.isNaN(values[from])) continue;
    let to = from;
    // The last value is a number: columns end with one.
    while (Number.isNaN(values[to])) to++;
    const after = values[to]!;
    const before = from === 0 ? after : values[from - 1]!;
    for (let i = from; i < to; i++)
      values[i] = before + ((i - from + 1) / (to - from + 1)) * (after - before);
    filled += to - from;
    from = to;
  }
  return filled;
}

function noColumn({ path, columns }: SignalTable, name: string): SparsightError {
  const names = columns.map((column) => column.name).join(', ');
  const values = { file: basename(path), column: name, columns: names };
  return reasonedError('signal.column-missing', 'column.missing', values, { path });
}
