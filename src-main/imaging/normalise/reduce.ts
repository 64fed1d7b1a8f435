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
  return reduceRows(reduceColumns(plane, size.width), size.height);
}

function assertReduction(plane: Plane, size: Size): void {
  const fits = (side: number, whole: number) => Number.isInteger(side) && side >= 1 && side <= whole;
  if (!fits(size.width, plane.width) || !fits(size.height, plane.height)) {
    throw new RangeError(
      `cannot reduce ${plane.width} x ${plane.height} pixels to ${size.width} x ${size.height}`,
    );
  }
}

/** The source pixels that one new pixel covers, and the weight of each; weights sum to 1. */
interface Footprint {
  readonly first: number;
  readonly weights: Float64Array;
}

function footprints(from: number, to: number): Footprint[] {
  const step = from / to;
  return Array.from({ length: to }, (_, i) => {
    const start = i * step;
    const end = i === to - 1 ? from : (i + 1) * step;
    const first = Math.floor(start);
    const last = Math.max(first + 1, Math.ceil(end - 1e-9));
    const weights = Float64Array.from({ length: last - first }, (_, j) => {
      const covered = Math.min(end, first + j + 1) - Math.max(start, first + j);
      return covered / (end - start);
    });
    return { first, weights };
  });
}

function reduceColumns(plane: Plane, width: number): Plane {
  if (width === plane.width) return plane;
  const columns = footprints(plane.width, width);
  const data = new Float32Array(width * plane.height);
  for (let y = 0, out = 0; y < plane.height; y++) {
    const row = y * plane.width;
    for (const { first, weights } of columns) {
      let sum = 0;
      for (let j = 0; j < weights.length; j++) sum += weights[j]! * plane.data[row + first + j]!;
      data[out++] = sum;
    }
  }
  return { width, height: plane.height, data };
}

function reduceRows(plane: Plane, height: number): Plane {
  if (height === plane.height) return plane;
  const { width } = plane;
  const data = new Float32Array(width * height);
  const sums = new Float64Array(width);
  footprints(plane.height, height).forEach(({ first, weights }, y) => {
    sums.fill(0);
    weights.forEach((weight, j) => {
      const row = (first + j) * width;
      for (let x = 0; x < width; x++) sums[x]! += weight * plane.data[row + x]!;
    });
    data.set(sums, y * width);
  });
  return { width, height, data };
}
