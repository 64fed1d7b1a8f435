// Inner products of all rows of a design with a vector, or with two at a time, in single precision: each row is read once,
// four rows side by side. Every product sums in the same order, so it does not depend on the row's place.

import { firstPairs, lastPairs } from './lanes';

/**
 * out [count] = rows v.
 *
 * @param rows [count x length], as many as a multiple of four
 * @param length numbers of a row, a multiple of eight
 */
export function designTimes(rows: usize, count: i32, length: i32, v: usize, out: usize): void {
  const bytes = <usize>length << 2;
  for (let k = 0; k < count; k += 4) {
    const r1 = rows + bytes;
    const r2 = r1 + bytes;
    const r3 = r2 + bytes;
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let t0 = s0;
    let t1 = s0;
    let t2 = s0;
    let t3 = s0;
    for (let at: usize = 0; at < bytes; at += 32) {
      const a = v128.load(v + at);
      const b = v128.load(v + at, 16);
      s0 = f32x4.relaxed_madd(a, v128.load(rows + at), s0);
      s1 = f32x4.relaxed_madd(a, v128.load(r1 + at), s1);
      s2 = f32x4.relaxed_madd(a, v128.load(r2 + at), s2);
      s3 = f32x4.relaxed_madd(a, v128.load(r3 + at), s3);
      t0 = f32x4.relaxed_madd(b, v128.load(rows + at, 16), t0);
      t1 = f32x4.relaxed_madd(b, v128.load(r1 + at, 16), t1);
      t2 = f32x4.relaxed_madd(b, v128.load(r2 + at, 16), t2);
      t3 = f32x4.relaxed_madd(b, v128.load(r3 + at, 16), t3);
    }
    v128.store(
      out,
      sumsOfFour(f32x4.add(s0, t0), f32x4.add(s1, t1), f32x4.add(s2, t2), f32x4.add(s3, t3)),
    );
    rows = r3 + bytes;
    out += 16;
  }
}

/** outV [count] = rows v and outW [count] = rows w, as designTimes gives them but for rounding. */
export function designTimesBoth(
  rows: usize,
  count: i32,
  length: i32,
  v: usize,
  w: usize,
  outV: usize,
  outW: usize,
): void {
  const bytes = <usize>length << 2;
  for (let k = 0; k < count; k += 4) {
    const r1 = rows + bytes;
    const r2 = r1 + bytes;
    const r3 = r2 + bytes;
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let t0 = s0;
    let t1 = s0;
    let t2 = s0;
    let t3 = s0;
    for (let at: usize = 0; at < bytes; at += 16) {
      const a = v128.load(v + at);
      const b = v128.load(w + at);
      let row = v128.load(rows + at);
      s0 = f32x4.relaxed_madd(a, row, s0);
      t0 = f32x4.relaxed_madd(b, row, t0);
      row = v128.load(r1 + at);
      s1 = f32x4.relaxed_madd(a, row, s1);
      t1 = f32x4.relaxed_madd(b, row, t1);
      row = v128.load(r2 + at);
      s2 = f32x4.relaxed_madd(a, row, s2);
      t2 = f32x4.relaxed_madd(b, row, t2);
      row = v128.load(r3 + at);
      s3 = f32x4.relaxed_madd(a, row, s3);
      t3 = f32x4.relaxed_madd(b, row, t3);
    }
    v128.store(outV, sumsOfFour(s0, s1, s2, s3));
    v128.store(outW, sumsOfFour(t0, t1, t2, t3));
    rows = r3 + bytes;
    outV += 16;
    outW += 16;
  }
}

/** The sums of the lanes of each of four vectors. */
@inline
function sumsOfFour(s0: v128, s1: v128, s2: v128, s3: v128): v128 {
  const first = f32x4.add(firstPairs<f32>(s0, s1), lastPairs<f32>(s0, s1));
  const last = f32x4.add(firstPairs<f32>(s2, s3), lastPairs<f32>(s2, s3));
  return f32x4.add(v128.shuffle<f32>(first, last, 0, 1, 4, 5), v128.shuffle<f32>(first, last, 2, 3, 6, 7));
}
