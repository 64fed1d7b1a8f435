import { checkTotalVariation, type TotalVariationProblem } from './total-variation.ts';

export interface ChambolleOptions {
  /** Stop once the duality gap is at or below this share of the image's squared deviation. @default 1e-4 */
  readonly tolerance?: number;
  /** @default 500 */
  readonly maxIterations?: number;
}

export interface ChambolleReport {
  readonly iterations: number;
  /** How far the objective may at most be above the least possible. */
  readonly gap: number;
}

/** tau: the dual steps are stable up to 1/4 in practice, as the paper says. */
const step = 0.25;
const iterationsPerCheck = 10;

/**
 * Total variation denoising by Chambolle's dual fixed point (J. Math. Imaging Vision 20, 2004), stopped by the duality
 * gap. The anisotropic form projects each component of the dual field by itself.
 *
 * @param out u [height x width], overwritten; must not be the image itself
 * @throws RangeError when shapes do not fit, the penalty is not positive, or there is a mask (see split Bregman)
 */
export function denoiseByChambolle(
  problem: TotalVariationProblem,
  out: Float64Array,
  { tolerance = 1e-4, maxIterations = 500 }: ChambolleOptions = {},
): ChambolleReport {
  checkTotalVariation(problem);
  const { image, size, penalty, kind = 'isotropic', mask } = problem;
  if (mask) throw new RangeError('The dual method paints no missing pixels in; split Bregman does.');
  const { width, height } = size;
  const isotropic = kind === 'isotropic';
  const px = new Float64Array(image.length);
  const py = new Float64Array(image.length);
  const goal = tolerance * squaredDeviation(image);
  out.set(image);
  for (let iterations = 1; ; iterations++) {
    // Down the image, row by row: the field of a row moves, and what it adds to this row and the next is counted at once.
    let gap = 0;
    const weight = step / penalty;
    for (let y = 0, i = 0; y < height; y++) {
      // Below the last row lies that row itself: no difference.
      const below = y === height - 1 ? 0 : width;
      const end = i + width;
      for (; i < end; i++) {
        const u = out[i]!;
        const gx = i + 1 < end ? out[i + 1]! - u : 0;
        const gy = out[i + below]! - u;
        const oldX = px[i]!;
        const oldY = py[i]!;
        const ax = isotropic ? Math.sqrt(gx * gx + gy * gy) : Math.abs(gx);
        const ay = isotropic ? ax : Math.abs(gy);
        gap += penalty * (isotropic ? ax : ax + ay) - oldX * gx - oldY * gy;
        const shorterX = 1 / (1 + weight * ax);
        px[i] = (oldX + step * gx) * shorterX;
        py[i] = (oldY + step * gy) * (isotropic ? shorterX : 1 / (1 + weight * ay));
      }
    }
    if ((iterations % iterationsPerCheck === 0 && gap <= goal) || iterations > maxIterations)
      return { iterations: iterations - 1, gap: Math.max(gap, 0) };
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        const left = x > 0 ? px[i - 1]! : 0;
        const above = y > 0 ? py[i - width]! : 0;
        out[i] = image[i]! + px[i]! - left + py[i]! - above;
      }
    }
  }
}

/** Sum of squared deviations from the mean: what denoising can take away at most, twice over. */
function squaredDeviation(image: Float64Array): number {
  const mean = image.reduce((sum, value) => sum + value, 0) / image.length;
  return image.reduce((sum, value) => sum + (value - mean) ** 2, 0) || Number.MIN_VALUE;
}
