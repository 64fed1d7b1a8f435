import type { F32, F64, Kernels } from '../kernels/kernels.ts';
import type { DenseMatrix } from '../linalg/dense-matrix.ts';

/** A design of one problem in kernel memory, for the kernels that go over all of its atoms with one vector. */
export interface SingleDesign {
  /** [atomCount x dimension] as given. */
  readonly atoms: F64;
  /** [atomCount rounded up to a multiple of 8 x stride] in single precision; the rest is 0. */
  readonly rows: F32;
  /** The dimension rounded up to a multiple of 8. */
  readonly stride: number;
}

/** Takes a design to the kernels; it stays there until the caller gives it back. */
export function singleDesign(
  kernels: Kernels,
  { rows: atomCount, columns: dimension, values }: DenseMatrix,
): SingleDesign {
  const stride = Math.ceil(dimension / 8) * 8;
  const atoms = kernels.copyF64(values);
  const rows = kernels.f32(Math.ceil(atomCount / 8) * 8 * stride);
  kernels.scoped(() => {
    const nothing = kernels.f64(dimension).pointer;
    kernels.functions.rowsToSingle(atoms.pointer, atomCount, dimension, nothing, rows.pointer, stride);
  });
  return { atoms, rows, stride };
}
