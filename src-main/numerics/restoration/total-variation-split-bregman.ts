import { checkTotalVariation, type TotalVariationProblem } from './total-variation.ts';

export interface SplitBregmanOptions {
  /** gamma: weight of agreement between the gradient and its sparse copy; changes the speed alone. @default 2 */
  readonly coupling?: number;
  /** Stop once the mean squared change of a pixel in a step is below this square. @default 1e-5 */
  readonly tolerance?: number;
  /** @default 1000 */
  readonly maxIterations?: number;
}

/**
 * Total variation denoising, and with a mask inpainting, by split Bregman (Goldstein & Osher, SIAM J. Imaging Sci. 2(2),
 * 2009; Getreuer, IPOL 2, 2012): in turn one Gauss-Seidel sweep over the pixels, shrinkage of the gradient, and the
 * difference of the two added to the next.
 *
 * @param out u [height x width], overwritten; must not be the image itself
 * @returns iterations made
 * @throws RangeError when shapes do not fit or the penalty is not positive
 */
export function restoreBySplitBregman(
  problem: TotalVariationProblem,
  out: Float64Array,
  { coupling = 2, tolerance = 1e-5, maxIterations = 1000 }: SplitBregmanOptions = {},
): number {
  checkTotalVariation(problem);
  const { image, size, penalty, kind = 'isotropic', mask } = problem;
  const { width, height } = size;
  const isotropic = kind === 'isotropic';
  const threshold = penalty / coupling;
  const goal = tolerance * tolerance * image.length;
  const inner = 1 / (1 + 4 * coupling);
  // The sparse gradient less the Bregman variable, and that variable.
  const ex = new Float64Array(image.length);
  const ey = new Float64Array(image.length);
  const bx = new Float64Array(image.length);
  const by = new Float64Array(image.length);
  /** The general case of what the sweep does where all four neighbours and the pixel itself are there. */
  const borderPixel = (i: number, x: number, y: number): number => {
    let pull = 0;
    let neighbours = 0;
    const add = (value: number) => {
      pull += value;
      neighbours++;
    };
    if (x > 0) add(out[i - 1]! + ex[i - 1]!);
    if (x < width - 1) add(out[i + 1]! - ex[i]!);
    if (y > 0) add(out[i - width]! + ey[i - width]!);
    if (y < height - 1) add(out[i + width]! - ey[i]!);
    const isThere = mask?.[i] !== 0;
    return isThere ? (image[i]! + coupling * pull) / (1 + coupling * neighbours) : pull / neighbours;
  };
  startFromObserved(problem, out);
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    let change = 0;
    for (let y = 0, i = 0; y < height; y++) {
      const isInner = y > 0 && y < height - 1 && !mask;
      for (let x = 0; x < width; x++, i++) {
        let fresh: number;
        if (isInner && x > 0 && x < width - 1) {
          const sides = out[i + 1]! + out[i - width]! + out[i + width]! + ey[i - width]! - ex[i]! - ey[i]!;
          fresh = (image[i]! + coupling * (sides + ex[i - 1]! + out[i - 1]!)) * inner;
        } else fresh = borderPixel(i, x, y);
        const moved = fresh - out[i]!;
        change += moved * moved;
        out[i] = fresh;
      }
    }
    for (let y = 0, i = 0; y < height; y++) {
      const hasBelow = y < height - 1;
      for (let x = 0; x < width; x++, i++) {
        const vx = x < width - 1 ? out[i + 1]! - out[i]! + bx[i]! : 0;
        const vy = hasBelow ? out[i + width]! - out[i]! + by[i]! : 0;
        let sx: number;
        let sy: number;
        if (isotropic) {
          const norm = Math.sqrt(vx * vx + vy * vy);
          const kept = norm > threshold ? 1 - threshold / norm : 0;
          sx = kept * vx;
          sy = kept * vy;
        } else {
          sx = vx - Math.max(Math.min(vx, threshold), -threshold);
          sy = vy - Math.max(Math.min(vy, threshold), -threshold);
        }
        bx[i] = vx - sx;
        by[i] = vy - sy;
        ex[i] = sx + sx - vx;
        ey[i] = sy + sy - vy;
      }
    }
    if (change <= goal) return iteration;
  }
  return maxIterations;
}

/** What is there, and its mean where nothing is. */
function startFromObserved({ image, mask }: TotalVariationProblem, out: Float64Array): void {
  out.set(image);
  if (!mask) return;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < image.length; i++) {
    if (mask[i] === 0) continue;
    sum += image[i]!;
    count++;
  }
  if (count === 0) throw new RangeError('No pixel is there to paint from.');
  for (let i = 0; i < image.length; i++) if (mask[i] === 0) out[i] = sum / count;
}
