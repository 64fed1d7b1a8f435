import type { Size } from '../../../src-shared/domain/image.ts';
import { checkPlane } from '../kernels/check-shape.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';

/** The size of a plane after {@link downsampleByTwo}: halves, rounded up. */
export function halfSize({ width, height }: Size): Size {
  return { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
}

/**
 * Halves a plane by averaging squares of 2 x 2 pixels. An odd last row or column counts twice, so that no pixel
 * is lost.
 *
 * @param plane [height x width]
 * @param out [ceil(height / 2) x ceil(width / 2)], overwritten; must not overlap the plane
 * @throws RangeError when shapes do not fit
 */
export function downsampleByTwo(kernels: Kernels, plane: F32, size: Size, out: F32): void {
  checkPlane(plane, size, 'plane');
  checkPlane(out, halfSize(size), 'halved plane');
  kernels.functions.downsampleByTwo(plane.pointer, size.width, size.height, out.pointer);
}
