import type { Size } from '../../../src-shared/domain/image.ts';
import { patchCount, type PatchGrid } from './patch-grid.ts';

/** Consecutive patches of a grid: firstIndex .. firstIndex + count - 1, row by row. */
export interface PatchRange {
  readonly grid: PatchGrid;
  readonly firstIndex: number;
  readonly count: number;
}

/** Throws RangeError when the range leaves the grid, or the grid the image. */
export function checkPatchRange({ grid, firstIndex, count }: PatchRange, image: Size): void {
  const inGrid =
    Number.isInteger(firstIndex) &&
    Number.isInteger(count) &&
    firstIndex >= 0 &&
    count >= 0 &&
    firstIndex + count <= patchCount(grid);
  if (!inGrid)
    throw new RangeError(`The grid of ${patchCount(grid)} has no ${count} patches from ${firstIndex} on.`);
  const right = grid.xs[grid.columns - 1]! + grid.size;
  const bottom = grid.ys[grid.rows - 1]! + grid.size;
  if (right > image.width || bottom > image.height)
    throw new RangeError(
      `A grid that spans ${right} x ${bottom} does not fit ${image.width} x ${image.height}.`,
    );
}
