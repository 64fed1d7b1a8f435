import type { Plane, Size } from '../../../src-shared/domain/image.ts';

/** Size of an image scaled by a factor, to whole pixels and at least one. */
export function scaledSize(size: Size, factor: number): Size {
  return {
    width: Math.max(1, Math.round(size.width * factor)),
    height: Math.max(1, Math.round(size.height * factor)),
  };
}

/**
 * Reduces a plane to a size no larger than its own. Each new pixel is the mean of the area it covers, pixels cut
 * by its border counting by the covered part, so that the mean of the image stays and nothing aliases. The same
 * plane is returned when its size is asked for.
 *
 * @throws RangeError when a side is below 1 or above the plane's own
 */
export function reducePlane(plane: Plane, size: Size): Plane {
  assertReduction(plane, size);
  if (size.width === plane.width && size.height === plane.height) return plane;
  // Rows first: whole lines are added up, and fewer lines are left for the columns.
  return reduceColumns(reduceRows(plane, size.height), size.width);
}

function assertReduction(plane: Plane, size: Size): void {
  const fits = (side: number, whole: number) => Number.isInteger(side) && side >= 1 && side <= whole;
  if (!fits(size.width, plane.width) || !fits(size.height, plane.height)) {
    throw new RangeError(
      `cannot reduce ${plane.width} x ${plane.height} pixels to ${size.width} x ${size.height}`,
    );
  }
}

/** For each new pixel the source pixels from `first` on that it covers, and their weights, which sum to 1. */
interface Footprints {
  /** Weights of each new pixel, the last ones possibly 0. */
  readonly taps: number;
  readonly first: Int32Array;
  /** [new pixels x taps] */
  readonly weights: Float64Array;
}

function footprints(from: number, to: number): Footprints {
  const step = from / to;
  const taps = Math.min(Math.ceil(step) + 1, from);
  const first = new Int32Array(to);
  const weights = new Float64Array(to * taps);
  for (let i = 0; i < to; i++) {
    const start = i * step;
    const end = (i + 1) * step;
    first[i] = Math.min(Math.floor(start), from - taps);
    for (let j = 0; j < taps; j++) {
      const covered = Math.min(end, first[i]! + j + 1) - Math.max(start, first[i]! + j);
      weights[i * taps + j] = Math.max(covered, 0) / step;
    }
  }
  return { taps, first, weights };
}

function reduceColumns(plane: Plane, width: number): Plane {
  if (width === plane.width) return plane;
  const { taps, first, weights } = footprints(plane.width, width);
  const source = plane.data;
  const data = new Float32Array(width * plane.height);
  for (let y = 0, out = 0; y < plane.height; y++) {
    const row = y * plane.width;
    for (let x = 0; x < width; x++) {
      const start = row + first[x]!;
      let sum = 0;
      for (let j = 0; j < taps; j++) sum += weights[x * taps + j]! * source[start + j]!;
      data[out++] = sum;
    }
  }
  return { width, height: plane.height, data };
}

function reduceRows(plane: Plane, height: number): Plane {
  if (height === plane.height) return plane;
  const { width } = plane;
  const { taps, first, weights } = footprints(plane.height, height);
  const source = plane.data;
  const data = new Float32Array(width * height);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let j = 0; j < taps; j++) {
      const weight = weights[y * taps + j]!;
      if (weight === 0) continue;
      const row = (first[y]! + j) * width;
      for (let x = 0; x < width; x++) sums[x]! += weight * source[row + x]!;
    }
    data.set(sums, y * width);
  }
  return { width, height, data };
}
