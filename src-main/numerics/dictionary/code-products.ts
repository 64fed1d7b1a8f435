import type { Kernels } from '../kernels/kernels.ts';
import { rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { transposeTimesVector } from '../linalg/products.ts';
import { squaredNorm } from '../linalg/vectors.ts';
import { kernelCodeSums, kernelResidualEnergy, kernelResidualSums } from './kernel-code-products.ts';

/** Y - X D, [count x dimension] */
export function codeResiduals(atoms: DenseMatrix, signals: DenseMatrix, codes: DenseMatrix): DenseMatrix {
  const values = new Float64Array(signals.values.length);
  for (let i = 0; i < signals.rows; i++) {
    const residual = values.subarray(i * signals.columns, (i + 1) * signals.columns);
    transposeTimesVector(atoms, rowOf(codes, i), residual);
    for (let a = 0; a < signals.columns; a++)
      residual[a] = signals.values[i * signals.columns + a]! - residual[a]!;
  }
  return { rows: signals.rows, columns: signals.columns, values };
}

/**
 * |Y - X D|^2, the energy of all residuals together.
 *
 * @param atoms D [atomCount x dimension]
 * @param signals Y [count x dimension]
 * @param codes X [count x atomCount]
 * @param kernels with them in WebAssembly, in single precision; as of all functions here
 */
export function residualEnergy(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  codes: DenseMatrix,
  kernels?: Kernels,
): number {
  if (kernels) return kernelResidualEnergy(kernels, atoms, signals, codes);
  return squaredNorm(codeResiduals(atoms, signals, codes).values);
}

/** What codes leave of their signals. */
export interface ResidualSums {
  /** |Y - X D|^2 */
  readonly energy: number;
  /** Xt (Y - X D) [atomCount x dimension] */
  readonly products: DenseMatrix;
}

/** The energy of the residuals, and of each atom the sum of the residuals weighted by its coefficients. */
export function residualSums(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  codes: DenseMatrix,
  kernels?: Kernels,
): ResidualSums {
  if (kernels) return kernelResidualSums(kernels, atoms, signals, codes);
  const residuals = codeResiduals(atoms, signals, codes);
  return { energy: squaredNorm(residuals.values), products: productOverRows(codes, residuals) };
}

/** All that least squares of signals on their codes need. */
export interface CodeSums {
  /** A = Xt X [atomCount x atomCount] */
  readonly codeProducts: DenseMatrix;
  /** B = Xt Y [atomCount x dimension] */
  readonly signalProducts: DenseMatrix;
}

/** The products of codes with each other and with their signals, summed over the signals. */
export function codeSums(signals: DenseMatrix, codes: DenseMatrix, kernels?: Kernels): CodeSums {
  if (kernels) return kernelCodeSums(kernels, signals, codes);
  return { codeProducts: productOverRows(codes, codes), signalProducts: productOverRows(codes, signals) };
}

/** Xt Y [columns of X x columns of Y]: sums over the rows. Codes are sparse, so zeros cost nothing. */
function productOverRows(codes: DenseMatrix, right: DenseMatrix): DenseMatrix {
  const values = new Float64Array(codes.columns * right.columns);
  const sums = { rows: codes.columns, columns: right.columns, values };
  for (let i = 0; i < codes.rows; i++) {
    const row = right.values.subarray(i * right.columns, (i + 1) * right.columns);
    for (let k = 0; k < codes.columns; k++) {
      const x = codes.values[i * codes.columns + k]!;
      if (x === 0) continue;
      const sum = values.subarray(k * right.columns, (k + 1) * right.columns);
      for (let a = 0; a < row.length; a++) sum[a]! += x * row[a]!;
    }
  }
  return sums;
}
