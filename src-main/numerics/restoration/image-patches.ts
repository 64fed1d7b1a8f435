import type { Size } from '../../../src-shared/domain/image.ts';
import type { DenseMatrix } from '../linalg/dense-matrix.ts';
import { patchCount, type PatchGrid } from '../patches/patch-grid.ts';

/** All patches of a plane on a grid, row by row, in double precision: [patches x size^2]. */
export function gridPatches(plane: ArrayLike<number>, { width }: Size, grid: PatchGrid): DenseMatrix {
  const { size, columns, xs, ys } = grid;
  const dimension = size * size;
  const count = patchCount(grid);
  const values = new Float64Array(count * dimension);
  for (let p = 0, at = 0; p < count; p++) {
    const corner = ys[Math.floor(p / columns)]! * width + xs[p % columns]!;
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++, at++) values[at] = plane[corner + y * width + x]!;
  }
  return { rows: count, columns: dimension, values };
}

/**
 * The plane whose patches these are, overlapping ones averaged.
 *
 * @param patches [patches x size^2]
 * @param out [height x width], overwritten; 0 where no patch lies
 * @returns [height x width] how many patches lie over each pixel
 */
export function averagePatches(
  patches: DenseMatrix,
  { width }: Size,
  grid: PatchGrid,
  out: Float64Array,
): Float64Array {
  const { size, columns, xs, ys } = grid;
  const weights = new Float64Array(out.length);
  out.fill(0);
  for (let p = 0, at = 0; p < patches.rows; p++) {
    const corner = ys[Math.floor(p / columns)]! * width + xs[p % columns]!;
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++, at++) {
        out[corner + y * width + x]! += patches.values[at]!;
        weights[corner + y * width + x]!++;
      }
    }
  }
  for (let i = 0; i < out.length; i++) if (weights[i]! > 0) out[i]! /= weights[i]!;
  return weights;
}
