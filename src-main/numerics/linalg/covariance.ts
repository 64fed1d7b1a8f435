import { Matrix } from 'ml-matrix';

export interface Covariance {
  /** [dimension] */
  mean: Float64Array;
  /** [dimension x dimension], symmetric; divided by `count`, not by `count - 1`. */
  covariance: Matrix;
}

/**
 * Mean and covariance of the rows of `rows` [count x dimension, row-major], in double precision.
 *
 * @throws RangeError when there is no row or `rows` is shorter than `count` rows
 */
export function covarianceOfRows(rows: ArrayLike<number>, count: number, dimension: number): Covariance {
  if (count < 1 || rows.length < count * dimension)
    throw new RangeError(`expected ${count} > 0 rows of ${dimension} numbers, got ${rows.length} numbers`);
  const mean = new Float64Array(dimension);
  for (let i = 0; i < count; i++) {
    for (let a = 0; a < dimension; a++) mean[a]! += rows[i * dimension + a]!;
  }
  for (let a = 0; a < dimension; a++) mean[a]! /= count;

  const sums = new Float64Array(dimension * dimension);
  const centred = new Float64Array(dimension);
  for (let i = 0; i < count; i++) {
    for (let a = 0; a < dimension; a++) centred[a] = rows[i * dimension + a]! - mean[a]!;
    for (let a = 0; a < dimension; a++) {
      const factor = centred[a]!;
      for (let b = a; b < dimension; b++) sums[a * dimension + b]! += factor * centred[b]!;
    }
  }
  const covariance = new Matrix(dimension, dimension);
  for (let a = 0; a < dimension; a++) {
    for (let b = a; b < dimension; b++) {
      covariance.set(a, b, sums[a * dimension + b]! / count);
      covariance.set(b, a, sums[a * dimension + b]! / count);
    }
  }
  return { mean, covariance };
}
