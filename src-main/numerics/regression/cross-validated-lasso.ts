import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { rowOf, transposed, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { transposeTimesVector } from '../linalg/products.ts';
import { lassoCoordinateDescent } from '../sparse/lasso-coordinate-descent.ts';
import { largestPenalty, type LassoStopping } from '../sparse/lasso-problem.ts';
import { centredDesign, interceptOf, type CentredDesign } from './centred-design.ts';
import { lassoPath, penaltyGrid, type PenaltyGrid } from './lasso-path.ts';

export interface CrossValidationOptions extends PenaltyGrid, LassoStopping, KernelOptions {
  /** Samples are held out in this many runs of neighbours. @default 5 */
  readonly folds?: number;
}

export interface CrossValidatedLasso {
  /** [penalties] lambda per sample, falling. */
  readonly penalties: Float64Array;
  /** [penalties x folds] mean squared error on the samples held out. */
  readonly errors: DenseMatrix;
  /** The penalty per sample with the least mean error over the folds. */
  readonly chosen: number;
  /** [features], learnt with it from all samples. */
  readonly weights: Float64Array;
  readonly intercept: number;
}

/**
 * Chooses the lasso's penalty by k-fold cross-validation and learns with it from all samples: least
 * |y - X w - b|^2 / 2n + lambda |w|_1 for n samples. lambda is per sample, so that it means the same in every fold.
 * Folds are runs of neighbouring samples, the first ones larger by one where they do not divide evenly; shuffle the
 * samples beforehand where their order means something.
 *
 * @param design X [samples x features]
 * @param target y [samples]
 * @param kernels with them and `precision: 'single'` the lasso is solved in WebAssembly, as `lassoCoordinateDescent` says
 * @throws RangeError when shapes do not fit or there are not 2 to `samples` folds
 */
export function crossValidatedLasso(
  design: DenseMatrix,
  target: Float64Array,
  { folds = 5, count = 100, ratio = 1e-3, ...solving }: CrossValidationOptions = {},
  kernels?: Kernels,
): CrossValidatedLasso {
  const { rows: samples, columns: features } = design;
  if (!(Number.isInteger(folds) && folds >= 2 && folds <= samples))
    throw new RangeError(`${samples} samples cannot be split into ${folds} folds.`);
  const whole = centredDesign(design, target);
  const largest = largestPenalty(whole.features, whole.target) / samples;
  const penalties = penaltyGrid(largest, { count, ratio });
  const errors = new Float64Array(count * folds);
  let start = 0;
  for (let fold = 0; fold < folds; fold++) {
    const end = start + Math.floor(samples / folds) + (fold < samples % folds ? 1 : 0);
    const kept = Array.from({ length: samples }, (_, i) => i).filter((i) => i < start || i >= end);
    const training = centredDesign(
      pickRows(design, kept),
      Float64Array.from(kept, (i) => target[i]!),
    );
    const path = lassoPath(
      training.features,
      training.target,
      penalties.map((penalty) => penalty * kept.length),
      solving,
      kernels,
    );
    const held = heldOut(design, start, end, training);
    const predicted = new Float64Array(end - start);
    for (let p = 0; p < count; p++) {
      transposeTimesVector(held, rowOf(path, p), predicted);
      let sum = 0;
      for (let i = start; i < end; i++)
        sum += (target[i]! - training.targetMean - predicted[i - start]!) ** 2;
      errors[p * folds + fold] = sum / (end - start);
    }
    start = end;
  }
  const means = Array.from(penalties, (_, p) =>
    errors.subarray(p * folds, (p + 1) * folds).reduce((sum, error) => sum + error, 0),
  );
  const chosen = penalties[means.indexOf(Math.min(...means))]!;
  const weights = new Float64Array(features);
  lassoCoordinateDescent(
    { atoms: whole.features, signal: whole.target, penalty: chosen * samples },
    weights,
    solving,
    kernels,
  );
  return {
    penalties,
    errors: { rows: count, columns: folds, values: errors },
    chosen,
    weights,
    intercept: interceptOf(whole, weights),
  };
}

/** [features x samples] the samples from start to end (exclusive) less the means of those that were learnt from. */
function heldOut(
  { columns, values }: DenseMatrix,
  start: number,
  end: number,
  { featureMeans }: CentredDesign,
): DenseMatrix {
  const held = transposed({
    rows: end - start,
    columns,
    values: values.subarray(start * columns, end * columns),
  });
  featureMeans.forEach((mean, k) => {
    for (let i = k * held.columns; i < (k + 1) * held.columns; i++) held.values[i]! -= mean;
  });
  return held;
}

function pickRows(matrix: DenseMatrix, rows: readonly number[]): DenseMatrix {
  const values = new Float64Array(rows.length * matrix.columns);
  rows.forEach((row, i) => {
    values.set(rowOf(matrix, row), i * matrix.columns);
  });
  return { rows: rows.length, columns: matrix.columns, values };
}
