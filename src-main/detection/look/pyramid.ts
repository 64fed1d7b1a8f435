import type { Plane, Size } from '../../../src-shared/domain/image.ts';
import type { F32, Kernels } from '../../numerics/kernels/kernels.ts';
import { downsampleByTwo, halfSize } from '../../numerics/signal/downsample-by-two.ts';

/** One level of a pyramid, in kernel memory. */
export interface Level {
  readonly plane: F32;
  readonly size: Size;
  /** Working pixels per pixel of this level. */
  readonly reduction: number;
}

/** The image and its halves, finest first; they live in kernel memory until the caller releases it. */
export function buildPyramid(kernels: Kernels, image: Plane, levels: number): Level[] {
  const pyramid: Level[] = [
    { plane: kernels.copyF32(image.data), size: { width: image.width, height: image.height }, reduction: 1 },
  ];
  while (pyramid.length < levels) {
    const finer = pyramid[pyramid.length - 1]!;
    const size = halfSize(finer.size);
    const plane = kernels.f32(size.width * size.height);
    downsampleByTwo(kernels, finer.plane, finer.size, plane);
    pyramid.push({ plane, size, reduction: finer.reduction * 2 });
  }
  return pyramid;
}
