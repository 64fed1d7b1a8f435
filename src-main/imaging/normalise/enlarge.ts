import type { Plane, Size } from '../../../src-shared/domain/image.ts';

/**
 * Enlarges a plane to a size no smaller than its own, between pixel centres linearly and beyond the outermost
 * centres constant: a coarse map laid over the image it came from. The same plane is returned when its size is
 * asked for.
 *
 * @throws RangeError when a side is below the plane's own
 */
export function enlargePlane(plane: Plane, size: Size): Plane {
  if (size.width < plane.width || size.height < plane.height) {
    throw new RangeError(
      `cannot enlarge ${plane.width} x ${plane.height} pixels to ${size.width} x ${size.height}`,
    );
  }
  if (size.width === plane.width && size.height === plane.height) return plane;
  const columns = neighbours(plane.width, size.width);
  const rows = neighbours(plane.height, size.height);
  const data = new Float32Array(size.width * size.height);
  const mixed = new Float32Array(plane.width);
  for (let y = 0, out = 0; y < size.height; y++) {
    const upper = rows.before[y]! * plane.width;
    const lower = rows.after[y]! * plane.width;
    const down = rows.fraction[y]!;
    for (let x = 0; x < mixed.length; x++) {
      const above = plane.data[upper + x]!;
      mixed[x] = above + (plane.data[lower + x]! - above) * down;
    }
    for (let x = 0; x < size.width; x++) {
      const left = mixed[columns.before[x]!]!;
      data[out++] = left + (mixed[columns.after[x]!]! - left) * columns.fraction[x]!;
    }
  }
  return { ...size, data };
}

/** For each new pixel, the source pixels whose centres enclose its own, and how far it lies between them. */
function neighbours(
  from: number,
  to: number,
): { before: Int32Array; after: Int32Array; fraction: Float32Array } {
  const before = new Int32Array(to);
  const after = new Int32Array(to);
  const fraction = new Float32Array(to);
  for (let i = 0; i < to; i++) {
    const centre = Math.min(Math.max(((i + 0.5) * from) / to - 0.5, 0), from - 1);
    before[i] = Math.floor(centre);
    after[i] = Math.min(before[i]! + 1, from - 1);
    fraction[i] = centre - before[i]!;
  }
  return { before, after, fraction };
}
