import type { Plane } from '../../../src-shared/domain/image.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { median } from './median.ts';

/** Where the median of a normalised image lies. */
const targetMedian = 0.5;
/**
 * Nearly black images are not stretched beyond this, so that what is left is not all noise. It still lifts a
 * 10-bit camera's values stored in 16 bits.
 */
const largestGain = 64;

/** An image under normal light and the factor that its intensities were multiplied by. */
export interface NormalisedPlane {
  readonly plane: Plane;
  readonly gain: number;
}

/**
 * Takes out differences of exposure between parts. 'median' scales intensities so that their median becomes 0.5
 * (values may then exceed 1: nothing is clipped); 'none' returns the plane itself.
 *
 * @param mask pixels that count for the median (1) or not (0); the whole image is scaled. Use it to keep a dark
 *   background, which says nothing of the light, out of the median
 */
export function normaliseLighting(
  plane: Plane,
  method: Recipe['lighting'],
  mask?: Uint8Array,
): NormalisedPlane {
  if (method === 'none') return { plane, gain: 1 };
  const middle = median(plane.data, mask);
  const gain = middle > targetMedian / largestGain ? targetMedian / middle : largestGain;
  return { plane: { width: plane.width, height: plane.height, data: scaled(plane.data, gain) }, gain };
}

function scaled(values: Float32Array, factor: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let i = 0; i < out.length; i++) out[i] = values[i]! * factor;
  return out;
}
