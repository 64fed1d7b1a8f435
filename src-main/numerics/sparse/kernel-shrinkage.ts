import { checkRows } from '../kernels/check-shape.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';

const kinds = ['soft', 'non-negative', 'hard', 'tanh'] as const;

/** `softShrinkage`, `nonNegativeSoftShrinkage`, `hardShrinkage` or `tanhShrinkage`. */
export type ShrinkageKind = (typeof kinds)[number];

/**
 * Shrinks every value as `shrinkAll` does, in WebAssembly and single precision.
 *
 * @param threshold in the unit of the values, at least 0
 * @param out as long as the values, overwritten; may be the values themselves
 * @throws RangeError when the lengths differ or the threshold is negative
 */
export function shrinkAllInSingle(
  kernels: Kernels,
  kind: ShrinkageKind,
  values: F32,
  threshold: number,
  out: F32,
): void {
  checkRows(out, 1, values.length, 'shrunk values');
  if (!(threshold >= 0)) throw new RangeError(`A threshold cannot be ${threshold}.`);
  const { functions } = kernels;
  functions.shrinkAll(values.pointer, values.length, kinds.indexOf(kind), threshold, out.pointer);
}
