import { checkVector, rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { gramOfRows } from '../linalg/products.ts';
import { leastAngleRegression } from './least-angle-regression.ts';

/**
 * Lasso codes of many signals over one dictionary, exact to rounding: each is followed along its path from no atom at all
 * down to the penalty (the homotopy of Osborne, Presnell & Turlach, IMA J. Numer. Anal. 20(3), 2000). Quicker than
 * coordinate descent where atoms are alike.
 *
 * @param atoms D [atomCount x dimension]
 * @param signals [count x dimension]
 * @param codes [count x atomCount], overwritten
 * @param gram D Dt, where the caller has it already
 * @throws RangeError when shapes do not fit
 */
export function homotopyCodes(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  penalty: number,
  codes: DenseMatrix,
  { nonNegative = false }: { readonly nonNegative?: boolean } = {},
  gram: DenseMatrix = gramOfRows(atoms),
): void {
  checkVector(codes.values, signals.rows * atoms.rows, 'codes');
  const options = { method: 'lasso', leastPenalty: penalty, nonNegative, gram } as const;
  for (let i = 0; i < signals.rows; i++) {
    const { coefficients } = leastAngleRegression(atoms, rowOf(signals, i), options);
    rowOf(codes, i).set(coefficients.at(-1)!);
  }
}
