import FFT from 'fft.js';
import type { Size } from '../../../src-shared/domain/image.ts';

/** A complex plane [height x width], row-major, real and imaginary parts interleaved. Sides are powers of two. */
export interface Spectrum {
  readonly width: number;
  readonly height: number;
  readonly values: Float64Array;
}

/** The smallest power of two at or above the length, at least 4. */
export function paddedLength(length: number): number {
  return Math.max(4, 2 ** Math.ceil(Math.log2(length)));
}

/** The place of the mirror image -k of the frequency k at a place: a real image has there the conjugate of its coefficient. */
export function mirrorOf(i: number, { width, height }: Size): number {
  const x = i % width;
  const y = (i - x) / width;
  return ((height - y) % height) * width + ((width - x) % width);
}

/** The discrete Fourier transform of a complex plane, in place; the inverse is scaled by 1 / (width * height). */
export function transform2d(plane: Spectrum, direction: 'forward' | 'inverse'): void {
  const { width, height, values } = plane;
  const rows = lineTransform(width, direction);
  for (let y = 0; y < height; y += 1) {
    const row = values.subarray(2 * y * width, 2 * (y + 1) * width);
    row.set(rows(row));
  }
  const columns = lineTransform(height, direction);
  const column = new Float64Array(2 * height);
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < height; y += 1) {
      column[2 * y] = values[2 * (y * width + x)]!;
      column[2 * y + 1] = values[2 * (y * width + x) + 1]!;
    }
    const transformed = columns(column);
    for (let y = 0; y < height; y += 1) {
      values[2 * (y * width + x)] = transformed[2 * y]!;
      values[2 * (y * width + x) + 1] = transformed[2 * y + 1]!;
    }
  }
}

/** A transform of one line; its result is overwritten by the next call. */
function lineTransform(
  length: number,
  direction: 'forward' | 'inverse',
): (line: Float64Array) => Float64Array {
  const fft = new FFT(length);
  const out = new Float64Array(2 * length);
  return (line) => {
    if (direction === 'forward') fft.transform(out, line);
    else fft.inverseTransform(out, line);
    return out;
  };
}
