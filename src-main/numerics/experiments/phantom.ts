import type { Size } from '../../../src-shared/domain/image.ts';

/** Contrast, half axes, centre (in half sides, x to the right, y up) and turn in degrees of each ellipse. */
const ellipses = [
  [1, 0.69, 0.92, 0, 0, 0],
  [-0.8, 0.6624, 0.874, 0, -0.0184, 0],
  [-0.2, 0.11, 0.31, 0.22, 0, -18],
  [-0.2, 0.16, 0.41, -0.22, 0, 18],
  [0.1, 0.21, 0.25, 0, 0.35, 0],
  [0.1, 0.046, 0.046, 0, 0.1, 0],
  [0.1, 0.046, 0.046, 0, -0.1, 0],
  [0.1, 0.046, 0.023, -0.08, -0.605, 0],
  [0.1, 0.023, 0.023, 0, -0.606, 0],
  [0.1, 0.023, 0.046, 0.06, -0.605, 0],
] as const;

/**
 * The head phantom of Shepp & Logan (IEEE Trans. Nucl. Sci. 21, 1974) with the contrasts of Toft (1996), which the eye can
 * tell apart: a picture that is constant in pieces, as compressed sensing likes it.
 *
 * @returns [height x width], intensities in [0, 1]
 */
export function headPhantom({ width, height }: Size): Float64Array {
  const image = new Float64Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const x = (2 * column + 1) / width - 1;
      const y = 1 - (2 * row + 1) / height;
      let value = 0;
      for (const [contrast, a, b, cx, cy, degrees] of ellipses) {
        const turn = (degrees * Math.PI) / 180;
        const u = (x - cx) * Math.cos(turn) + (y - cy) * Math.sin(turn);
        const v = (y - cy) * Math.cos(turn) - (x - cx) * Math.sin(turn);
        if ((u / a) ** 2 + (v / b) ** 2 <= 1) value += contrast;
      }
      image[row * width + column] = Math.min(Math.max(value, 0), 1);
    }
  }
  return image;
}
