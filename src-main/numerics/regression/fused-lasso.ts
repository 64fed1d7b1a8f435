import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { softShrinkage, shrinkAll } from '../sparse/shrinkage.ts';
import { tautString } from './taut-string.ts';

export interface FusedLassoPenalties {
  /** Of steps: times sum |x[i + 1] - x[i]|. */
  readonly fusion: number;
  /** Of values: times sum |x[i]|. @default 0 */
  readonly sparsity?: number;
}

/**
 * The fused lasso of a signal (Tibshirani et al., JRSS B 67, 2005): the nearest one that is constant in pieces, and
 * where it can be zero. The steps are found exactly; the sparsity follows by soft shrinkage of what was found
 * (Friedman, Hastie, Hoefling & Tibshirani, Ann. Appl. Stat. 1(2), 2007).
 *
 * @param signal [n]
 * @param out [n], overwritten; may be the signal itself
 * @param options the precision of the kernels, see {@link tautString}
 * @param kernels with them the steps are found in WebAssembly
 * @throws RangeError when the lengths differ or a penalty is negative
 */
export function fusedLasso(
  signal: Float64Array,
  { fusion, sparsity = 0 }: FusedLassoPenalties,
  out: Float64Array,
  options: KernelOptions = {},
  kernels?: Kernels,
): void {
  if (!(sparsity >= 0)) throw new RangeError(`A penalty cannot be ${sparsity}.`);
  tautString(signal, fusion, out, options, kernels);
  shrinkAll(softShrinkage, out, sparsity, out);
}

/** Places i at which a piecewise constant signal changes from i - 1 to i by more than `least`. */
export function changePoints(signal: Float64Array, least = 1e-9): number[] {
  const places: number[] = [];
  for (let i = 1; i < signal.length; i++) if (Math.abs(signal[i]! - signal[i - 1]!) > least) places.push(i);
  return places;
}
