import type { Plane } from '../../../src-shared/domain/image.ts';
import { assertSameSize } from './same-size.ts';

/**
 * Peak signal-to-noise ratio of two planes in decibels: 10 log10(range^2 / MSE). Infinity when they are equal.
 *
 * @param range largest possible difference: 1 for intensities in [0, 1]
 * @throws RangeError when the sizes differ
 */
export function psnr(a: Plane, b: Plane, range = 1): number {
  return 10 * Math.log10((range * range) / meanSquaredError(a, b));
}

function meanSquaredError(a: Plane, b: Plane): number {
  assertSameSize(a, b);
  return squaredDistance(a.data, b.data) / a.data.length;
}

function squaredDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum;
}

/**
 * Squared difference at each pixel, in squared intensity; its mean is the error that `psnr` is the logarithm of.
 *
 * @throws RangeError when the sizes differ
 */
export function squaredErrorMap(a: Plane, b: Plane): Plane {
  assertSameSize(a, b);
  const data = a.data.map((value, i) => (value - b.data[i]!) ** 2);
  return { width: a.width, height: a.height, data };
}
