import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import { lassoByGram } from '../sparse/lasso-by-gram.ts';
import { nearestWeightedCovariance } from './nearest-covariance.ts';
import { pairwiseCovariance } from './pairwise-covariance.ts';
import { singleGramLasso } from './single-gram-lasso.ts';

export interface HmLassoOptions extends KernelOptions {
  /** alpha of the paper: how much less pairs count that are seldom observed together; 0 makes it CoCoLasso. @default 1 */
  readonly exponent?: number;
  /**
   * Stop once no optimality condition is violated by more than this share of the largest covariance with the target.
   * @default 1e-8, in single precision 1e-5
   */
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
 * In single precision S is right to about four digits of its largest number, the objective to five digits: features should
 * have variances of one order.
 *
 * @param design [samples x features]; NaN where a value is missing
 * @param target [samples], complete
 * @param penalty lambda per sample, at least 0
 * @param kernels with them covariances and S are found in WebAssembly, in single precision the weights too
 * @throws RangeError when shapes do not fit, a number is infinite, the target has a gap, the penalty is negative or two
 *   features are never observed together
 */
export function hmLasso(
  design: DenseMatrix,
  target: Float64Array,
  penalty: number,
  options: HmLassoOptions = {},
  kernels?: Kernels,
): HmLassoSolution {
  const { exponent = 1, precision = 'double' } = options;
  if (!(penalty >= 0)) throw new RangeError(`A penalty cannot be ${penalty}.`);
  const pairs = pairwiseCovariance(design, target, { precision }, kernels);
  const importance = pairs.observed.values.map((share) => share ** (2 * exponent));
  const covariance = nearestWeightedCovariance(pairs.covariance, importance, { precision }, kernels);
  const weights =
    kernels && precision === 'single'
      ? singleGramLasso(kernels, covariance, pairs.withTarget, penalty, options.tolerance ?? 1e-5)
      : doubleGramLasso(covariance, pairs.withTarget, penalty, options.tolerance ?? 1e-8);
  const intercept = pairs.means.reduce((rest, mean, k) => rest - mean * weights[k]!, pairs.targetMean);
  return { weights, intercept, covariance };
}

function doubleGramLasso(
  gram: DenseMatrix,
  targets: Float64Array,
  penalty: number,
  tolerance: number,
): Float64Array {
  const weights = new Float64Array(gram.rows);
  lassoByGram(gram, targets, penalty, weights, new Float64Array(gram.rows), { tolerance });
  return weights;
}
