import type { Plane } from '../../../../src-shared/domain/image.ts';
import { deadLeaves } from '../../../numerics/experiments/dead-leaves.ts';

/** Discs that bear stripes of such a contrast: edges and textures at all scales. */
export function madeUpPicture(seed: number, side: number, stripes: number): Plane {
  const size = { width: side, height: side };
  return { ...size, data: Float32Array.from(deadLeaves(size, { seed, stripes })) };
}
