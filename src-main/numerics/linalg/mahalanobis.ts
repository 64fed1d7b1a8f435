import { cholesky } from './cholesky.ts';
import { covarianceOfRows } from './covariance.ts';

/** A plain object that can be stored: where vectors lie and how to make their spread round. */
export interface MahalanobisModel {
  /** [dimension] */
  mean: Float64Array;
  /** [dimension x dimension] lower triangular, row-major: L of the ridged covariance L Lt. */
  factor: Float64Array;
}

/**
 * Learns from `rows` [count x dimension, row-major].
 *
 * @param ridge share of the mean variance added to each; keeps directions that never varied from dominating
 * @throws RangeError when there is no row, or no variance at all
 */
export function fitMahalanobis(
  rows: ArrayLike<number>,
  count: number,
  dimension: number,
  ridge = 1e-3,
): MahalanobisModel {
  const { mean, covariance } = covarianceOfRows(rows, count, dimension);
  return { mean, factor: Float64Array.from(cholesky(covariance, ridge).to1DArray()) };
}

/**
 * Writes the whitened vector L^-1 (x - mean) to `whitened` [dimension] and returns its squared length, the squared
 * Mahalanobis distance. `x` is `vectors[offset ... offset + dimension)`.
 */
export function whiten(
  { mean, factor }: MahalanobisModel,
  vectors: ArrayLike<number>,
  offset: number,
  whitened: Float64Array,
): number {
  const dimension = mean.length;
  let square = 0;
  for (let a = 0; a < dimension; a++) {
    let rest = vectors[offset + a]! - mean[a]!;
    for (let b = 0; b < a; b++) rest -= factor[a * dimension + b]! * whitened[b]!;
    const entry = rest / factor[a * dimension + a]!;
    whitened[a] = entry;
    square += entry * entry;
  }
  return square;
}
