import { checkVector, rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { gramOfRows, timesTranspose } from '../linalg/products.ts';
import { lassoByGram, type GramLassoOptions } from './lasso-by-gram.ts';

/**
 * Lasso codes of many signals over one dictionary: each row x minimises 1/2 |y - Dt x|^2 + lambda |x|_1, over x >= 0
 * if so asked, by coordinate descent on the Gram matrix.
 *
 * @param atoms D [atomCount x dimension]
 * @param signals [count x dimension]
 * @param codes [count x atomCount]; on entry where to start, on return the codes
 * @param gram D Dt, where the caller has it already
 * @returns how many signals did not reach the tolerance
 * @throws RangeError when shapes do not fit
 */
export function lassoCodes(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  penalty: number,
  codes: DenseMatrix,
  options: GramLassoOptions = {},
  gram: DenseMatrix = gramOfRows(atoms),
): number {
  checkVector(codes.values, signals.rows * atoms.rows, 'codes');
  const targets = timesTranspose(signals, atoms);
  const correlations = new Float64Array(atoms.rows);
  let unfinished = 0;
  for (let i = 0; i < signals.rows; i++)
    if (!lassoByGram(gram, rowOf(targets, i), penalty, rowOf(codes, i), correlations, options)) unfinished++;
  return unfinished;
}
