import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { kernelMaskedCodes } from './kernel-masked-codes.ts';
import type { PursuitStopping } from './matching-pursuit.ts';
import { orthogonalMatchingPursuit } from './orthogonal-matching-pursuit.ts';

/**
 * Codes of many signals by orthogonal matching pursuit, see {@link orthogonalMatchingPursuit}: over atoms of any norm, and
 * with `nonNegative` of positive coefficients alone. Where atoms are of unit norm and coefficients of either sign, `batchOmp`
 * is quicker still.
 *
 * @param atoms [atomCount x dimension], any norms; those of zeros are never chosen
 * @param signals [count x dimension]
 * @param codes [count x atomCount], overwritten
 * @param kernels with them the pursuits are done in WebAssembly: in double precision to the same codes but for rounding, in
 *   single precision to about six digits, where of two atoms that explain nearly as much it may be the other one that is
 *   chosen. A signal whose energy is not finite in that precision has an empty code
 * @throws RangeError when shapes do not fit, or with kernels the limits do not make sense
 */
export function pursuitCodes(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  { precision, ...stopping }: PursuitStopping & KernelOptions,
  codes: DenseMatrix,
  kernels?: Kernels,
): void {
  const { rows: count } = signals;
  checkVector(signals.values, count * atoms.columns, 'signals');
  checkVector(codes.values, count * atoms.rows, 'codes');
  if (kernels) {
    const errorTarget = (stopping.errorTarget ?? 0) / atoms.columns;
    kernelMaskedCodes(kernels, atoms, signals, null, { ...stopping, errorTarget }, precision, codes);
    return;
  }
  for (let i = 0; i < count; i++)
    orthogonalMatchingPursuit(atoms, rowOf(signals, i), stopping, rowOf(codes, i));
}
