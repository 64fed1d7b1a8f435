import type { Size } from '../../../src-shared/domain/image.ts';
import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { kernelPlanes } from './kernel-planes.ts';
import { checkTotalVariation, totalVariation, type TotalVariationProblem } from './total-variation.ts';

export interface ChambolleOptions extends KernelOptions {
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
 * @param kernels with them the steps are done in WebAssembly, to the same numbers
 * @throws RangeError when shapes do not fit, the penalty is not positive, or there is a mask (see split Bregman)
 */
export function denoiseByChambolle(
  problem: TotalVariationProblem,
  out: Float64Array,
  { tolerance = 1e-4, maxIterations = 500, precision = 'double' }: ChambolleOptions = {},
  kernels?: Kernels,
): ChambolleReport {
  checkTotalVariation(problem);
  if (problem.mask) throw new RangeError('The dual method paints no missing pixels in; split Bregman does.');
  const goal = tolerance * squaredDeviation(problem.image);
  const untilDone = ({ move, gapNow }: DualSteps): ChambolleReport => {
    for (let iterations = 0; ;) {
      const gap = gapNow();
      if (gap <= goal || iterations >= maxIterations) return { iterations, gap: Math.max(gap, 0) };
      const count = Math.min(iterationsPerCheck, maxIterations - iterations);
      move(count);
      iterations += count;
    }
  };
  if (!kernels) return untilDone(plainSteps(problem, out));
  return kernels.scoped(() => {
    const steps = kernelSteps(kernels, problem, precision);
    const report = untilDone(steps);
    steps.read(out);
    return report;
  });
}

/** The dual method at work on an image. */
interface DualSteps {
  readonly move: (count: number) => void;
  /** How far the objective may at most be above the least possible. */
  readonly gapNow: () => number;
}

function plainSteps({ image, size, penalty, kind }: TotalVariationProblem, out: Float64Array): DualSteps {
  const { width, height } = size;
  const isotropic = kind !== 'anisotropic';
  out.set(image);
  const field = { px: new Float64Array(image.length), py: new Float64Array(image.length) };
  return {
    move(count) {
      for (let done = 0; done < count; done++)
        for (let y = 0, row = 0; y < height; y++, row += width)
          // Below the last row lies that row itself: no difference.
          moveRow(image, out, field, row, width, y === height - 1 ? 0 : width, step / penalty, isotropic);
    },
    gapNow: () => dualityGap(out, field, size, penalty, isotropic),
  };
}

function kernelSteps(
  kernels: Kernels,
  { image, size, penalty, kind }: TotalVariationProblem,
  precision: NonNullable<KernelOptions['precision']>,
): DualSteps & { readonly read: (out: Float64Array) => void } {
  const { functions } = kernels;
  const isSingle = precision === 'single';
  const steps = isSingle ? functions.chambolleSteps32 : functions.chambolleSteps64;
  const gap = isSingle ? functions.chambolleGap32 : functions.chambolleGap64;
  const planes = kernelPlanes(kernels, size, precision);
  const { inside, stride } = planes;
  const f = planes.plane(image).first;
  const u = planes.plane(image);
  const px = planes.plane().first;
  const py = planes.plane().first;
  const isotropic = kind === 'anisotropic' ? 0 : 1;
  return {
    move(count) {
      steps(f, u.first, px, py, inside, stride, size.height, step / penalty, isotropic, count);
    },
    gapNow: () => gap(u.first, px, py, inside, stride, size.height, penalty, isotropic),
    read: u.read,
  };
}

/** [height x width] each: the dual field p. */
interface DualField {
  readonly px: Float64Array;
  readonly py: Float64Array;
}

/**
 * The step of a row of the field, and that row of u = f + div p at once: the rows below do not look at it again.
 *
 * @param below how far the pixel below is: the width, or 0 in the last row
 */
function moveRow(
  image: Float64Array,
  out: Float64Array,
  { px, py }: DualField,
  row: number,
  width: number,
  below: number,
  weight: number,
  isotropic: boolean,
): void {
  const last = row + width - 1;
  let here = out[row]!;
  let left = 0;
  for (let i = row; i <= last; i++) {
    const right = i < last ? out[i + 1]! : here;
    const gx = right - here;
    const gy = out[i + below]! - here;
    const ax = isotropic ? Math.sqrt(gx * gx + gy * gy) : Math.abs(gx);
    const shorter = 1 / (1 + weight * ax);
    const x = (px[i]! + step * gx) * shorter;
    const y = (py[i]! + step * gy) * (isotropic ? shorter : 1 / (1 + weight * Math.abs(gy)));
    const above = row > 0 ? py[i - width]! : 0;
    px[i] = x;
    py[i] = y;
    out[i] = image[i]! + x - left + y - above;
    left = x;
    here = right;
  }
}

/** How far the objective of u = f + div p may at most be above the least possible. */
function dualityGap(
  u: Float64Array,
  { px, py }: DualField,
  size: Size,
  penalty: number,
  isotropic: boolean,
): number {
  let gap = penalty * totalVariation(u, size, isotropic ? 'isotropic' : 'anisotropic');
  for (let y = 0, i = 0; y < size.height; y++) {
    const below = y < size.height - 1 ? size.width : 0;
    for (let x = 0; x < size.width; x++, i++) {
      const right = x < size.width - 1 ? 1 : 0;
      gap -= px[i]! * (u[i + right]! - u[i]!) + py[i]! * (u[i + below]! - u[i]!);
    }
  }
  return gap;
}

/** Sum of squared deviations from the mean: what denoising can take away at most, twice over. */
function squaredDeviation(image: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < image.length; i++) sum += image[i]!;
  const mean = sum / image.length;
  for (let i = 0; i < image.length; i++) squares += (image[i]! - mean) ** 2;
  return squares || Number.MIN_VALUE;
}
