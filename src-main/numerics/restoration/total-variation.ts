import type { Size } from '../../../src-shared/domain/image.ts';
import { checkVector } from '../linalg/dense-matrix.ts';

/**
 * Total variation restoration (Rudin, Osher & Fatemi, Physica D 60, 1992): minimise over u
 *
 *     1/2 sum m (u - f)^2 + lambda TV(u)
 *
 * with forward differences, none across the border. The isotropic TV sums |(dx, dy)|, the anisotropic one |dx| + |dy|.
 */
export interface TotalVariationProblem {
  /** f [height x width]; where the mask is 0 any finite number */
  readonly image: Float64Array;
  readonly size: Size;
  /** lambda, in the unit of the image, positive */
  readonly penalty: number;
  /** @default 'isotropic' */
  readonly kind?: 'isotropic' | 'anisotropic';
  /** m [height x width]; 0 where a pixel is missing and to be painted in. @default all are there */
  readonly mask?: Uint8Array;
}

/** @throws RangeError when shapes or the penalty do not fit */
export function checkTotalVariation({ image, size, penalty, mask }: TotalVariationProblem): void {
  const pixels = size.width * size.height;
  checkVector(image, pixels, 'image');
  if (mask) checkVector(mask, pixels, 'mask');
  if (!(penalty > 0 && Number.isFinite(penalty)))
    throw new RangeError(`A penalty must be positive, not ${penalty}.`);
}

/** TV(u) of an image [height x width]. */
export function totalVariation(
  u: Float64Array,
  { width, height }: Size,
  kind: 'isotropic' | 'anisotropic' = 'isotropic',
): number {
  let sum = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const dx = x < width - 1 ? u[i + 1]! - u[i]! : 0;
      const dy = y < height - 1 ? u[i + width]! - u[i]! : 0;
      sum += kind === 'isotropic' ? Math.sqrt(dx * dx + dy * dy) : Math.abs(dx) + Math.abs(dy);
    }
  }
  return sum;
}

/** The objective of an image u. */
export function totalVariationEnergy(problem: TotalVariationProblem, u: Float64Array): number {
  const { image, size, penalty, kind, mask } = problem;
  let misfit = 0;
  for (let i = 0; i < u.length; i++) if (mask?.[i] !== 0) misfit += (u[i]! - image[i]!) ** 2;
  return misfit / 2 + penalty * totalVariation(u, size, kind);
}
