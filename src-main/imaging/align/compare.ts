import type { Plane } from '../../../src-shared/domain/image.ts';
import { type PixelMotion, pixelMotion, type RigidTransform } from './rigid-transform.ts';

/** How well a part fits its reference under a transform, and the step that would make it fit better. */
export interface Comparison {
  /** Normalised correlation in [-1, 1] over the pixels seen in both; 0 when either is flat or nothing is seen. */
  readonly correlation: number;
  /** Gauss-Newton normal equations for a step (dx, dy, radians) on the reference's side. */
  readonly normal: NormalEquations;
}

/** Upper triangle of the Hessian, and the right-hand side, for dx (x), dy (y) and radians (t). */
export interface NormalEquations {
  readonly xx: number;
  readonly xy: number;
  readonly xt: number;
  readonly yy: number;
  readonly yt: number;
  readonly tt: number;
  readonly x: number;
  readonly y: number;
  readonly t: number;
}

/**
 * Compares a reference with a part of the same size in one pass, without moving the part first: the sums that
 * equal brightness and contrast need are taken together with those of the normal equations, whose error is
 * gain (part - part's mean) - (reference - reference's mean).
 */
export function compare(reference: Plane, part: Plane, transform: RigidTransform): Comparison {
  const motion = pixelMotion(transform, reference);
  const sums = new Float64Array(sumCount);
  // A function of its own for each row is compiled as soon as a few rows are through.
  for (let y = 1; y < reference.height - 1; y++) addRow(sums, reference, part.data, motion, y);
  return fromSums(sums);
}

const sumCount = 21;

/**
 * Adds the pixels of row y that are seen in both to the sums: their number; r, p and the products rr, pp, rp of
 * the reference's and the part's value; products of the slopes x, y and of the change t by turning with each
 * other, with r and with p; and x, y, t themselves.
 */
function addRow(
  sums: Float64Array,
  reference: Plane,
  pixels: Float32Array,
  motion: PixelMotion,
  y: number,
): void {
  const { width, height, data } = reference;
  const { a, b, x0, y0 } = motion;
  const fromCentreY = y - (height - 1) / 2;
  const centreX = (width - 1) / 2;
  let count = 0;
  let sumR = 0;
  let sumP = 0;
  let sumRR = 0;
  let sumPP = 0;
  let sumRP = 0;
  let xx = 0;
  let xy = 0;
  let xt = 0;
  let yy = 0;
  let yt = 0;
  let tt = 0;
  let sumX = 0;
  let sumY = 0;
  let sumT = 0;
  let xr = 0;
  let yr = 0;
  let tr = 0;
  let xp = 0;
  let yp = 0;
  let tp = 0;
  for (let x = 1; x < width - 1; x++) {
    const partX = a * x - b * y + x0;
    const partY = b * x + a * y + y0;
    if (!(partX >= 0 && partY >= 0 && partX < width - 1 && partY < height - 1)) continue;
    const left = partX | 0;
    const top = partY | 0;
    const at = top * width + left;
    const along = partX - left;
    const above = pixels[at]! + (pixels[at + 1]! - pixels[at]!) * along;
    const below = pixels[at + width]! + (pixels[at + width + 1]! - pixels[at + width]!) * along;
    const p = above + (below - above) * (partY - top);
    const i = y * width + x;
    const r = data[i]!;
    const slopeX = (data[i + 1]! - data[i - 1]!) / 2;
    const slopeY = (data[i + width]! - data[i - width]!) / 2;
    const turn = slopeY * (x - centreX) - slopeX * fromCentreY;
    count++;
    sumR += r;
    sumP += p;
    sumRR += r * r;
    sumPP += p * p;
    sumRP += r * p;
    xx += slopeX * slopeX;
    xy += slopeX * slopeY;
    xt += slopeX * turn;
    yy += slopeY * slopeY;
    yt += slopeY * turn;
    tt += turn * turn;
    sumX += slopeX;
    sumY += slopeY;
    sumT += turn;
    xr += slopeX * r;
    yr += slopeY * r;
    tr += turn * r;
    xp += slopeX * p;
    yp += slopeY * p;
    tp += turn * p;
  }
  const row = [
    count,
    sumR,
    sumP,
    sumRR,
    sumPP,
    sumRP,
    xx,
    xy,
    xt,
    yy,
    yt,
    tt,
    sumX,
    sumY,
    sumT,
    xr,
    yr,
    tr,
    xp,
    yp,
    tp,
  ];
  for (let k = 0; k < sumCount; k++) sums[k]! += row[k]!;
}

/** Standard deviation, in intensity, that rounding alone can leave on a plane without content. */
const flat = 1e-6;

function fromSums(sums: Float64Array): Comparison {
  const at = (k: number) => sums[k]!;
  const n = Math.max(at(0), 1);
  const meanR = at(1) / n;
  const meanP = at(2) / n;
  const deviationR = Math.sqrt(Math.max(at(3) / n - meanR * meanR, 0));
  const deviationP = Math.sqrt(Math.max(at(4) / n - meanP * meanP, 0));
  const isFlat = !(deviationR > flat && deviationP > flat);
  const gain = isFlat ? 1 : deviationR / deviationP;
  const error = (k: number) => gain * (at(18 + k) - meanP * at(12 + k)) - (at(15 + k) - meanR * at(12 + k));
  return {
    correlation: isFlat ? 0 : (at(5) / n - meanR * meanP) / (deviationR * deviationP),
    normal: {
      ...{ xx: at(6), xy: at(7), xt: at(8), yy: at(9), yt: at(10), tt: at(11) },
      ...{ x: error(0), y: error(1), t: error(2) },
    },
  };
}
