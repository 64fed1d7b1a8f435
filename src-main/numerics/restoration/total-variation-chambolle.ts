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
  const goal = tolerance * squaredDeviation(image);
  out.set(image);
  const field = { px: new Float64Array(image.length), py: new Float64Array(image.length) };
  const isotropic = kind === 'isotropic';
  for (let iterations = 1; ; iterations++) {
    const isLast = iterations > maxIterations;
    const isChecked = isLast || iterations % iterationsPerCheck === 0;
    let gap = 0;
    for (let y = 0, row = 0; y < height; y++, row += width) {
      // Below the last row lies that row itself: no difference.
      gap += moveRow(out, field, row, width, y === height - 1 ? 0 : width, penalty, isotropic);
      // Nobody looks at the image's row again, and it is still in the processor's cache.
      if (!isChecked) rebuildRow(image, field, row, width, out);
    }
    if (!isChecked) continue;
    if (isLast || gap <= goal) return { iterations: iterations - 1, gap: Math.max(gap, 0) };
    for (let row = 0; row < image.length; row += width) rebuildRow(image, field, row, width, out);
  }
}

/** [height x width] each: the dual field p. */
interface DualField {
  readonly px: Float64Array;
  readonly py: Float64Array;
}

/** The field's step in a row of pixels; returns what the row adds to the duality gap before it. */
function moveRow(
  out: Float64Array,
  { px, py }: DualField,
  row: number,
  width: number,
  below: number,
  penalty: number,
  isotropic: boolean,
): number {
  const weight = step / penalty;
  let gap = 0;
  for (let i = row, end = row + width; i < end; i++) {
    const u = out[i]!;
    const gx = i + 1 < end ? out[i + 1]! - u : 0;
    const gy = out[i + below]! - u;
    const oldX = px[i]!;
    const oldY = py[i]!;
    const ax = isotropic ? Math.sqrt(gx * gx + gy * gy) : Math.abs(gx);
    const ay = isotropic ? ax : Math.abs(gy);
    gap += penalty * (isotropic ? ax : ax + ay) - oldX * gx - oldY * gy;
    const shorter = 1 / (1 + weight * ax);
    px[i] = (oldX + step * gx) * shorter;
    py[i] = (oldY + step * gy) * (isotropic ? shorter : 1 / (1 + weight * ay));
  }
  return gap;
}

/** A row of u = f + div p. */
function rebuildRow(
  image: Float64Array,
  { px, py }: DualField,
  row: number,
  width: number,
  out: Float64Array,
): void {
  let left = 0;
  for (let i = row, end = row + width; i < end; i++) {
    const here = px[i]!;
    const above = row > 0 ? py[i - width]! : 0;
    out[i] = image[i]! + here - left + py[i]! - above;
    left = here;
  }
}

/** Sum of squared deviations from the mean: what denoising can take away at most, twice over. */
function squaredDeviation(image: Float64Array): number {
  const mean = image.reduce((sum, value) => sum + value, 0) / image.length;
  return image.reduce((sum, value) => sum + (value - mean) ** 2, 0) || Number.MIN_VALUE;
}
