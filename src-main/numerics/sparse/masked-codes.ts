import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, rowOf, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { kernelMaskedCodes } from './kernel-masked-codes.ts';
import { orthogonalMatchingPursuit } from './orthogonal-matching-pursuit.ts';
import type { PursuitStopping } from './matching-pursuit.ts';

/** What a mask leaves of a dictionary and a signal: the observed values side by side. */
export interface Observed {
  /** [atomCount x observed]; no longer of unit norm. */
  readonly atoms: DenseMatrix;
  /** [observed] */
  readonly signal: Float64Array;
}

/**
 * Picks out the observed values; null when there are none.
 *
 * @param atoms [atomCount x dimension]
 * @param signal [dimension]; what is not observed may be anything
 * @param mask [dimension]; 0 where a value is missing
 */
export function observedPart(
  atoms: DenseMatrix,
  signal: Float64Array,
  mask: ArrayLike<number>,
): Observed | null {
  const { rows, columns, values } = atoms;
  const places: number[] = [];
  for (let i = 0; i < columns; i++) if (mask[i] !== 0) places.push(i);
  if (places.length === 0) return null;
  const observed = new Float64Array(rows * places.length);
  for (let k = 0, at = 0; k < rows; k++)
    for (let i = 0; i < places.length; i++, at++) observed[at] = values[k * columns + places[i]!]!;
  return {
    atoms: { rows, columns: places.length, values: observed },
    signal: Float64Array.from(places, (i) => signal[i]!),
  };
}

/**
 * Codes of signals with missing values: orthogonal matching pursuit that looks at the observed values alone, atoms
 * weighing by what is observed of them (Mairal, Elad & Sapiro, IEEE TIP 17(1), 2008, section III). Times the whole atoms
 * a code also says what is missing. A signal of which nothing is observed has an empty code.
 *
 * @param atoms [atomCount x dimension]
 * @param signals [count x dimension]
 * @param mask [count x dimension]; 0 where a value is missing
 * @param stopping `errorTarget` is per observed value: times their number for each signal
 * @param codes [count x atomCount], overwritten
 * @param kernels with them the pursuits are done in WebAssembly, many times as quickly: in double precision to the same codes
 *   but for rounding, in single precision to about six digits, where of two atoms that explain nearly as much it may be the
 *   other one that is chosen. A signal whose observed energy is not finite in that precision has an empty code
 * @throws RangeError when shapes do not fit, or with kernels the limits do not make sense
 */
export function maskedCodes(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  mask: Uint8Array,
  { errorTarget = 0, precision, ...stopping }: PursuitStopping & KernelOptions,
  codes: DenseMatrix,
  kernels?: Kernels,
): void {
  const { rows: count, columns } = signals;
  checkVector(signals.values, count * atoms.columns, 'signals');
  checkVector(mask, count * columns, 'mask');
  checkVector(codes.values, count * atoms.rows, 'codes');
  if (kernels) {
    kernelMaskedCodes(kernels, atoms, signals, mask, { ...stopping, errorTarget }, precision, codes);
    return;
  }
  for (let i = 0; i < count; i++) {
    const code = rowOf(codes, i);
    const observed = observedPart(atoms, rowOf(signals, i), mask.subarray(i * columns, (i + 1) * columns));
    if (!observed) {
      code.fill(0);
      continue;
    }
    orthogonalMatchingPursuit(
      observed.atoms,
      observed.signal,
      { ...stopping, errorTarget: errorTarget * observed.signal.length },
      code,
    );
  }
}
