import { basename } from 'node:path';
import type { SignalTime } from '../../../../src-shared/domain/signal.ts';
import { reasonedError } from '../../../../src-shared/errors/reasoned-error.ts';
import { toErrorDetails } from '../../../../src-shared/errors/sparsight-error.ts';
import type { ErrorDetails, SparsightError } from '../../../../src-shared/errors/sparsight-error.ts';
import { quantile } from '../../../numerics/statistics/quantile.ts';
import { takeSignal } from '../../../signals/read/take-signal.ts';
import type { Signal } from '../../../signals/read/take-signal.ts';
import type { TableMemory } from './table-memory.ts';

/** A signal with what identifies the file that it is from. */
export interface FileSignal extends Signal {
  readonly path: string;
  readonly sha256: string;
  readonly time: SignalTime | null;
}

export interface GatheredSignals {
  readonly signals: readonly FileSignal[];
  readonly problems: readonly ErrorDetails[];
}

/** One column of several files; what cannot be taken is named. */
export async function gatherSignals(
  memory: TableMemory,
  paths: Iterable<string>,
  column: string,
): Promise<GatheredSignals> {
  const signals: FileSignal[] = [];
  const problems: ErrorDetails[] = [];
  for (const path of paths) {
    try {
      const table = await memory.read(path);
      const { sha256, time } = table;
      signals.push({ ...takeSignal(table, column), path, sha256, time });
    } catch (thrown) {
      problems.push({ path, ...toErrorDetails(thrown) });
    }
  }
  return { signals, problems };
}

/** Intervals between samples may differ by so much: clocks are not equal. */
const tolerance = 0.05;

/** The usual interval between samples; null where no file says. */
export function usualInterval(signals: readonly FileSignal[]): number | null {
  const intervals = signals.flatMap(({ time }) => (time === null ? [] : [time.interval]));
  return intervals.length === 0 ? null : quantile(intervals, 0.5);
}

/** Why a signal is not sampled as the others are, if so. */
export function intervalProblem(
  { path, time }: FileSignal,
  usual: number | null,
): SparsightError | undefined {
  if (time === null || usual === null || Math.abs(time.interval - usual) <= tolerance * usual) {
    return undefined;
  }
  const unit = time.unit === null ? '' : ` ${time.unit}`;
  const written = (interval: number) => `${Number(interval.toPrecision(3))}${unit}`;
  const values = { file: basename(path), interval: written(time.interval), usual: written(usual) };
  return reasonedError('signal.mixed', 'signal.other-rate', values, { path });
}

/** Why a cycle cannot be compared with others that are so much longer or shorter. */
export function unlikeCycle({ path, values }: FileSignal, usual: number): SparsightError {
  const told = { file: basename(path), samples: values.length, usual };
  return reasonedError('signal.mixed', 'signal.other-length', told, { path });
}

/** Why a record is too short to be cut into windows, or into stretches of them. */
export function tooShort(
  { path, values }: FileSignal,
  piece: 'window' | 'stretch',
  length: number,
): SparsightError {
  const told = { file: basename(path), samples: values.length, length };
  return reasonedError('signal.mixed', `signal.shorter-than-${piece}`, told, { path });
}
