import { sumOfLanes, sumOfSquares } from './vectors';

/**
 * Cuts patches firstIndex .. firstIndex + count - 1 of a grid out of an image: out [count x size * size],
 * row by row. With removeMean, means [count] is taken off each patch, otherwise means are 0; energies [count]
 * are the sums of squares of what is written.
 */
export function extractPatches(
  image: usize,
  width: i32,
  xs: usize,
  ys: usize,
  columns: i32,
  size: i32,
  firstIndex: i32,
  count: i32,
  removeMean: i32,
  out: usize,
  means: usize,
  energies: usize,
): void {
  const imageRowBytes = <usize>width << 2;
  const length = size * size;
  const patchBytes = <usize>length << 2;
  let column = firstIndex % columns;
  let row = firstIndex / columns;
  for (let i = 0; i < count; i++) {
    const x = i32.load(xs + (<usize>column << 2));
    const y = i32.load(ys + (<usize>row << 2));
    const sum = copyPatch(image + <usize>y * imageRowBytes + (<usize>x << 2), imageRowBytes, size, out);
    let mean: f32 = 0;
    if (removeMean) {
      mean = sum / <f32>length;
      f32.store(energies, subtractMean(out, mean, length));
    } else {
      f32.store(energies, sumOfSquares(out, length));
    }
    f32.store(means, mean);
    out += patchBytes;
    means += 4;
    energies += 4;
    if (++column == columns) {
      column = 0;
      row++;
    }
  }
}

/** Copies a square and returns the sum of its values. */
function copyPatch(source: usize, rowBytes: usize, size: i32, out: usize): f32 {
  let sums = f32x4.splat(0);
  let tail: f32 = 0;
  for (let r = 0; r < size; r++) {
    let from = source;
    let i: i32 = 0;
    for (; i + 4 <= size; i += 4) {
      const values = v128.load(from);
      v128.store(out, values);
      sums = f32x4.add(sums, values);
      from += 16;
      out += 16;
    }
    for (; i < size; i++) {
      const value = f32.load(from);
      f32.store(out, value);
      tail += value;
      from += 4;
      out += 4;
    }
    source += rowBytes;
  }
  return sumOfLanes(sums) + tail;
}

/** Takes the mean off every value and returns the sum of squares of the result. */
function subtractMean(values: usize, mean: f32, length: i32): f32 {
  const lanes = f32x4.splat(mean);
  let squares = f32x4.splat(0);
  let i: i32 = 0;
  for (; i + 4 <= length; i += 4) {
    const value = f32x4.sub(v128.load(values), lanes);
    v128.store(values, value);
    squares = f32x4.relaxed_madd(value, value, squares);
    values += 16;
  }
  let tail: f32 = 0;
  for (; i < length; i++) {
    const value = f32.load(values) - mean;
    f32.store(values, value);
    tail += value * value;
    values += 4;
  }
  return sumOfLanes(squares) + tail;
}
