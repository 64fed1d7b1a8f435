import { squaredNorm } from '../linalg/vectors.ts';
import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import { nearestPositiveSemidefinite } from '../linalg/nearest-positive-semidefinite.ts';
import { lassoByGram } from '../sparse/lasso-by-gram.ts';
import { pairwiseCovariance } from './pairwise-covariance.ts';

export interface HmLassoOptions {
  /** alpha of the paper: how much less pairs count that are seldom observed together; 0 makes it CoCoLasso. @default 1 */
  readonly exponent?: number;
  /** Stop once no optimality condition is violated by more than this share of the largest covariance. @default 1e-8 */
  readonly tolerance?: number;
}

export interface HmLassoSolution {
  /** [features] */
  readonly weights: Float64Array;
  readonly intercept: number;
  /** The positive semi-definite covariance that was used. */
  readonly covariance: DenseMatrix;
}

/**
 * The lasso with a high missing rate (Takada, Fujisawa & Nishikawa, IJCAI 2019): least
 * 1/2 wt S w - st w + lambda |w|_1, where S is the positive semi-definite matrix that is nearest to the covariances of
 * the observed pairs, each weighted by the share of samples it was observed in to the power alpha.
 *
 * @param design [samples x features]; NaN where a value is missing
 * @param target [samples], complete
 * @param penalty lambda per sample
 * @throws RangeError when shapes do not fit or two features are never observed together
 */
export function hmLasso(
  design: DenseMatrix,
  target: Float64Array,
  penalty: number,
  { exponent = 1, tolerance = 1e-8 }: HmLassoOptions = {},
): HmLassoSolution {
  const pairs = pairwiseCovariance(design, target);
  const weights2 = pairs.observed.values.map((share) => share ** (2 * exponent));
  const covariance = nearestWeightedCovariance(pairs.covariance, weights2);
  const p = covariance.rows;
  const weights = new Float64Array(p);
  lassoByGram(covariance, pairs.withTarget, penalty, weights, new Float64Array(p), { tolerance });
  const intercept = pairs.means.reduce((rest, mean, k) => rest - mean * weights[k]!, pairs.targetMean);
  return { weights, intercept, covariance };
}

/** mu of the ADMM below: changes its speed alone. */
const mu = 1;
const mostSteps = 2000;
const smallestChange = 1e-9;

/**
 * The positive semi-definite matrix A with the least weighted distance sum V_jk (A_jk - S_jk)^2 / 2 to a symmetric S, by
 * ADMM over A and B = A - S (Takada et al. 2019, section 3.2; Datta & Zou, Ann. Statist. 45(6), 2017).
 *
 * @param S [n x n], symmetric
 * @param V [n x n] weights, positive
 */
export function nearestWeightedCovariance(S: DenseMatrix, V: Float64Array): DenseMatrix {
  const size = S.values.length;
  const B = new Float64Array(size);
  const L = new Float64Array(size);
  const scale = squaredNorm(S.values);
  let A = nearestPositiveSemidefinite(S);
  for (let step = 0; step < mostSteps; step++) {
    const shifted = S.values.map((value, i) => value + B[i]! + mu * L[i]!);
    A = nearestPositiveSemidefinite({ ...S, values: shifted });
    let change = 0;
    let gap = 0;
    for (let i = 0; i < size; i++) {
      const away = A.values[i]! - S.values[i]!;
      const fresh = (away - mu * L[i]!) / (1 + mu * V[i]!);
      change += (fresh - B[i]!) ** 2;
      gap += (away - fresh) ** 2;
      B[i] = fresh;
      L[i]! -= (away - fresh) / mu;
    }
    if (change + gap <= smallestChange * smallestChange * scale) break;
  }
  return A;
}
