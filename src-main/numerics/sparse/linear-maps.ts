import { checkRows } from '../kernels/check-shape.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';
import type { CoderDictionary } from './dictionary.ts';
import { checkCodeRows, type SparseCodes } from './sparse-codes.ts';

/**
 * Inner products of every signal with every atom.
 *
 * @param signals [count x dimension], row-major
 * @param out [count x paddedAtomCount], overwritten; padded columns are zero
 * @throws RangeError when shapes do not fit
 */
export function correlations(
  kernels: Kernels,
  dictionary: CoderDictionary,
  signals: F32,
  count: number,
  out: F32,
): void {
  checkRows(signals, count, dictionary.dimension, 'signals');
  checkRows(out, count, dictionary.paddedAtomCount, 'correlations');
  kernels.functions.correlate(
    signals.pointer,
    count,
    dictionary.dimension,
    dictionary.panels.pointer,
    dictionary.paddedAtomCount / 8,
    out.pointer,
  );
}

/**
 * What the codes rebuild: each signal as the sum of its atoms times their coefficients.
 *
 * @param out [count x dimension], overwritten
 * @throws RangeError when shapes do not fit
 */
export function reconstruct(
  kernels: Kernels,
  dictionary: CoderDictionary,
  codes: SparseCodes,
  count: number,
  out: F32,
): void {
  checkRows(out, count, dictionary.dimension, 'signals to rebuild');
  checkCodeRows(codes, count);
  kernels.functions.reconstruct(
    dictionary.atoms.pointer,
    dictionary.dimension,
    count,
    codes.nonzeros,
    codes.indices.pointer,
    codes.coefficients.pointer,
    codes.sizes.pointer,
    out.pointer,
  );
}

/**
 * What the codes leave unexplained: each signal minus what its code rebuilds.
 *
 * @param signals [count x dimension], row-major
 * @param out [count x dimension], overwritten; may be the signals themselves
 * @throws RangeError when shapes do not fit
 */
export function residuals(
  kernels: Kernels,
  dictionary: CoderDictionary,
  signals: F32,
  codes: SparseCodes,
  count: number,
  out: F32,
): void {
  checkRows(signals, count, dictionary.dimension, 'signals');
  checkRows(out, count, dictionary.dimension, 'residuals');
  checkCodeRows(codes, count);
  kernels.functions.residuals(
    signals.pointer,
    dictionary.atoms.pointer,
    dictionary.dimension,
    count,
    codes.nonzeros,
    codes.indices.pointer,
    codes.coefficients.pointer,
    codes.sizes.pointer,
    out.pointer,
  );
}
