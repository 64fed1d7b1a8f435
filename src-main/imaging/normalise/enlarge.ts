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
  const { width, height } = size;
  const data = new Float32Array(width * height);
  const mixed = new Float32Array(plane.width);
  for (let y = 0; y < height; y++) {
    mixRows(plane, rows, y, mixed);
    spreadRow(mixed, columns, data.subarray(y * width, (y + 1) * width));
  }
  return { width, height, data };
}

/** For each new pixel along a side, the source pixels whose centres enclose its own, and how far it lies between them. */
interface Neighbours {
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly fraction: Float32Array;
}

function mixRows({ data, width }: Plane, rows: Neighbours, y: number, out: Float32Array): void {
  const upper = rows.before[y]! * width;
  const lower = rows.after[y]! * width;
  const down = rows.fraction[y]!;
  for (let x = 0; x < out.length; x++) {
    const above = data[upper + x]!;
    out[x] = above + (data[lower + x]! - above) * down;
  }
}

function spreadRow(row: Float32Array, { before, after, fraction }: Neighbours, out: Float32Array): void {
  for (let x = 0; x < out.length; x++) {
    const left = row[before[x]!]!;
    out[x] = left + (row[after[x]!]! - left) * fraction[x]!;
  }
}

function neighbours(from: number, to: number): Neighbours {
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
