/**
 * Adds patches firstIndex .. firstIndex + count - 1 of a grid, with their means, onto the accumulator plane,
 * and 1 per covered pixel onto the weight plane.
 */
export function overlapAdd(
  patches: usize,
  means: usize,
  width: i32,
  xs: usize,
  ys: usize,
  columns: i32,
  size: i32,
  firstIndex: i32,
  count: i32,
  accumulator: usize,
  weights: usize,
): void {
  const planeRowBytes = <usize>width << 2;
  let column = firstIndex % columns;
  let row = firstIndex / columns;
  for (let i = 0; i < count; i++) {
    const x = i32.load(xs + (<usize>column << 2));
    const y = i32.load(ys + (<usize>row << 2));
    const at = <usize>y * planeRowBytes + (<usize>x << 2);
    addPatch(patches, f32.load(means), size, accumulator + at, weights + at, planeRowBytes);
    patches += (<usize>size * size) << 2;
    means += 4;
    if (++column == columns) {
      column = 0;
      row++;
    }
  }
}

function addPatch(patch: usize, mean: f32, size: i32, sum: usize, weight: usize, planeRowBytes: usize): void {
  const lanes = f32x4.splat(mean);
  const one = f32x4.splat(1);
  const skip = planeRowBytes - (<usize>size << 2);
  for (let r = 0; r < size; r++) {
    let i: i32 = 0;
    for (; i + 4 <= size; i += 4) {
      v128.store(sum, f32x4.add(v128.load(sum), f32x4.add(v128.load(patch), lanes)));
      v128.store(weight, f32x4.add(v128.load(weight), one));
      patch += 16;
      sum += 16;
      weight += 16;
    }
    for (; i < size; i++) {
      f32.store(sum, f32.load(sum) + (f32.load(patch) + mean));
      f32.store(weight, f32.load(weight) + 1);
      patch += 4;
      sum += 4;
      weight += 4;
    }
    sum += skip;
    weight += skip;
  }
}

/** accumulator /= weights, pixel by pixel; a pixel that no patch covered stays as it is. */
export function finishOverlapAdd(accumulator: usize, weights: usize, length: i32): void {
  const one = f32x4.splat(1);
  let i: i32 = 0;
  for (; i + 4 <= length; i += 4) {
    v128.store(accumulator, f32x4.div(v128.load(accumulator), f32x4.pmax(v128.load(weights), one)));
    accumulator += 16;
    weights += 16;
  }
  for (; i < length; i++) {
    f32.store(accumulator, f32.load(accumulator) / max<f32>(f32.load(weights), 1));
    accumulator += 4;
    weights += 4;
  }
}
