import type { Kernels } from '../../numerics/kernels/kernels.ts';
import type { LearntWindows } from './learn-windows.ts';
import type { UsualFeatures } from './usual-features.ts';
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
  /** Standard deviation of good signals. */
  readonly spread: number;
}

export interface ComparedSignal extends WindowDistances {
  readonly starts: readonly number[];
  /** [windows x windowLength] */
  readonly rebuilt: Float32Array;
}

/** How far each window of a signal is from good ones. @param signal at least one window long */
export function compareSignal(kernels: Kernels, model: SignalModel, signal: Float64Array): ComparedSignal {
  const windows = cutWindows(signal, model.plan);
  const { features, rebuilt } = measureWindows(kernels, model.dictionary, windows, model.spread);
  return { starts: windows.starts, rebuilt, ...windowDistances(features, model.usual) };
}
