import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { absoluteSum, innerProduct } from '../linalg/vectors.ts';
import { codeSums, residualEnergy, type CodeSums } from './code-products.ts';
import { lassoCoder } from './coder.ts';

export interface LassoLearningOptions extends KernelOptions {
  /** lambda */
  readonly penalty: number;
  readonly iterations: number;
  /** Keep codes and atoms at or above 0. @default false */
  readonly nonNegative?: boolean;
  /** How far the codes converge, see `lassoCoder`. @default 1e-4 */
  readonly tolerance?: number;
}

/**
 * Learns atoms and lasso codes in turn, least 1/2 |Y - X D|^2 + lambda |X|_1 with atoms in the unit ball (Mairal, Bach,
 * Ponce & Sapiro, JMLR 11, 2010), and with `nonNegative` neither codes nor atoms below 0 (Hoyer 2002; the paper's section
 * 5.2). Neither half ever raises the objective.
 *
 * @param signals Y [count x dimension]
 * @param atoms D [atomCount x dimension], norms at most 1: where to start, overwritten
 * @param kernels with them the codes, nearly all of the work, are found in WebAssembly, and in single precision the products
 *   with them as well
 * @returns the objective per signal after each iteration
 * @throws RangeError when shapes do not fit, or non-negative learning starts from a negative atom
 */
export function learnByLasso(
  signals: DenseMatrix,
  atoms: DenseMatrix,
  { penalty, iterations, nonNegative = false, tolerance = 1e-4, precision = 'double' }: LassoLearningOptions,
  kernels?: Kernels,
): number[] {
  checkVector(atoms.values, atoms.rows * signals.columns, 'atoms');
  if (nonNegative && atoms.values.some((value) => value < 0))
    throw new RangeError('Non-negative learning cannot start from atoms with negative values.');
  // Codes start from those before, so that even half converged ones never raise the objective.
  const coder = lassoCoder(penalty, { nonNegative, tolerance, precision }, kernels);
  const inSingle = precision === 'single' ? kernels : undefined;
  const codes = {
    rows: signals.rows,
    columns: atoms.rows,
    values: new Float64Array(signals.rows * atoms.rows),
  };
  return Array.from({ length: iterations }, () => {
    coder(atoms, signals, codes);
    sweepAtoms(codeSums(signals, codes, inSingle), atoms, nonNegative);
    const residual = residualEnergy(atoms, signals, codes, inSingle);
    return (residual / 2 + penalty * absoluteSum(codes.values)) / signals.rows;
  });
}

/**
 * One sweep of block coordinate descent on 1/2 tr(Dt A D) - tr(Dt B): each used atom goes to d + (b - A d) / A_kk, brought
 * back into the unit ball (and above 0), which is the best that it can be while the others stay.
 *
 * @param atoms [atomCount x dimension], overwritten
 */
export function sweepAtoms(
  { codeProducts: A, signalProducts: B }: CodeSums,
  atoms: DenseMatrix,
  nonNegative: boolean,
): void {
  const { rows, columns, values } = atoms;
  for (let k = 0; k < rows; k++) {
    const own = A.values[k * rows + k]!;
    if (!(own > 0)) continue;
    const atom = rowOf(atoms, k);
    const step = B.values.slice(k * columns, (k + 1) * columns);
    for (let j = 0; j < rows; j++) {
      const weight = A.values[k * rows + j]!;
      if (weight === 0) continue;
      for (let a = 0; a < columns; a++) step[a]! -= weight * values[j * columns + a]!;
    }
    for (let a = 0; a < columns; a++) {
      const moved = atom[a]! + step[a]! / own;
      atom[a] = nonNegative ? Math.max(moved, 0) : moved;
    }
    const norm = Math.sqrt(innerProduct(atom, 0, atom, 0, columns));
    if (norm > 1) for (let a = 0; a < columns; a++) atom[a]! /= norm;
  }
}
