import type { Size } from '../../../src-shared/domain/image.ts';
import { checkPlane } from '../kernels/check-shape.ts';
import type { F32, Kernels } from '../kernels/kernels.ts';
import { gaussianWindow } from './gaussian-window.ts';

/** Constants of Wang et al. 2004, for intensities in [0, 1]. */
export const ssimConstants = { sigma: 1.5, radius: 5, c1: 0.01 ** 2, c2: 0.03 ** 2 } as const;

/**
 * The structural similarity of two planes around each pixel: Wang, Bovik, Sheikh, Simoncelli 2004, with the
 * 11 x 11 Gaussian window of sigma 1.5, K1 = 0.01, K2 = 0.03, L = 1, and population variances. Beyond the
 * borders the planes continue by half-sample symmetric reflection (d c b a | a b c d).
 *
 * The map is that of scikit-image's structural_similarity(gaussian_weights=True, sigma=1.5,
 * use_sample_covariance=False, data_range=1, full=True); its mean index leaves out the `radius` outermost
 * pixels of the map on each side.
 *
 * @param a [height x width], values in [0, 1]
 * @param b [height x width], values in [0, 1]
 * @param out [height x width], values in [-1, 1] up to rounding, overwritten; must not overlap a or b
 * @param stabilisers C1 and C2; a C1 far above 1 leaves contrast and structure alone
 * @throws RangeError when shapes do not fit
 */
export function ssimMap(
  kernels: Kernels,
  a: F32,
  b: F32,
  size: Size,
  out: F32,
  { c1, c2 }: { c1: number; c2: number } = ssimConstants,
): void {
  checkPlane(a, size, 'first plane');
  checkPlane(b, size, 'second plane');
  checkPlane(out, size, 'similarity map');
  const { sigma, radius } = ssimConstants;
  kernels.scoped(() => {
    const weights = kernels.copyF32(gaussianWindow(sigma, radius));
    const scratch = kernels.f32(4 * (size.width + 2 * radius + 4) + 2 * weights.length);
    kernels.functions.ssimMap(
      a.pointer,
      b.pointer,
      size.width,
      size.height,
      weights.pointer,
      radius,
      c1,
      c2,
      scratch.pointer,
      out.pointer,
    );
  });
}
