// Loops over runs of single-precision values that several kernels share.

/** target += factor * source, over length values. */
export function addScaled(target: usize, source: usize, factor: f32, length: i32): void {
  const factors = f32x4.splat(factor);
  let i: i32 = 0;
  for (; i + 4 <= length; i += 4) {
    v128.store(target, f32x4.relaxed_madd(factors, v128.load(source), v128.load(target)));
    target += 16;
    source += 16;
  }
  for (; i < length; i++) {
    f32.store(target, f32.load(target) + factor * f32.load(source));
    target += 4;
    source += 4;
  }
}

/** Sum of squares of length values. */
export function sumOfSquares(values: usize, length: i32): f32 {
  let sums = f32x4.splat(0);
  let i: i32 = 0;
  for (; i + 4 <= length; i += 4) {
    const value = v128.load(values);
    sums = f32x4.relaxed_madd(value, value, sums);
    values += 16;
  }
  let tail: f32 = 0;
  for (; i < length; i++) {
    const value = f32.load(values);
    tail += value * value;
    values += 4;
  }
  return sumOfLanes(sums) + tail;
}

export function sumOfLanes(lanes: v128): f32 {
  return (
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3))
  );
}

/** The largest of four lanes; NaN where one is. */
export function largestLane(lanes: v128): f32 {
  return max(
    max(f32x4.extract_lane(lanes, 0), f32x4.extract_lane(lanes, 1)),
    max(f32x4.extract_lane(lanes, 2), f32x4.extract_lane(lanes, 3)),
  );
}

/** The largest magnitude of a whole number of vectors; NaN where one is. */
export function largestMagnitude(values: usize, bytes: usize): f32 {
  let most = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) most = f32x4.max(most, f32x4.abs(v128.load(values + at)));
  return largestLane(most);
}
