import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { addScaled } from '../linalg/vectors.ts';
import { nonNegativeSoftShrinkage, softShrinkage } from './shrinkage.ts';

export interface GramLassoOptions {
  /** Minimise over x >= 0. @default false */
  readonly nonNegative?: boolean;
  /** Stop once no optimality condition is violated by more than this share of the largest target. @default 1e-8 */
  readonly tolerance?: number;
  /** Most sweeps. @default 10000 */
  readonly maxIterations?: number;
}

/**
 * The lasso given by inner products alone, 1/2 xt G x - ct x + lambda |x|_1, by coordinate descent that keeps c - G x up
 * to date (the covariance updates of Friedman, Hastie & Tibshirani 2010): the way to code many signals over one
 * dictionary, where G = D Dt and c = D y.
 *
 * @param gram G [n x n], symmetric positive semi-definite; coordinates with G_kk = 0 stay 0
 * @param targets c [n]
 * @param coefficients x [n]; on entry where to start, on return the solution
 * @param correlations [n] overwritten by c - G x
 * @returns whether the conditions were met within the sweeps allowed
 * @throws RangeError when shapes do not fit
 */
export function lassoByGram(
  gram: DenseMatrix,
  targets: Float64Array,
  penalty: number,
  coefficients: Float64Array,
  correlations: Float64Array,
  { nonNegative = false, tolerance = 1e-8, maxIterations = 10_000 }: GramLassoOptions = {},
): boolean {
  const { rows: n, values: G } = gram;
  checkVector(gram.values, n * n, 'Gram matrix');
  checkVector(targets, n, 'targets');
  checkVector(coefficients, n, 'coefficients');
  checkVector(correlations, n, 'correlations');
  const shrink = nonNegative ? nonNegativeSoftShrinkage : softShrinkage;
  correlations.set(targets);
  let largest = 0;
  for (let k = 0; k < n; k++) {
    largest = Math.max(largest, Math.abs(targets[k]!));
    if (!(G[k * n + k]! > 0) || (nonNegative && coefficients[k]! < 0)) coefficients[k] = 0;
    if (coefficients[k] !== 0) addScaled(-coefficients[k]!, G, k * n, correlations, 0, n);
  }
  const goal = tolerance * largest;

  /** Makes one coordinate optimal; returns by how much it was not. */
  const update = (k: number): number => {
    const square = G[k * n + k]!;
    const old = coefficients[k]!;
    const fresh = shrink(correlations[k]! + square * old, penalty) / square;
    if (fresh === old) return 0;
    coefficients[k] = fresh;
    addScaled(old - fresh, G, k * n, correlations, 0, n);
    return Math.abs(fresh - old) * square;
  };

  const active = new Int32Array(n);
  for (let sweeps = 0; sweeps < maxIterations;) {
    let count = 0;
    let worst = 0;
    for (let k = 0; k < n; k++) {
      if (!(G[k * n + k]! > 0)) continue;
      const c = nonNegative ? correlations[k]! : Math.abs(correlations[k]!);
      if (coefficients[k] === 0 && c <= penalty) continue;
      worst = Math.max(worst, update(k));
      if (coefficients[k] !== 0) active[count++] = k;
    }
    sweeps++;
    if (worst <= goal) return true;
    while (worst > goal && sweeps < maxIterations) {
      worst = 0;
      for (let place = 0; place < count; place++) worst = Math.max(worst, update(active[place]!));
      sweeps++;
    }
  }
  return false;
}
