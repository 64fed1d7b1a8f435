import type { WindowPlan } from './window-plan.ts';

/** First samples of the windows of a signal; the last one ends with the signal. */
export function windowStarts(samples: number, { windowLength, stride }: WindowPlan): number[] {
  const last = samples - windowLength;
  const starts: number[] = [];
  for (let start = 0; start < last; start += stride) starts.push(start);
  return [...starts, last];
}

export interface Windows {
  readonly starts: readonly number[];
  /** [count x windowLength], each without its mean. */
  readonly values: Float32Array;
  /** [count] */
  readonly means: Float64Array;
}

/** Cuts a signal into overlapping windows. @param signal [samples >= windowLength] */
export function cutWindows(signal: Float64Array, plan: WindowPlan): Windows {
  const { windowLength } = plan;
  const starts = windowStarts(signal.length, plan);
  const values = new Float32Array(starts.length * windowLength);
  const means = new Float64Array(starts.length);
  for (const [row, start] of starts.entries()) {
    const window = signal.subarray(start, start + windowLength);
    const mean = window.reduce((sum, value) => sum + value, 0) / windowLength;
    means[row] = mean;
    for (let i = 0; i < windowLength; i++) values[row * windowLength + i] = window[i]! - mean;
  }
  return { starts, values, means };
}

/**
 * Spreads numbers that windows have over the samples: the mean over the windows that hold a sample. Near the ends, where
 * fewer windows lie, those that are not there count as 0.
 *
 * @param ofWindows [windows]
 * @returns [samples]
 */
export function spreadOverSamples(
  ofWindows: ArrayLike<number>,
  starts: readonly number[],
  samples: number,
  { windowLength, stride }: WindowPlan,
): Float64Array {
  const sums = new Float64Array(samples);
  const counts = new Float64Array(samples);
  for (const [row, start] of starts.entries()) {
    for (let i = start; i < start + windowLength; i++) {
      sums[i]! += ofWindows[row]!;
      counts[i]!++;
    }
  }
  const usual = Math.floor(windowLength / stride);
  return sums.map((sum, i) => sum / Math.max(counts[i]!, usual));
}
