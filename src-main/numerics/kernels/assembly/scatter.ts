// The mean and the scatter of rows that come in blocks: each block is centred at its own mean, its products are summed in
// single precision in register tiles of 4 x 8 entries, and blocks are put together in double precision (Chan, Golub &
// LeVeque 1979). No digits are lost where the mean is far from 0, or moves from block to block.

import { rowsToSingle } from './single-rows';

/**
 * @param rows [count x length] in double precision
 * @param before rows that came earlier
 * @param mean [stride] of those, in double precision; then of all
 * @param scatter [stride x stride] the sum of products of deviations from the mean, in double precision; only tiles that
 *   reach the diagonal or lie right of it are complete
 * @param stride length rounded up to a multiple of 8
 * @param scratch zeroed: a row [stride] in double precision, and [count x stride] in single precision
 */
export function absorbRows(
  rows: usize,
  count: i32,
  length: i32,
  before: i32,
  mean: usize,
  scatter: usize,
  stride: i32,
  scratch: usize,
): void {
  const rowBytes = <usize>stride << 3;
  const centre = scratch;
  const deviations = centre + rowBytes;
  meanOfRows(rows, count, length, centre);
  rowsToSingle(rows, count, length, centre, deviations, stride);
  const total = <f64>(before + count);
  const weight = <f64>before * <f64>count / total;
  // From here on: how far the mean of the block is from that of the rows before.
  for (let a: usize = 0; a < rowBytes; a += 16)
    v128.store(centre + a, f64x2.sub(v128.load(centre + a), v128.load(mean + a)));
  for (let a = 0; a < stride; a += 4) {
    const row = scatter + <usize>a * rowBytes;
    for (let b = a & ~7; b < stride; b += 8)
      addTile(deviations, count, stride, a, b, centre, weight, row + (<usize>b << 3), rowBytes);
  }
  const share = f64x2.splat(<f64>count / total);
  for (let a: usize = 0; a < rowBytes; a += 16)
    v128.store(mean + a, f64x2.add(v128.load(mean + a), f64x2.mul(share, v128.load(centre + a))));
}

function meanOfRows(rows: usize, count: i32, length: i32, mean: usize): void {
  const bytes = <usize>length << 3;
  memory.copy(mean, rows, bytes);
  for (let i = 1; i < count; i++) {
    rows += bytes;
    let at: usize = 0;
    for (; at + 16 <= bytes; at += 16)
      v128.store(mean + at, f64x2.add(v128.load(mean + at), v128.load(rows + at)));
    if (at < bytes) f64.store(mean + at, f64.load(mean + at) + f64.load(rows + at));
  }
  for (let at: usize = 0; at < bytes; at += 8) f64.store(mean + at, f64.load(mean + at) / <f64>count);
}

/** Entries a .. a + 3 times b .. b + 7. */
function addTile(
  rows: usize,
  count: i32,
  stride: i32,
  a: i32,
  b: i32,
  shift: usize,
  weight: f64,
  target: usize,
  targetBytes: usize,
): void {
  const rowBytes = <usize>stride << 2;
  let left = rows + (<usize>a << 2);
  let right = rows + (<usize>b << 2);
  let s00 = f32x4.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  for (let i = 0; i < count; i++) {
    const y0 = v128.load(right);
    const y1 = v128.load(right, 16);
    let x = v128.load32_splat(left);
    s00 = f32x4.relaxed_madd(x, y0, s00);
    s01 = f32x4.relaxed_madd(x, y1, s01);
    x = v128.load32_splat(left, 4);
    s10 = f32x4.relaxed_madd(x, y0, s10);
    s11 = f32x4.relaxed_madd(x, y1, s11);
    x = v128.load32_splat(left, 8);
    s20 = f32x4.relaxed_madd(x, y0, s20);
    s21 = f32x4.relaxed_madd(x, y1, s21);
    x = v128.load32_splat(left, 12);
    s30 = f32x4.relaxed_madd(x, y0, s30);
    s31 = f32x4.relaxed_madd(x, y1, s31);
    left += rowBytes;
    right += rowBytes;
  }
  const shiftA = shift + (<usize>a << 3);
  const shiftB = shift + (<usize>b << 3);
  addEight(target, s00, s01, weight * f64.load(shiftA), shiftB);
  addEight(target + targetBytes, s10, s11, weight * f64.load(shiftA, 8), shiftB);
  addEight(target + 2 * targetBytes, s20, s21, weight * f64.load(shiftA, 16), shiftB);
  addEight(target + 3 * targetBytes, s30, s31, weight * f64.load(shiftA, 24), shiftB);
}

/** target [8] += sums + factor times row */
@inline
function addEight(target: usize, first: v128, second: v128, factor: f64, row: usize): void {
  const factors = f64x2.splat(factor);
  addTwo(target, first, factors, row);
  addTwo(target + 16, v128.shuffle<f64>(first, first, 1, 1), factors, row + 16);
  addTwo(target + 32, second, factors, row + 32);
  addTwo(target + 48, v128.shuffle<f64>(second, second, 1, 1), factors, row + 48);
}

@inline
function addTwo(target: usize, sums: v128, factors: v128, row: usize): void {
  const sum = f64x2.add(v128.load(target), f64x2.promote_low_f32x4(sums));
  v128.store(target, f64x2.relaxed_madd(factors, v128.load(row), sum));
}
