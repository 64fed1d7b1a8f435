import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { F32, F64, Kernels } from '../kernels/kernels.ts';
import { copyRows, readRows } from '../kernels/padded-rows.ts';
import type { DenseMatrix } from '../linalg/dense-matrix.ts';

/** What `updateMaskedAtoms` is given; all but the mask is overwritten. */
interface MaskedUpdate {
  /** [count x dimension] */
  readonly mask: Uint8Array;
  /** [atomCount x dimension] */
  readonly atoms: DenseMatrix;
  /** [count x atomCount] */
  readonly codes: DenseMatrix;
  /** [count x dimension] */
  readonly residuals: DenseMatrix;
}

/** The sweep of `updateMaskedAtoms`, in WebAssembly. */
export function kernelUpdateMaskedAtoms(
  kernels: Kernels,
  precision: KernelOptions['precision'],
  { mask, atoms, codes, residuals }: MaskedUpdate,
  weighed: { readonly fixedAtoms: number; readonly missingWeight: number; readonly alternations: number },
): void {
  const { functions } = kernels;
  const { fixedAtoms, missingWeight, alternations } = weighed;
  const isSingle = precision === 'single';
  const { rows: count, columns: dimension } = residuals;
  const stride = Math.ceil(dimension / 4) * 4;
  const room = (length: number) => (isSingle ? kernels.f32(length) : kernels.f64(length));
  kernels.scoped(() => {
    const { starts, users, places } = usersByAtom(codes);
    const coefficients = room(places.length);
    coefficients.view.set(Float64Array.from(places, (place) => codes.values[place]!));
    const rows = room(count * stride);
    const weights = room(count * stride);
    const dictionary = room(atoms.rows * stride);
    copyRows(residuals.values, dimension, rows.view, stride);
    copyRows(mask, dimension, weights.view, stride);
    copyRows(atoms.values, dimension, dictionary.view, stride);
    if (missingWeight > 0) weighMissing(weights, dimension, stride, missingWeight);
    const update = isSingle ? functions.updateMaskedAtoms32 : functions.updateMaskedAtoms64;
    update(
      rows.pointer,
      weights.pointer,
      stride * (isSingle ? 4 : 8),
      kernels.copyI32(starts).pointer,
      kernels.copyI32(users).pointer,
      coefficients.pointer,
      dictionary.pointer,
      fixedAtoms,
      atoms.rows,
      alternations,
      room(2 * stride).pointer,
    );
    readRows(rows.view, stride, residuals.values, dimension);
    const learnt = fixedAtoms * dimension;
    readRows(dictionary.view.subarray(fixedAtoms * stride), stride, atoms.values.subarray(learnt), dimension);
    coefficients.view.forEach((coefficient, u) => (codes.values[places[u]!] = coefficient));
  });
}

/** The non-zeros of codes [count x atomCount] by atom: where each atom's begin, their rows, and their places in the codes. */
function usersByAtom({ columns, values }: DenseMatrix) {
  const starts = new Int32Array(columns + 1);
  for (let place = 0, k = 0; place < values.length; place++) {
    if (values[place] !== 0) starts[k + 1]!++;
    if (++k === columns) k = 0;
  }
  for (let k = 0; k < columns; k++) starts[k + 1]! += starts[k]!;
  const users = new Int32Array(starts[columns]!);
  const places = new Int32Array(users.length);
  const next = starts.slice();
  for (let place = 0, k = 0, row = 0; place < values.length; place++) {
    if (values[place] !== 0) {
      const at = next[k]!++;
      users[at] = row;
      places[at] = place;
    }
    if (++k === columns) {
      k = 0;
      row++;
    }
  }
  return { starts, users, places };
}

function weighMissing({ view }: F32 | F64, dimension: number, stride: number, weight: number): void {
  for (let start = 0; start < view.length; start += stride)
    for (let i = start; i < start + dimension; i++) if (view[i] === 0) view[i] = weight;
}
