import type { Size } from '../../../src-shared/domain/image.ts';
import { checkPlane, checkRows } from '../kernels/check-shape.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';
import { checkPatchRange, type PatchRange } from './patch-range.ts';

/** An image under reconstruction; both planes start at zero. */
export interface OverlapSums {
  /** [height x width]: sums of the patches that cover each pixel. */
  readonly accumulator: F32;
  /** [height x width]: how many patches cover each pixel. */
  readonly weights: F32;
}

/**
 * Adds consecutive patches of a grid, with their means, onto the sums. Once all patches are in,
 * {@link finishOverlapAdd} makes their average.
 *
 * @param patches [count x size * size]
 * @param means [count]
 * @throws RangeError when shapes do not fit or the range leaves the grid
 */
export function overlapAdd(
  kernels: Kernels,
  patches: F32,
  means: F32,
  imageSize: Size,
  range: PatchRange,
  { accumulator, weights }: OverlapSums,
): void {
  const { grid, firstIndex, count } = range;
  checkPatchRange(range, imageSize);
  checkRows(patches, count, grid.size * grid.size, 'patches');
  checkRows(means, count, 1, 'means');
  checkPlane(accumulator, imageSize, 'accumulator');
  checkPlane(weights, imageSize, 'weight plane');
  kernels.scoped(() => {
    const xs = kernels.copyI32(grid.xs);
    const ys = kernels.copyI32(grid.ys);
    kernels.functions.overlapAdd(
      patches.pointer,
      means.pointer,
      imageSize.width,
      xs.pointer,
      ys.pointer,
      grid.columns,
      grid.size,
      firstIndex,
      count,
      accumulator.pointer,
      weights.pointer,
    );
  });
}

/**
 * Divides the sums by the number of patches, in place: the accumulator becomes the average of all patches at
 * each pixel, 0 where none was added.
 *
 * @throws RangeError when shapes do not fit
 */
export function finishOverlapAdd(
  kernels: Kernels,
  imageSize: Size,
  { accumulator, weights }: OverlapSums,
): void {
  checkPlane(accumulator, imageSize, 'accumulator');
  checkPlane(weights, imageSize, 'weight plane');
  kernels.functions.finishOverlapAdd(
    accumulator.pointer,
    weights.pointer,
    imageSize.width * imageSize.height,
  );
}
