/**
 * A scalar shrinkage: what is left of a value when noise below the threshold is taken to be nothing. `threshold` is
 * in the unit of the value, at least 0.
 */
export type Shrinkage = (value: number, threshold: number) => number;

/** sign(v) max(|v| - t, 0): the proximal operator of t |v|. */
export function softShrinkage(value: number, threshold: number): number {
  return value > threshold ? value - threshold : value < -threshold ? value + threshold : 0;
}

/** max(v - t, 0): the proximal operator of t v over v >= 0. */
export function nonNegativeSoftShrinkage(value: number, threshold: number): number {
  return value > threshold ? value - threshold : 0;
}

/** v where |v| > t, else 0: the proximal operator of t^2 / 2 times the number of non-zeros. */
export function hardShrinkage(value: number, threshold: number): number {
  return Math.abs(value) > threshold ? value : 0;
}

/**
 * v - t tanh(v / t): a smooth soft shrinkage, nearly nothing (v^3 / 3t^2) well below the threshold and v - t well
 * above it. Its cost is that of a prior between the Gaussian and the Laplacian.
 */
export function tanhShrinkage(value: number, threshold: number): number {
  if (!(threshold > 0)) return value;
  const rest = value - threshold * Math.tanh(value / threshold);
  // Of a value far below the threshold only rounding is left, which may have the other sign.
  return rest * value > 0 ? rest : 0;
}

/** Applies a shrinkage to every value, into `out` of the same length, which may be the values themselves. */
export function shrinkAll(
  shrink: Shrinkage,
  values: Float64Array,
  threshold: number,
  out: Float64Array,
): void {
  for (let i = 0; i < values.length; i++) out[i] = shrink(values[i]!, threshold);
}
