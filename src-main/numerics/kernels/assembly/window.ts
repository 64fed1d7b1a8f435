// Separable symmetric windows: borders continue by half-sample symmetric reflection (d c b a | a b c d | d c b a),
// rows are filtered vertically into a row buffer with margins, then horizontally out of it.

/** The index inside 0 .. length - 1 that i reflects to. */
export function reflect(i: i32, length: i32): i32 {
  const period = 2 * length;
  i %= period;
  if (i < 0) i += period;
  return i < length ? i : period - 1 - i;
}

/** Byte addresses of the 2 * radius + 1 rows around row y, reflected at the borders, written to a table. */
export function tabulateRows(plane: usize, rowBytes: usize, height: i32, y: i32, radius: i32, table: usize): void {
  for (let t = -radius; t <= radius; t++) {
    store<usize>(table + (<usize>(t + radius) << 2), plane + <usize>reflect(y + t, height) * rowBytes);
  }
}

/** Fills the margins of a row buffer [radius | width | radius] by reflection. */
export function reflectMargins(buffer: usize, width: i32, radius: i32): void {
  const row = buffer + (<usize>radius << 2);
  for (let i = 1; i <= radius; i++) {
    f32.store(row - (<usize>i << 2), f32.load(row + (<usize>reflect(-i, width) << 2)));
    f32.store(
      row + (<usize>(width - 1 + i) << 2),
      f32.load(row + (<usize>reflect(width - 1 + i, width) << 2)),
    );
  }
}

/** Window sum of the four values whose windows start at the given address of a row buffer. */
export function filterFour(at: usize, weights: usize, taps: i32): v128 {
  let sum = f32x4.splat(0);
  for (let t = 0; t < taps; t++) {
    const offset = <usize>t << 2;
    sum = f32x4.relaxed_madd(v128.load32_splat(weights + offset), v128.load(at + offset), sum);
  }
  return sum;
}

/** Stores the first lanes of a vector: all four, or what is left of the row. */
export function storeLanes(target: usize, lanes: v128, left: i32): void {
  if (left >= 4) {
    v128.store(target, lanes);
    return;
  }
  f32.store(target, f32x4.extract_lane(lanes, 0));
  if (left > 1) f32.store(target, f32x4.extract_lane(lanes, 1), 4);
  if (left > 2) f32.store(target, f32x4.extract_lane(lanes, 2), 8);
}

/** Loads four values, or what is left of the row with zeros behind it. */
export function loadLanes(source: usize, left: i32): v128 {
  if (left >= 4) return v128.load(source);
  let lanes = v128.load32_zero(source);
  if (left > 1) lanes = f32x4.replace_lane(lanes, 1, f32.load(source, 4));
  if (left > 2) lanes = f32x4.replace_lane(lanes, 2, f32.load(source, 8));
  return lanes;
}
