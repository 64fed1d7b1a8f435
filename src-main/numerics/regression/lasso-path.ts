import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import { kernelLassoDescent } from '../sparse/kernel-lasso-descent.ts';
import { coordinateDescent } from '../sparse/lasso-coordinate-descent.ts';
import { largestPenalty, type LassoStopping } from '../sparse/lasso-problem.ts';

export interface PenaltyGrid {
  /** Number of penalties. @default 100 */
  readonly count?: number;
  /** The last penalty as a share of the first. @default 1e-3 */
  readonly ratio?: number;
}

/** [count] penalties from the largest down, each the same share of the one before. */
export function penaltyGrid(largest: number, { count = 100, ratio = 1e-3 }: PenaltyGrid = {}): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => largest * ratio ** (count > 1 ? i / (count - 1) : 0));
}

export interface LassoPathOptions extends LassoStopping, KernelOptions {
  readonly nonNegative?: boolean;
}

/**
 * The lasso's solutions for falling penalties, each started from the one before (Friedman, Hastie & Tibshirani 2010).
 *
 * @param atoms [atomCount x dimension]
 * @param signal [dimension]
 * @param penalties falling; without them a grid from the largest that matters
 * @param kernels with them and `precision: 'single'` all is done in WebAssembly, as `lassoCoordinateDescent` says
 * @returns [penalties x atomCount]
 * @throws RangeError when shapes do not fit or a penalty is negative
 */
export function lassoPath(
  atoms: DenseMatrix,
  signal: Float64Array,
  penalties: Float64Array = penaltyGrid(largestPenalty(atoms, signal)),
  { nonNegative = false, precision = 'double', ...stopping }: LassoPathOptions = {},
  kernels?: Kernels,
): DenseMatrix {
  if (kernels && precision === 'single') {
    const problem = { atoms, signal, nonNegative };
    const { path } = kernelLassoDescent(kernels, problem, penalties, new Float64Array(atoms.rows), stopping);
    return { rows: penalties.length, columns: atoms.rows, values: path };
  }
  const values = new Float64Array(penalties.length * atoms.rows);
  const coefficients = new Float64Array(atoms.rows);
  const solve = coordinateDescent({ atoms, signal, nonNegative }, coefficients);
  penalties.forEach((penalty, i) => {
    solve(penalty, stopping);
    values.set(coefficients, i * atoms.rows);
  });
  return { rows: penalties.length, columns: atoms.rows, values };
}
