import { paddedLength, transform2d } from '../signal/fourier-2d.ts';
import type { FilterBank } from './filter-bank.ts';

/** Samples of the spectrum along a side for each pixel of a filter's. */
const samplesPerPixel = 8;

/**
 * At least the largest eigenvalue of synthesis followed by its transpose, whatever the size of the image: the largest sum
 * over the filters of |spectrum|^2. That sum is a trigonometric polynomial of degree size - 1 in each direction, so that it
 * can rise above N samples by no more than 1 / cos(pi (size - 1) / N) in each (Ehlich & Zeller, Math. Z. 86, 1964).
 */
export function squaredNormOfFilters({ count, size, values }: FilterBank): number {
  const side = paddedLength(samplesPerPixel * size);
  const sums = new Float64Array(side * side);
  const plane = { width: side, height: side, values: new Float64Array(2 * side * side) };
  for (let k = 0, tap = 0; k < count; k++) {
    plane.values.fill(0);
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++, tap++) plane.values[2 * (y * side + x)] = values[tap]!;
    transform2d(plane, 'forward');
    for (let i = 0; i < sums.length; i++)
      sums[i]! += plane.values[2 * i]! ** 2 + plane.values[2 * i + 1]! ** 2;
  }
  const rise = 1 / Math.cos((Math.PI * (size - 1)) / side);
  return sums.reduce((most, value) => Math.max(most, value), 0) * rise * rise;
}
