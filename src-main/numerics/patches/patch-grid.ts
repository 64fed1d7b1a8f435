import type { Size } from '../../../src-shared/domain/image.ts';

/** Where square patches lie on an image. Patch i is at column i % columns, row floor(i / columns). */
export interface PatchGrid {
  readonly columns: number;
  readonly rows: number;
  /** Side of a patch in pixels. */
  readonly size: number;
  /** [columns]: left edges in pixels, ascending. */
  readonly xs: Int32Array;
  /** [rows]: top edges in pixels, ascending. */
  readonly ys: Int32Array;
}

/**
 * Regular patch positions, with a last column and row added flush with the border where the stride would leave
 * pixels uncovered there.
 *
 * @param layout size: side of a patch in pixels; stride: distance of neighbouring patches, 1..size so that
 *   every pixel is covered
 * @throws RangeError when size or stride is impossible or the image is smaller than a patch
 */
export function patchGrid(image: Size, layout: { size: number; stride: number }): PatchGrid {
  const { size, stride } = layout;
  if (!(Number.isInteger(size) && size > 0)) throw new RangeError(`A patch cannot have a side of ${size}.`);
  if (!(Number.isInteger(stride) && stride > 0 && stride <= size))
    throw new RangeError(`Patches of side ${size} cannot lie ${stride} apart and cover the image.`);
  const xs = positions(image.width, size, stride);
  const ys = positions(image.height, size, stride);
  return { columns: xs.length, rows: ys.length, size, xs, ys };
}

/** Number of patches on the grid. */
export function patchCount(grid: PatchGrid): number {
  return grid.columns * grid.rows;
}

function positions(length: number, size: number, stride: number): Int32Array {
  const last = length - size;
  if (!(Number.isInteger(last) && last >= 0))
    throw new RangeError(`A patch of side ${size} does not fit into ${length} pixels.`);
  return Int32Array.from({ length: Math.ceil(last / stride) + 1 }, (_, i) => Math.min(i * stride, last));
}
