import type { Size } from '../../../src-shared/domain/image.ts';

/** The index inside 0 .. length - 1 that i reflects to at the borders (d c b a | a b c d | d c b a). */
export function reflectIndex(i: number, length: number): number {
  const cyclic = ((i % (2 * length)) + 2 * length) % (2 * length);
  return cyclic < length ? cyclic : 2 * length - 1 - cyclic;
}

/** Filters a plane with a symmetric window along both axes, in double precision, reflecting at the borders. */
export function referenceFilter(
  plane: ArrayLike<number>,
  { width, height }: Size,
  window: Float64Array,
): Float64Array {
  const radius = (window.length - 1) / 2;
  const out = new Float64Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let v = -radius; v <= radius; v += 1) {
        const row = reflectIndex(y + v, height) * width;
        for (let u = -radius; u <= radius; u += 1) {
          out[y * width + x]! +=
            window[v + radius]! * window[u + radius]! * plane[row + reflectIndex(x + u, width)]!;
        }
      }
    }
  }
  return out;
}
