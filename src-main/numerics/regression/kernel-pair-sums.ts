import type { Kernels } from '../kernels/kernels.ts';
import { denseMatrix, transposed, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { timesTranspose } from '../linalg/products.ts';
import { singleCovariance, singleTimesTranspose } from '../linalg/single-precision-rows.ts';
import { largestMagnitude } from '../linalg/vectors.ts';

/** Of every pair of features; entries [j][k] with k <= j are complete. */
export interface PairSums {
  /** [features x features] products of what both deviate from their means, summed over the samples that have both. */
  readonly sums: Float64Array;
  /** [features x features] number of these samples. */
  readonly counts: Float64Array;
}

/** Pair sums in WebAssembly: where a value is missing its deviation is 0, and so is the number it is counted by. */
export function kernelPairSums(
  kernels: Kernels,
  { rows: samples, columns: p, values }: DenseMatrix,
  means: Float64Array,
  precision: 'double' | 'single',
): PairSums {
  const deviations = denseMatrix(samples, p, new Float64Array(samples * p));
  const present = denseMatrix(p, samples, new Float64Array(samples * p));
  for (let i = 0; i < samples; i++)
    for (let j = 0; j < p; j++) {
      const value = values[i * p + j]!;
      if (Number.isNaN(value)) continue;
      deviations.values[i * p + j] = value - means[j]!;
      present.values[j * samples + i] = 1;
    }
  if (precision === 'double') {
    const rows = transposed(deviations);
    return {
      sums: timesTranspose(rows, rows, kernels).values,
      counts: timesTranspose(present, present, kernels).values,
    };
  }
  // Squares of what is measured in small or large units would leave the range of single precision.
  const unit = largestMagnitude(deviations.values) || 1;
  for (let at = 0; at < values.length; at++) deviations.values[at]! /= unit;
  // The mean deviation of what is observed is 0, so that the scatter of all is that around no mean at all.
  const scatter = singleCovariance(kernels, deviations).covariance.to1DArray();
  const none = new Float64Array(Math.max(samples, p));
  const [less, plus] = [none.subarray(0, samples), none.subarray(0, p)];
  return {
    sums: Float64Array.from(scatter, (value) => value * samples * unit * unit),
    // Whole numbers below 2^24 have no rounding.
    counts: singleTimesTranspose(kernels, present, present, less, plus).values,
  };
}
