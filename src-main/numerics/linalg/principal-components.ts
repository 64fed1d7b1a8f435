import { covarianceOfRows } from './covariance.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

export interface PrincipalComponents {
  /** [dimension] */
  mean: Float64Array;
  /** [components x dimension], orthonormal rows, most variance first. */
  basis: Float64Array;
  /** [components] variance along each row of the basis. */
  variances: Float64Array;
  /** Share of the whole variance that the basis keeps, in [0, 1]. */
  explained: number;
}

/**
 * Principal components of `rows` [count x dimension, row-major].
 *
 * @param keep how many components, or, below 1, the share of variance to keep at least
 * @throws RangeError when there is no row or `keep` is not positive
 */
export function principalComponents(
  rows: ArrayLike<number>,
  count: number,
  dimension: number,
  keep: number,
): PrincipalComponents {
  if (!(keep > 0)) throw new RangeError(`keep must be positive, got ${keep}`);
  const { mean, covariance } = covarianceOfRows(rows, count, dimension);
  const { values, vectors } = symmetricEigen(covariance);
  const variances = values.map((value) => Math.max(value, 0));
  const total = variances.reduce((sum, variance) => sum + variance, 0);

  let components = keep >= 1 ? Math.min(Math.floor(keep), dimension) : 0;
  let kept = variances.subarray(0, components).reduce((sum, variance) => sum + variance, 0);
  while (keep < 1 && components < dimension && (components === 0 || kept < keep * total))
    kept += variances[components++]!;
  return {
    mean,
    basis: vectors.slice(0, components * dimension),
    variances: variances.slice(0, components),
    explained: total > 0 ? Math.min(kept / total, 1) : 1,
  };
}
