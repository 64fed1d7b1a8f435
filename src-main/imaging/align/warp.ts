import type { Plane } from '../../../src-shared/domain/image.ts';
import { pixelMotion, type RigidTransform } from './rigid-transform.ts';

/** A plane moved onto a reference. */
export interface WarpedPlane {
  readonly plane: Plane;
  /** 1 where the pixel was seen, 0 where it lies beyond the border of the original; row-major, same size. */
  readonly seen: Uint8Array;
}

/**
 * Moves a part onto its reference: the new pixel x takes the part's value at transform(x), between pixels
 * bilinearly, beyond the border that of the nearest pixel. With `invert(transform)` a map found on the reference
 * moves back onto the part.
 *
 * Interpolation smooths noise, so a transform of whole pixels without rotation keeps a texture as it is.
 */
export function warpPlane(part: Plane, transform: RigidTransform): WarpedPlane {
  const { width, height } = part;
  const { a, b, x0, y0 } = pixelMotion(transform, part);
  const data = new Float32Array(width * height);
  const seen = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const partX = a * x - b * y + x0;
      const partY = b * x + a * y + y0;
      data[i] = interpolate(part, partX, partY);
      // A pixel reaches half a pixel beyond its centre.
      seen[i] = partX >= -0.5 && partY >= -0.5 && partX <= width - 0.5 && partY <= height - 0.5 ? 1 : 0;
    }
  }
  return { plane: { width, height, data }, seen };
}

/** Bilinear value at a point given in pixel centres; beyond the border that of the nearest point on it. */
function interpolate({ width, height, data }: Plane, x: number, y: number): number {
  const insideX = Math.min(Math.max(x, 0), width - 1);
  const insideY = Math.min(Math.max(y, 0), height - 1);
  const left = Math.floor(insideX);
  const top = Math.floor(insideY);
  const right = Math.min(left + 1, width - 1);
  const upper = top * width;
  const lower = Math.min(top + 1, height - 1) * width;
  const along = insideX - left;
  const above = data[upper + left]! + (data[upper + right]! - data[upper + left]!) * along;
  const below = data[lower + left]! + (data[lower + right]! - data[lower + left]!) * along;
  return above + (below - above) * (insideY - top);
}
