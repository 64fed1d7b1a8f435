import { checkRows } from '../kernels/check-shape.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';
import type { CoderDictionary } from './dictionary.ts';
import { checkCodeRows, type SparseCodes } from './sparse-codes.ts';

export { prepareDictionary, type CoderDictionary } from './dictionary.ts';
export { createCodes, type SparseCodes } from './sparse-codes.ts';
export { correlations, reconstruct, residuals } from './linear-maps.ts';

export interface BatchOmpStopping {
  /** Most atoms per signal; at most the codes' own `nonzeros`. */
  nonzeros: number;
  /** Stop once the squared residual norm of a signal is at or below this; 0 for no such target. */
  errorTarget: number;
}

/**
 * Orthogonal matching pursuit of many signals over one dictionary: each step takes the atom most correlated
 * with the residual and projects the signal onto all atoms taken so far. Batch-OMP with progressive Cholesky
 * factorisation (Rubinstein, Zibulevsky, Elad 2008, Technion CS-2008-08), in single precision.
 *
 * A signal's code ends at the sparsity limit, at the error target, or when no atom is left that is both
 * correlated with the residual and linearly independent of those taken (1 - |w|^2 below 1e-5 for the new row
 * w of the Cholesky factor). Equal correlations go to the lower atom index. The residual energy is measured
 * on the residual itself; only the test against the error target uses the recursion, which agrees to about
 * 1e-6 of the signal's energy. A zero signal has an empty code; so has a signal with a NaN or infinite value,
 * whose residual energy is then not finite either.
 *
 * The result depends on each signal alone, not on its place or on `count`.
 *
 * @param signals [count x dimension], row-major
 * @param codes rows 0..count-1 are overwritten
 * @throws RangeError when shapes or limits do not fit
 */
export function batchOmp(
  kernels: Kernels,
  dictionary: CoderDictionary,
  signals: F32,
  count: number,
  stopping: BatchOmpStopping,
  codes: SparseCodes,
): void {
  const { nonzeros, errorTarget } = stopping;
  checkRows(signals, count, dictionary.dimension, 'signals');
  checkCodeRows(codes, count);
  if (!(Number.isInteger(nonzeros) && nonzeros > 0 && nonzeros <= codes.nonzeros))
    throw new RangeError(`Codes of at most ${codes.nonzeros} atoms cannot be limited to ${nonzeros}.`);
  if (!(errorTarget >= 0)) throw new RangeError(`An error target cannot be ${errorTarget}.`);
  const panelCount = dictionary.paddedAtomCount / 8;
  kernels.scoped(() => {
    const scratch = kernels.f32(
      kernels.functions.batchOmpScratch(panelCount, dictionary.dimension, codes.nonzeros),
    );
    kernels.functions.batchOmp(
      signals.pointer,
      count,
      dictionary.dimension,
      dictionary.atoms.pointer,
      dictionary.panels.pointer,
      dictionary.gram.pointer,
      panelCount,
      codes.nonzeros,
      nonzeros,
      errorTarget,
      codes.indices.pointer,
      codes.coefficients.pointer,
      codes.sizes.pointer,
      codes.residualEnergy.pointer,
      scratch.pointer,
    );
  });
}
