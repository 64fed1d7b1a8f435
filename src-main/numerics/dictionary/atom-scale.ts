import { rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { squaredNorm } from '../linalg/vectors.ts';

/**
 * Scales every atom [atomCount x dimension] to unit norm in place, and its coefficients [count x atomCount] so that what
 * they rebuild stays the same. Atoms of norm 0 stay.
 */
export function scaleToUnitNorm(atoms: DenseMatrix, codes?: DenseMatrix): void {
  for (let k = 0; k < atoms.rows; k++) {
    const atom = rowOf(atoms, k);
    const norm = Math.sqrt(squaredNorm(atom));
    if (!(norm > 0)) continue;
    for (let a = 0; a < atom.length; a++) atom[a]! /= norm;
    if (codes) for (let i = k; i < codes.values.length; i += codes.columns) codes.values[i]! *= norm;
  }
}
