import type { Kernels } from '../kernels/kernels.ts';
import { rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { gramOfRows, transposeTimesVector } from '../linalg/products.ts';
import { squaredNorm } from '../linalg/vectors.ts';
import { homotopyCodes } from '../sparse/homotopy-codes.ts';
import { lassoCodes } from '../sparse/lasso-codes.ts';
import { pursuitCodes } from '../sparse/pursuit-codes.ts';

/**
 * Codes signals Y [count x dimension] over atoms D [atomCount x dimension] into X [count x atomCount], which on entry
 * holds the codes over the dictionary before, or zeros.
 */
export type Coder = (atoms: DenseMatrix, signals: DenseMatrix, codes: DenseMatrix) => void;

/** Codes of at most `nonzeros` atoms, by orthogonal matching pursuit. */
export function pursuitCoder(nonzeros: number): Coder {
  return (atoms, signals, codes) => {
    pursuitCodes(atoms, signals, { nonzeros }, codes);
  };
}

/**
 * Lasso codes, by coordinate descent until they have converged.
 *
 * @param kernels with them codes are exact whatever the tolerance, followed along their paths in WebAssembly
 */
export function lassoCoder(penalty: number, nonNegative = false, tolerance = 1e-6, kernels?: Kernels): Coder {
  if (kernels)
    return (atoms, signals, codes) => {
      homotopyCodes(atoms, signals, penalty, codes, { nonNegative }, gramOfRows(atoms), kernels);
    };
  return (atoms, signals, codes) => {
    lassoCodes(atoms, signals, penalty, codes, { nonNegative, tolerance });
  };
}

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

/** Mean squared norm of the rows of Y - X D. */
export function meanResidualEnergy(atoms: DenseMatrix, signals: DenseMatrix, codes: DenseMatrix): number {
  return squaredNorm(codeResiduals(atoms, signals, codes).values) / signals.rows;
}

/** Xt Y [columns of X x columns of Y]: sums over the rows. Codes are sparse, so zeros cost nothing. */
export function productOverRows(codes: DenseMatrix, right: DenseMatrix): DenseMatrix {
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
