// A sum of weighted rows in double or in single precision, eight vectors of each at a time: the sums stay in registers.

/**
 * out [length] = sum of weight times row. T is f64 or f32.
 *
 * @param weights [count]
 * @param rows [count] addresses
 * @param length numbers of a row, a whole number of 32 bytes
 */
export function combineRows<T>(weights: usize, rows: usize, count: i32, length: i32, out: usize): void {
  const bytes = <usize>length * sizeof<T>();
  let at: usize = 0;
  for (; at + 128 <= bytes; at += 128) {
    let s0 = v128.splat<T>(<T>0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let s4 = s0;
    let s5 = s0;
    let s6 = s0;
    let s7 = s0;
    for (let i = 0; i < count; i++) {
      const weight = v128.load_splat<T>(weights + <usize>i * sizeof<T>());
      const row = <usize>load<u32>(rows + (<usize>i << 2)) + at;
      s0 = v128.relaxed_madd<T>(weight, v128.load(row), s0);
      s1 = v128.relaxed_madd<T>(weight, v128.load(row, 16), s1);
      s2 = v128.relaxed_madd<T>(weight, v128.load(row, 32), s2);
      s3 = v128.relaxed_madd<T>(weight, v128.load(row, 48), s3);
      s4 = v128.relaxed_madd<T>(weight, v128.load(row, 64), s4);
      s5 = v128.relaxed_madd<T>(weight, v128.load(row, 80), s5);
      s6 = v128.relaxed_madd<T>(weight, v128.load(row, 96), s6);
      s7 = v128.relaxed_madd<T>(weight, v128.load(row, 112), s7);
    }
    const target = out + at;
    v128.store(target, s0);
    v128.store(target, s1, 16);
    v128.store(target, s2, 32);
    v128.store(target, s3, 48);
    v128.store(target, s4, 64);
    v128.store(target, s5, 80);
    v128.store(target, s6, 96);
    v128.store(target, s7, 112);
  }
  for (; at < bytes; at += 32) {
    let s0 = v128.splat<T>(<T>0);
    let s1 = s0;
    for (let i = 0; i < count; i++) {
      const weight = v128.load_splat<T>(weights + <usize>i * sizeof<T>());
      const row = <usize>load<u32>(rows + (<usize>i << 2)) + at;
      s0 = v128.relaxed_madd<T>(weight, v128.load(row), s0);
      s1 = v128.relaxed_madd<T>(weight, v128.load(row, 16), s1);
    }
    v128.store(out + at, s0);
    v128.store(out + at, s1, 16);
  }
}
