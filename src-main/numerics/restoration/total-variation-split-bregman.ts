import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { kernelPlanes } from './kernel-planes.ts';
import { checkTotalVariation, type TotalVariationProblem } from './total-variation.ts';

export interface SplitBregmanOptions extends KernelOptions {
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
 * @param kernels with them the steps are done in WebAssembly, to the same numbers but for rounding
 * @returns iterations made
 * @throws RangeError when shapes do not fit or the penalty is not positive
 */
export function restoreBySplitBregman(
  problem: TotalVariationProblem,
  out: Float64Array,
  options: SplitBregmanOptions = {},
  kernels?: Kernels,
): number {
  const { coupling = 2, tolerance = 1e-5, maxIterations = 1000, precision = 'double' } = options;
  checkTotalVariation(problem);
  const goal = tolerance * tolerance * problem.image.length;
  const untilDone = (step: () => number): number => {
    for (let iteration = 1; iteration <= maxIterations; iteration++) if (step() <= goal) return iteration;
    return maxIterations;
  };
  startFromObserved(problem, out);
  if (!kernels) return untilDone(plainStep(problem, coupling, out));
  return kernels.scoped(() => {
    const { step, read } = kernelStep(kernels, problem, coupling, precision, out);
    const iterations = untilDone(step);
    read(out);
    return iterations;
  });
}

/** A sweep and a shrinkage; returns the sum of the pixels' squared changes. */
function plainStep(
  { image, size, penalty, kind, mask }: TotalVariationProblem,
  coupling: number,
  out: Float64Array,
): () => number {
  const { width, height } = size;
  const threshold = penalty / coupling;
  const field = {
    ex: new Float64Array(image.length),
    ey: new Float64Array(image.length),
    bx: new Float64Array(image.length),
    by: new Float64Array(image.length),
  };
  const { ex, ey } = field;
  const isotropic = kind !== 'anisotropic';
  /** The general case of what {@link sweepInside} does where all four neighbours and the pixel itself are there. */
  const sweepPixel = (i: number, x: number, y: number): number => {
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
    const fresh = isThere ? (image[i]! + coupling * pull) / (1 + coupling * neighbours) : pull / neighbours;
    const moved = fresh - out[i]!;
    out[i] = fresh;
    return moved * moved;
  };
  return () => {
    let change = 0;
    for (let y = 0, row = 0; y < height; y++, row += width) {
      if (mask || y === 0 || y === height - 1 || width < 3)
        for (let x = 0; x < width; x++) change += sweepPixel(row + x, x, y);
      else {
        change += sweepPixel(row, 0, y);
        change += sweepInside(image, out, field, row, width, coupling);
        change += sweepPixel(row + width - 1, width - 1, y);
      }
      // The row above is not looked at again in this sweep, and still in the processor's cache.
      if (y > 0) shrinkRow(out, field, row - width, width, width, threshold, isotropic);
    }
    shrinkRow(out, field, (height - 1) * width, width, 0, threshold, isotropic);
    return change;
  };
}

/** {@link plainStep} in WebAssembly, from what `out` holds; `read` fetches what is reached. */
function kernelStep(
  kernels: Kernels,
  { image, size, penalty, kind, mask }: TotalVariationProblem,
  coupling: number,
  precision: NonNullable<KernelOptions['precision']>,
  out: Float64Array,
): { readonly step: () => number; readonly read: (out: Float64Array) => void } {
  const { width, height } = size;
  const isSingle = precision === 'single';
  const step = isSingle ? kernels.functions.splitBregmanStep32 : kernels.functions.splitBregmanStep64;
  const planes = kernelPlanes(kernels, size, precision);
  const share = (x: number, y: number) => {
    const neighbours = +(x > 0) + +(x < width - 1) + +(y > 0) + +(y < height - 1);
    return coupling / ((mask?.[y * width + x] === 0 ? 0 : 1) + coupling * neighbours);
  };
  const shares = new Float64Array(image.length);
  const observed = new Float64Array(image.length);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      shares[i] = share(x, y);
      observed[i] = mask?.[i] === 0 ? 0 : (shares[i]! / coupling) * image[i]!;
    }
  const u = planes.plane(out);
  const a = planes.plane(observed);
  const s = planes.plane(shares);
  const [ex, ey, bx, by] = [planes.plane(), planes.plane(), planes.plane(), planes.plane()];
  // Without a mask the rows between the first and the last are alike, and one of them stays in the cache.
  const alike = (y: number) => (mask || y === 0 || y === height - 1 ? y : 1);
  const rows = kernels.copyI32(Int32Array.from({ length: height }, (_, y) => s.row(alike(y))));
  return {
    step: () =>
      step(
        u.first,
        a.first,
        rows.pointer,
        ex.first,
        ey.first,
        bx.first,
        by.first,
        planes.inside,
        planes.stride,
        height,
        penalty / coupling,
        kind === 'anisotropic' ? 0 : 1,
      ),
    read: u.read,
  };
}

/** [height x width] each: the Bregman variable b, and e, the sparse gradient less b. */
interface SplitField {
  readonly ex: Float64Array;
  readonly ey: Float64Array;
  readonly bx: Float64Array;
  readonly by: Float64Array;
}

/** The pixels of a row but its ends, none missing, from left to right; returns the sum of their squared changes. */
function sweepInside(
  image: Float64Array,
  out: Float64Array,
  { ex, ey }: SplitField,
  row: number,
  width: number,
  coupling: number,
): number {
  const own = 1 / (1 + 4 * coupling);
  const share = coupling * own;
  let change = 0;
  let left = out[row]!;
  let here = out[row + 1]!;
  let leftE = ex[row]!;
  for (let i = row + 1, end = row + width - 1; i < end; i++) {
    const right = out[i + 1]!;
    const e = ex[i]!;
    const others = right + out[i - width]! + out[i + width]! + ey[i - width]! - ey[i]! + leftE - e;
    // What has to wait for the pixel on the left comes last.
    const fresh = own * image[i]! + share * others + share * left;
    const moved = fresh - here;
    change += moved * moved;
    out[i] = fresh;
    [left, here, leftE] = [fresh, right, e];
  }
  return change;
}

/**
 * Shrinks the gradient plus b of a row of pixels, both components together or each by itself.
 *
 * @param below how far the pixel below is: the width, or 0 in the last row
 */
function shrinkRow(
  out: Float64Array,
  { ex, ey, bx, by }: SplitField,
  row: number,
  width: number,
  below: number,
  threshold: number,
  isotropic: boolean,
): void {
  const least = threshold * threshold;
  const last = row + width - 1;
  for (let i = row; i <= last; i++) {
    const here = out[i]!;
    const vx = i < last ? out[i + 1]! - here + bx[i]! : 0;
    const vy = below > 0 ? out[i + below]! - here + by[i]! : 0;
    let cutX: number;
    let cutY: number;
    if (isotropic) {
      const square = vx * vx + vy * vy;
      const cut = square > least ? threshold / Math.sqrt(square) : 1;
      cutX = cut * vx;
      cutY = cut * vy;
    } else {
      cutX = Math.max(Math.min(vx, threshold), -threshold);
      cutY = Math.max(Math.min(vy, threshold), -threshold);
    }
    bx[i] = cutX;
    by[i] = cutY;
    ex[i] = vx - 2 * cutX;
    ey[i] = vy - 2 * cutY;
  }
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
