import type { Plane } from '../../../src-shared/domain/image.ts';
import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { ssimConstants, ssimMap } from '../../numerics/signal/ssim-map.ts';
import { assertSameSize } from './same-size.ts';

/** Structural similarity, without unit, in [-1, 1]; 1 means equal. */
export interface Similarity {
  /** Mean over the pixels whose window lies wholly within the image; over all pixels when there are none. */
  readonly mean: number;
  readonly map: Plane;
}

/**
 * Structural similarity of two planes of intensities in [0, 1]: Wang, Bovik, Sheikh, Simoncelli, "Image quality
 * assessment: from error visibility to structural similarity", IEEE TIP 13(4), 2004, with their 11 x 11 Gaussian
 * window (sigma 1.5), K1 = 0.01 and K2 = 0.03.
 *
 * @throws RangeError when the sizes differ
 */
export function ssim(kernels: Kernels, a: Plane, b: Plane): Similarity {
  assertSameSize(a, b);
  const { width, height } = a;
  const data = kernels.scoped(() => {
    const out = kernels.f32(width * height);
    ssimMap(kernels, kernels.copyF32(a.data), kernels.copyF32(b.data), a, out);
    return out.view.slice();
  });
  const map = { width, height, data };
  return { mean: meanWithoutBorder(map, ssimConstants.radius), map };
}

function meanWithoutBorder({ width, height, data }: Plane, border: number): number {
  const hasInterior = Math.min(width, height) > 2 * border;
  const margin = hasInterior ? border : 0;
  let sum = 0;
  for (let y = margin; y < height - margin; y++) {
    for (let x = margin; x < width - margin; x++) sum += data[y * width + x]!;
  }
  return sum / ((width - 2 * margin) * (height - 2 * margin));
}
