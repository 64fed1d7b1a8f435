import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { kernelPairSums, type PairSums } from './kernel-pair-sums.ts';

/** Second moments from what was observed: each entry over the samples in which both numbers are there. */
export interface PairwiseCovariance {
  /** S [features x features], symmetric, but not always positive semi-definite. */
  readonly covariance: DenseMatrix;
  /** [features] covariance of each feature with the target. */
  readonly withTarget: Float64Array;
  /** R [features x features]: share of the samples in which both features are observed. */
  readonly observed: DenseMatrix;
  /** [features] mean of the observed values. */
  readonly means: Float64Array;
  readonly targetMean: number;
}

/**
 * Covariances of features with gaps.
 *
 * @param design [samples x features]; NaN where a value is missing
 * @param target [samples], complete
 * @param kernels with them the products are summed in WebAssembly; in single precision they are right to about six digits
 * @throws RangeError when shapes do not fit, a number is infinite, the target has a gap, or two features are never observed
 *   together
 */
export function pairwiseCovariance(
  design: DenseMatrix,
  target: Float64Array,
  { precision = 'double' }: KernelOptions = {},
  kernels?: Kernels,
): PairwiseCovariance {
  const { rows: samples, columns: p, values } = design;
  checkVector(values, samples * p, 'design');
  checkVector(target, samples, 'target');
  if (!target.every((value) => Number.isFinite(value)))
    throw new RangeError('A value of the target is not a finite number.');
  const means = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    let count = 0;
    for (let i = 0; i < samples; i++) {
      const value = values[i * p + j]!;
      if (Number.isNaN(value)) continue;
      if (!Number.isFinite(value)) throw new RangeError('A value of the design is infinite.');
      means[j]! += value;
      count++;
    }
    means[j]! /= count;
  }
  const targetMean = target.reduce((sum, value) => sum + value, 0) / samples;

  const withTarget = new Float64Array(p);
  for (let i = 0; i < samples; i++) {
    const row = rowOf(design, i);
    for (let j = 0; j < p; j++)
      if (!Number.isNaN(row[j]!)) withTarget[j]! += (row[j]! - means[j]!) * (target[i]! - targetMean);
  }
  const { sums, counts } = kernels
    ? kernelPairSums(kernels, design, means, precision)
    : plainPairSums(design, means);
  const covariance = new Float64Array(p * p);
  const observed = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    withTarget[j]! /= counts[j * p + j]!;
    for (let k = 0; k <= j; k++) {
      const count = counts[j * p + k]!;
      if (!(count > 0)) throw new RangeError(`Features ${k} and ${j} are never observed together.`);
      covariance[j * p + k] = covariance[k * p + j] = sums[j * p + k]! / count;
      observed[j * p + k] = observed[k * p + j] = count / samples;
    }
  }
  return {
    covariance: { rows: p, columns: p, values: covariance },
    withTarget,
    observed: { rows: p, columns: p, values: observed },
    means,
    targetMean,
  };
}

function plainPairSums(design: DenseMatrix, means: Float64Array): PairSums {
  const { rows: samples, columns: p } = design;
  const sums = new Float64Array(p * p);
  const counts = new Float64Array(p * p);
  for (let i = 0; i < samples; i++) {
    const row = rowOf(design, i);
    for (let j = 0; j < p; j++) {
      if (Number.isNaN(row[j]!)) continue;
      const centred = row[j]! - means[j]!;
      for (let k = 0; k <= j; k++) {
        if (Number.isNaN(row[k]!)) continue;
        sums[j * p + k]! += centred * (row[k]! - means[k]!);
        counts[j * p + k]! += 1;
      }
    }
  }
  return { sums, counts };
}
