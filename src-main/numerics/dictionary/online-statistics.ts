import type { F32, Kernels } from '../kernels/kernels.ts';
import type { SparseCodes } from '../sparse/batch-omp.ts';

/** The sums A and B of online dictionary learning while they grow, in kernel memory; see OnlineState. */
export interface OnlineSums {
  readonly atomCount: number;
  readonly dimension: number;
  /** A [atomCount x atomCount] */
  readonly codeProducts: F32;
  /** B [atomCount x dimension] */
  readonly patchProducts: F32;
}

/** Sums of nothing yet. */
export function createSums(kernels: Kernels, atomCount: number, dimension: number): OnlineSums {
  return {
    atomCount,
    dimension,
    codeProducts: kernels.f32(atomCount * atomCount),
    patchProducts: kernels.f32(atomCount * dimension),
  };
}

/** Multiplies both sums by a factor in [0, 1]: the share of the past that is kept. */
export function forget(kernels: Kernels, { codeProducts, patchProducts }: OnlineSums, factor: number): void {
  kernels.functions.scale(codeProducts.pointer, codeProducts.length, factor);
  kernels.functions.scale(patchProducts.pointer, patchProducts.length, factor);
}

/** Makes both sums forget one atom. */
export function forgetAtom(sums: OnlineSums, atom: number): void {
  const { atomCount, dimension } = sums;
  const codeProducts = sums.codeProducts.view;
  sums.patchProducts.view.fill(0, atom * dimension, (atom + 1) * dimension);
  codeProducts.fill(0, atom * atomCount, (atom + 1) * atomCount);
  for (let k = 0; k < atomCount; k++) codeProducts[k * atomCount + atom] = 0;
}

/**
 * Adds weight x xt to A and weight x yt to B for the first `count` codes x and their patches y.
 *
 * @param signals [count x dimension]
 */
export function addToSums(
  kernels: Kernels,
  sums: OnlineSums,
  codes: SparseCodes,
  signals: F32,
  count: number,
  weight: number,
): void {
  kernels.functions.addCodeProducts(
    signals.pointer,
    count,
    sums.dimension,
    sums.atomCount,
    codes.nonzeros,
    codes.indices.pointer,
    codes.coefficients.pointer,
    codes.sizes.pointer,
    weight,
    sums.codeProducts.pointer,
    sums.patchProducts.pointer,
  );
}
