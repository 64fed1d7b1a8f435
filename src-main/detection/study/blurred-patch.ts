import type { Plane } from '../../../src-shared/domain/image.ts';
import type { Patch } from './planted-defect.ts';

/**
 * A patch as it looks out of focus: a Gaussian blur of the picture around it.
 *
 * @param sigma of the Gaussian, in pixels
 * @returns [height x width] of the patch
 */
export function blurredPatch(plane: Plane, patch: Patch, sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(3 * sigma));
  const weights = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const { left, top, width, height } = patch;
  const rows = height + 2 * radius;
  const alongRows = new Float32Array(width * rows);
  for (let row = 0; row < rows; row++) {
    const y = inside(top + row - radius, plane.height) * plane.width;
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        sum += weights[k + radius]! * plane.data[y + inside(left + column + k, plane.width)]!;
      }
      alongRows[row * width + column] = sum / total;
    }
  }
  const blurred = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let k = 0; k <= 2 * radius; k++) sum += weights[k]! * alongRows[(row + k) * width + column]!;
      blurred[row * width + column] = sum / total;
    }
  }
  return blurred;
}

/** The border is repeated outwards. */
const inside = (i: number, length: number) => Math.min(length - 1, Math.max(0, i));
