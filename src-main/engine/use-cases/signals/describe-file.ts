import type { SignalDescription } from '../../../../src-shared/contract/signals.ts';
import type { Plane } from '../../../../src-shared/domain/image.ts';
import type { SignalMethod } from '../../../../src-shared/domain/signal.ts';
import { describeSignal } from '../../../signals/describe/describe-signal.ts';
import { takeSignal } from '../../../signals/read/take-signal.ts';
import { rowsAsPlane } from './rows-as-plane.ts';
import type { TableMemory } from './table-memory.ts';

export interface DescribeRequest {
  readonly path: string;
  readonly column: string;
  readonly method: SignalMethod;
  /** Found from the signal when undefined. */
  readonly penalty: number | undefined;
}

/** What is found of a signal, before it crosses to a caller. */
export interface FileDescription extends Omit<SignalDescription, 'series'> {
  readonly series: Plane;
}

/** A column of a file as few pieces. */
export async function describeFile(
  memory: TableMemory,
  { path, column, method, penalty }: DescribeRequest,
): Promise<FileDescription> {
  const table = await memory.read(path);
  const signal = takeSignal(table, column);
  const { values, unit, filled } = signal;
  const described = describeSignal(values, method, memory.penalty(table, signal, method), penalty);
  const { time } = table;
  return {
    path,
    column,
    unit,
    samples: values.length,
    filled,
    time,
    reducedBy: described.reducedBy,
    series: rowsAsPlane([described.measured, described.fit]),
    changes: described.changes.map(({ place, size }) => ({
      place,
      time: time === null ? null : place * time.interval,
      size,
    })),
    noise: described.noise,
    penalty: described.penalty,
  };
}
