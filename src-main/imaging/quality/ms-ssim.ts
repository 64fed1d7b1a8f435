import type { Plane, Size } from '../../../src-shared/domain/image.ts';
import type { F32, Kernels } from '../../numerics/kernels/kernels.ts';
import { downsampleByTwo, halfSize } from '../../numerics/signal/downsample-by-two.ts';
import { ssimConstants, ssimMap } from '../../numerics/signal/ssim-map.ts';
import { assertSameSize } from './same-size.ts';

/** Exponents of the five scales, finest first, as found by the paper's experiments. */
const exponents = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333] as const;
/** So large a C1 makes the luminance term 1, which leaves contrast and structure; its square is still a single. */
const noLuminance = 1e15;

/**
 * Multi-scale structural similarity of two planes of intensities in [0, 1]: Wang, Simoncelli & Bovik, "Multiscale structural
 * similarity for image quality assessment", Asilomar 2003. Contrast and structure are compared at five scales, each
 * half the one before (means of 2 x 2 pixels), luminance at the coarsest; means are taken over the pixels whose window
 * lies wholly within the image, and negative ones count as 0.
 *
 * @returns without unit, in [0, 1]; 1 means equal
 * @throws RangeError when the sizes differ or the shorter side is below 176 pixels, where the coarsest scale has no window
 */
export function msSsim(kernels: Kernels, a: Plane, b: Plane): number {
  assertSameSize(a, b);
  const least = (2 * ssimConstants.radius + 1) * 2 ** (exponents.length - 1);
  if (Math.min(a.width, a.height) < least)
    throw new RangeError(`Five scales need ${least} pixels on each side, not ${a.width} x ${a.height}.`);
  return kernels.scoped(() => {
    let planes: [F32, F32] = [kernels.copyF32(a.data), kernels.copyF32(b.data)];
    let size: Size = a;
    let product = 1;
    exponents.forEach((exponent, scale) => {
      const isCoarsest = scale === exponents.length - 1;
      const mean = meanSimilarity(kernels, planes, size, isCoarsest ? ssimConstants.c1 : noLuminance);
      product *= Math.max(mean, 0) ** exponent;
      if (isCoarsest) return;
      const smaller = halfSize(size);
      planes = planes.map((plane) => {
        const half = kernels.f32(smaller.width * smaller.height);
        downsampleByTwo(kernels, plane, size, half);
        return half;
      }) as [F32, F32];
      size = smaller;
    });
    return product;
  });
}

function meanSimilarity(kernels: Kernels, [a, b]: [F32, F32], { width, height }: Size, c1: number): number {
  const { radius, c2 } = ssimConstants;
  return kernels.scoped(() => {
    const map = kernels.f32(width * height);
    ssimMap(kernels, a, b, { width, height }, map, { c1, c2 });
    const { view } = map;
    let sum = 0;
    for (let y = radius; y < height - radius; y++)
      for (let x = radius; x < width - radius; x++) sum += view[y * width + x]!;
    return sum / ((width - 2 * radius) * (height - 2 * radius));
  });
}
