import type { F32 } from '../kernels/kernels.ts';
import type { SparseCodes } from '../sparse/batch-omp.ts';

/** The sums A and B of online dictionary learning while it runs; see OnlineState. */
export interface OnlineSums {
  /** A [atomCount x atomCount] */
  codeProducts: Float32Array;
  /** B [atomCount x dimension] */
  patchProducts: Float32Array;
}

/** Multiplies both sums by a factor in [0, 1]: the share of the past that is kept. */
export function forget({ codeProducts, patchProducts }: OnlineSums, factor: number): void {
  for (let i = 0; i < codeProducts.length; i++) codeProducts[i]! *= factor;
  for (let i = 0; i < patchProducts.length; i++) patchProducts[i]! *= factor;
}

/** Makes both sums forget one atom. */
export function forgetAtom({ codeProducts, patchProducts }: OnlineSums, atom: number): void {
  const atomCount = Math.sqrt(codeProducts.length);
  const dimension = patchProducts.length / atomCount;
  patchProducts.fill(0, atom * dimension, (atom + 1) * dimension);
  codeProducts.fill(0, atom * atomCount, (atom + 1) * atomCount);
  for (let k = 0; k < atomCount; k++) codeProducts[k * atomCount + atom] = 0;
}

/**
 * Adds weight times x xt to A and weight times x yt to B for the first `count` codes x and their patches y.
 *
 * @param signals [count x dimension]
 */
export function addToSums(
  { codeProducts, patchProducts }: OnlineSums,
  codes: SparseCodes,
  signals: F32,
  count: number,
  weight: number,
): void {
  const atomCount = Math.sqrt(codeProducts.length);
  const dimension = patchProducts.length / atomCount;
  const indices = codes.indices.view;
  const coefficients = codes.coefficients.view;
  const sizes = codes.sizes.view;
  const patches = signals.view;
  for (let row = 0; row < count; row++) {
    const first = row * codes.nonzeros;
    const end = first + sizes[row]!;
    for (let p = first; p < end; p++) {
      const factor = weight * coefficients[p]!;
      const atom = indices[p]!;
      for (let q = first; q < end; q++)
        codeProducts[atom * atomCount + indices[q]!]! += factor * coefficients[q]!;
      const target = atom * dimension;
      const source = row * dimension;
      for (let a = 0; a < dimension; a++) patchProducts[target + a]! += factor * patches[source + a]!;
    }
  }
}
