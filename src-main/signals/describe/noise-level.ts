import { robustScale } from '../../numerics/statistics/robust-scale.ts';

/** The variance of a second difference of white noise, relative to that of the noise. */
const secondDifferenceVariance = 6;

/**
 * Standard deviation of the white noise on a signal, from second differences: a trend hardly shows in them, and their
 * median not at all the few at a step. Never 0, so that it can be divided by: a signal without noise, or one in coarse
 * levels, has at least that of rounding.
 *
 * @param values [n >= 3]
 */
export function noiseLevel(values: Float64Array): number {
  const differences = Float64Array.from(
    { length: values.length - 2 },
    (_, i) => values[i]! - 2 * values[i + 1]! + values[i + 2]!,
  );
  const { deviation } = robustScale(differences);
  if (deviation > 0) return deviation / Math.sqrt(secondDifferenceVariance);
  // More than half of the differences are equal: what the others add up to, as if it were noise.
  const square = differences.reduce((sum, value) => sum + value * value, 0) / differences.length;
  return Math.max(
    Math.sqrt(square / secondDifferenceVariance) / 10,
    1e-9 * largest(values),
    Number.MIN_VALUE,
  );
}

const largest = (values: Float64Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
