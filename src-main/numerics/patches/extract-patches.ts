import type { Size } from '../../../src-shared/domain/image.ts';
import { checkPlane, checkRows } from '../kernels/check-shape.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';
import { checkPatchRange, type PatchRange } from './patch-range.ts';

/** Where extracted patches go; all are overwritten from their start. */
export interface ExtractedPatches {
  /** [count x size * size], each patch row by row. */
  readonly out: F32;
  /** [count]: the mean taken off each patch; 0 when means are kept. */
  readonly means: F32;
  /** [count]: sum of squares of each patch as written to `out`. */
  readonly energies: F32;
}

/**
 * Cuts consecutive patches of a grid out of an image.
 *
 * @param image [height x width], row-major
 * @param options removeMean: take each patch's mean off, so that codes describe texture, not brightness
 * @throws RangeError when shapes do not fit or the range leaves the grid
 */
export function extractPatches(
  kernels: Kernels,
  image: F32,
  imageSize: Size,
  range: PatchRange,
  options: { removeMean: boolean },
  { out, means, energies }: ExtractedPatches,
): void {
  const { grid, firstIndex, count } = range;
  checkPlane(image, imageSize, 'image');
  checkPatchRange(range, imageSize);
  checkRows(out, count, grid.size * grid.size, 'patches');
  checkRows(means, count, 1, 'means');
  checkRows(energies, count, 1, 'energies');
  kernels.scoped(() => {
    const xs = kernels.copyI32(grid.xs);
    const ys = kernels.copyI32(grid.ys);
    kernels.functions.extractPatches(
      image.pointer,
      imageSize.width,
      xs.pointer,
      ys.pointer,
      grid.columns,
      grid.size,
      firstIndex,
      count,
      options.removeMean ? 1 : 0,
      out.pointer,
      means.pointer,
      energies.pointer,
    );
  });
}
