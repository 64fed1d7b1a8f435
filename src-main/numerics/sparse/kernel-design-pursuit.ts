import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import type { PursuitResult, PursuitStopping } from './matching-pursuit.ts';
import { singleDesign } from './single-design.ts';

/**
 * `orthogonalMatchingPursuit`, whose arguments these are, in single precision in WebAssembly.
 *
 * @throws RangeError when shapes do not fit or the limits do not make sense
 */
export function kernelDesignPursuit(
  kernels: Kernels,
  atoms: DenseMatrix,
  signal: Float64Array,
  { nonzeros, errorTarget = 0, nonNegative = false }: PursuitStopping,
  coefficients: Float64Array,
): PursuitResult {
  const { rows: atomCount, columns: dimension } = atoms;
  checkVector(signal, dimension, 'signal');
  checkVector(coefficients, atomCount, 'coefficients');
  if (!(nonzeros >= 0 && (Number.isInteger(nonzeros) || nonzeros === Infinity)))
    throw new RangeError(`A code cannot have at most ${nonzeros} atoms.`);
  if (!(errorTarget >= 0)) throw new RangeError(`An error target cannot be ${errorTarget}.`);
  const most = Math.min(nonzeros, atomCount, dimension);
  return kernels.scoped(() => {
    const { functions } = kernels;
    const design = singleDesign(kernels, atoms);
    const target = kernels.f64(design.stride);
    target.view.set(signal);
    const found = kernels.f64(1 + 2 * most);
    const count = functions.designPursuit(
      design.atoms.pointer,
      design.rows.pointer,
      atomCount,
      dimension,
      design.stride,
      target.pointer,
      most,
      errorTarget,
      nonNegative ? 1 : 0,
      found.pointer,
      kernels.f64(functions.designPursuitScratch(atomCount, design.stride, most) / 8).pointer,
    );
    const support = Array.from(found.view.subarray(1 + most, 1 + most + count));
    coefficients.fill(0);
    support.forEach((k, place) => (coefficients[k] = found.view[1 + place]!));
    return { support, residualEnergy: found.view[0]! };
  });
}
