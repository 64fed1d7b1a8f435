import type { Size } from '../../../src-shared/domain/image.ts';
import { checkPlane } from '../kernels/check-shape.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';
import { gaussianWindow } from './gaussian-window.ts';

/** Standard deviations after which the Gaussian is cut off, as in scipy.ndimage. */
const truncation = 4;

/** Pixels on each side that a blur of this sigma looks at. */
export function blurRadius(sigma: number): number {
  return Math.floor(truncation * sigma + 0.5);
}

/**
 * Gaussian blur with half-sample symmetric borders (d c b a | a b c d), so that the plane's sum is kept. Agrees
 * with scipy.ndimage.gaussian_filter in its default mode to single precision.
 *
 * @param plane [height x width]
 * @param sigma standard deviation in pixels, positive
 * @param out [height x width], overwritten; must not overlap the plane
 * @throws RangeError when shapes do not fit or sigma is not positive
 */
export function gaussianBlur(kernels: Kernels, plane: F32, size: Size, sigma: number, out: F32): void {
  checkPlane(plane, size, 'plane');
  checkPlane(out, size, 'blurred plane');
  if (!(sigma > 0 && Number.isFinite(sigma))) throw new RangeError(`A blur cannot have a sigma of ${sigma}.`);
  const radius = blurRadius(sigma);
  kernels.scoped(() => {
    const weights = kernels.copyF32(gaussianWindow(sigma, radius));
    const scratch = kernels.f32(size.width + 2 * radius + 4 + weights.length);
    kernels.functions.blur(
      plane.pointer,
      size.width,
      size.height,
      weights.pointer,
      radius,
      scratch.pointer,
      out.pointer,
    );
  });
}
