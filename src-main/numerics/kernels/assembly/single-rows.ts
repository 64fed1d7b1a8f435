// Rows in double precision on their way into single precision and back. Numbers are centred while they are still doubles:
// what is far from 0 compared with how much it varies keeps its digits.

/**
 * out [count x outStride] = rows [count x length] less a row, in single precision. Beyond a row nothing is written.
 *
 * @param less [length]
 */
export function rowsToSingle(
  rows: usize,
  count: i32,
  length: i32,
  less: usize,
  out: usize,
  outStride: i32,
): void {
  for (let i = 0; i < count; i++) {
    let a = 0;
    for (; a + 4 <= length; a += 4) {
      const at = <usize>a << 3;
      const first = f64x2.sub(v128.load(rows + at), v128.load(less + at));
      const second = f64x2.sub(v128.load(rows + at, 16), v128.load(less + at, 16));
      const four = v128.shuffle<f64>(f32x4.demote_f64x2_zero(first), f32x4.demote_f64x2_zero(second), 0, 2);
      v128.store(out + (<usize>a << 2), four);
    }
    for (; a < length; a++) {
      const at = <usize>a << 3;
      f32.store(out + (<usize>a << 2), <f32>(f64.load(rows + at) - f64.load(less + at)));
    }
    rows += <usize>length << 3;
    out += <usize>outStride << 2;
  }
}

/**
 * out [count x length] = rows [count x stride] plus a row, in double precision.
 *
 * @param plus [length]
 */
export function rowsToDouble(
  rows: usize,
  count: i32,
  stride: i32,
  length: i32,
  plus: usize,
  out: usize,
): void {
  for (let i = 0; i < count; i++) {
    let a = 0;
    for (; a + 2 <= length; a += 2) {
      const at = <usize>a << 3;
      const two = f64x2.promote_low_f32x4(v128.load64_zero(rows + (<usize>a << 2)));
      v128.store(out + at, f64x2.add(two, v128.load(plus + at)));
    }
    if (a < length)
      f64.store(out + (<usize>a << 3), <f64>f32.load(rows + (<usize>a << 2)) + f64.load(plus + (<usize>a << 3)));
    rows += <usize>stride << 2;
    out += <usize>length << 3;
  }
}
