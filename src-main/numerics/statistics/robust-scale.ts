import { quantileOfSorted } from './quantile.ts';

/** Where numbers lie and how far they spread, hardly moved by a few outliers. */
export interface RobustScale {
  median: number;
  /** 1.4826 times the median absolute deviation: the standard deviation, were the numbers normal. */
  deviation: number;
}

/** 1 / the 75 % quantile of the standard normal distribution. */
const normalConsistency = 1.482602218505602;

/**
 * Median and scaled median absolute deviation (Rousseeuw & Croux 1993). The input is not changed.
 *
 * @throws RangeError when there are no numbers
 */
export function robustScale(values: ArrayLike<number>): RobustScale {
  const sorted = Float64Array.from(values).sort();
  const median = quantileOfSorted(sorted, 0.5);
  for (let i = 0; i < sorted.length; i++) sorted[i] = Math.abs(sorted[i]! - median);
  sorted.sort();
  return { median, deviation: normalConsistency * quantileOfSorted(sorted, 0.5) };
}
