import { quantile } from '../../numerics/statistics/quantile.ts';

/** How signals are cut into windows, and what is decided on. */
export interface WindowPlan {
  /**
   * Cycles begin at the same moment, so that a place in one is comparable with the same place in another; of continuous
   * signals only the shapes are, and stretches of them stand in for cycles.
   */
  readonly arrangement: 'cycles' | 'continuous';
  /** Samples of a cycle (their median), or of a stretch. */
  readonly partLength: number;
  readonly windowLength: number;
  /** Samples from one window to the next. */
  readonly stride: number;
}

/** Fewer parts say nothing of what is usual among them. */
export const leastParts = 5;
/** Lengths of cycles may differ from their median by so much. */
export const lengthTolerance = 0.2;

const windowsPerCycle = 16;
const windowsPerContinuous = 100;
const longestWindow = 128;
const shortestWindow = 16;
const longestContinuousWindow = 64;
const windowsPerStretch = 6;
const mostStretches = 40;

/** A quarter of a window: each sample is in four. */
export const overlap = 4;

/**
 * Finds how to look at good signals: files of about one length, as many as it takes, are cycles; anything else is
 * continuous.
 *
 * @param lengths samples of each good file
 * @returns undefined when there are too few samples
 */
export function planWindows(lengths: readonly number[], asked?: number): WindowPlan | undefined {
  const median = Math.round(quantile(lengths, 0.5));
  const alike = lengths.filter((length) => isAlike(length, median)).length;
  if (alike >= leastParts && alike >= 0.8 * lengths.length) {
    const windowLength = asked ?? between(shortestWindow, median / windowsPerCycle, longestWindow);
    if (windowLength > median * (1 - lengthTolerance)) return undefined;
    return { arrangement: 'cycles', partLength: median, windowLength, stride: strideOf(windowLength) };
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const windowLength =
    asked ?? between(shortestWindow, total / windowsPerContinuous, longestContinuousWindow);
  const partLength = Math.max(windowsPerStretch * windowLength, Math.ceil(total / mostStretches));
  const parts = lengths.reduce((sum, length) => sum + Math.floor(length / partLength), 0);
  if (parts < leastParts) return undefined;
  return { arrangement: 'continuous', partLength, windowLength, stride: strideOf(windowLength) };
}

/** Whether a cycle is about as long as the others. */
export function isAlike(length: number, median: number): boolean {
  return Math.abs(length - median) <= lengthTolerance * median;
}

const strideOf = (windowLength: number) => Math.floor(windowLength / overlap);

/** A multiple of four. */
function between(least: number, wanted: number, most: number): number {
  return Math.min(most, Math.max(least, overlap * Math.round(wanted / overlap)));
}
