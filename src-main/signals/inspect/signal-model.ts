import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { shiftOnto } from './align-cycles.ts';
import type { CycleAlignment } from './align-cycles.ts';
import type { LearntWindows } from './learn-windows.ts';
import type { UsualFeatures } from './usual-features.ts';
import type { UsualRange } from './usual-range.ts';
import { windowDistances } from './window-distances.ts';
import type { WindowDistances } from './window-distances.ts';
import { measureWindows } from './window-features.ts';
import type { WindowPlan } from './window-plan.ts';
import { cutWindows } from './windows.ts';

/** What good windows are made of, and what is usual among them. */
export interface SignalModel {
  readonly plan: WindowPlan;
  readonly dictionary: LearntWindows;
  readonly usual: UsualFeatures;
  /** Null where cycles are compared as they lie. */
  readonly alignment: CycleAlignment | null;
  /** Null where signals are not compared moment by moment. */
  readonly range: UsualRange | null;
  /** Standard deviation of good signals. */
  readonly spread: number;
}

export interface ComparedSignal extends WindowDistances {
  readonly starts: readonly number[];
  /** Samples by which the cycle begins later than usual; null where cycles are compared as they lie. */
  readonly shift: number | null;
  /** [windows x windowLength] */
  readonly rebuilt: Float32Array;
}

/** How far each window of a signal is from good ones. @param signal at least one window long */
export function compareSignal(kernels: Kernels, model: SignalModel, signal: Float64Array): ComparedSignal {
  const windows = cutWindows(signal, model.plan);
  const { features, rebuilt } = measureWindows(kernels, model.dictionary, windows, model.spread);
  const { alignment, plan } = model;
  const shift = alignment === null ? null : shiftOnto(alignment, signal);
  const distances = windowDistances(features, model.usual, firstPlace(shift ?? 0, plan));
  return { starts: windows.starts, shift, rebuilt, ...distances };
}

/** The place of the first window of a cycle that begins so many samples later than usual. */
export function firstPlace(shift: number, { stride }: WindowPlan): number {
  return -Math.round(shift / stride);
}
