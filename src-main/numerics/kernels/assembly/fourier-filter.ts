// A real plane and its spectrum in single precision. The left half of the plane is taken for the real part and the right
// half for the imaginary part of a plane half as wide: down the columns both are transformed at once, and told apart by
// their symmetry, for the spectrum of a real column at -k is the conjugate of that at k. The rest of the way goes along
// the rows, which for that purpose stand as columns: half a spectrum has rows for the frequencies along x, in the order of
// their reversed bits, and columns for the frequencies 0 .. height / 2 along y, in order.

import { bitsReversed, fourierBackward, fourierForward, stripAt } from './fourier';
import { firstPairs, lastPairs } from './lanes';

/**
 * A plane times a real filter, frequency by frequency, in place.
 *
 * @param plane [height x width] with rows of `stride` numbers; sides are powers of two, at least 8
 * @param turnsX, turnsY as {@link fourierForward} wants them for the width and for the height
 * @param filter half a spectrum [width x halfStride] that is real, divided by 2 width height
 * @param halfStride numbers of a row of half a spectrum, a whole number of vectors, at least height / 2 + 1
 * @param half two planes [width x halfStride], overwritten: half the spectrum of the result
 */
export function filterByFourier(
  plane: usize,
  width: i32,
  height: i32,
  stride: i32,
  turnsX: usize,
  turnsY: usize,
  filter: usize,
  halfStride: i32,
  half: usize,
): void {
  const rowBytes = <usize>stride << 2;
  const right = plane + (<usize>width << 1);
  const bytes = <usize>width << 1;
  for (let at: usize = 0; at < bytes; at += 64)
    fourierForward(plane + at, right + at, rowBytes, height, stripAt(at, bytes), turnsY);
  tellApart(plane, width, height, rowBytes, half, halfStride);
  const halfRow = <usize>halfStride << 2;
  const halfIm = half + <usize>width * halfRow;
  const columns = columnBytes(height);
  for (let at: usize = 0; at < columns; at += 64) {
    const strip = stripAt(at, columns);
    fourierForward(half + at, halfIm + at, halfRow, width, strip, turnsX);
    multiply(half + at, halfIm + at, filter + at, halfRow, width, strip);
  }
  planeOfHalfSpectrum(plane, width, height, stride, turnsX, turnsY, halfStride, half);
}

/**
 * The plane of half a spectrum, which is overwritten; not divided by anything.
 *
 * @param half the real and then the imaginary parts, [width x halfStride] each
 */
export function planeOfHalfSpectrum(
  plane: usize,
  width: i32,
  height: i32,
  stride: i32,
  turnsX: usize,
  turnsY: usize,
  halfStride: i32,
  half: usize,
): void {
  const rowBytes = <usize>stride << 2;
  const halfRow = <usize>halfStride << 2;
  const halfIm = half + <usize>width * halfRow;
  const columns = columnBytes(height);
  for (let at: usize = 0; at < columns; at += 64)
    fourierBackward(half + at, halfIm + at, halfRow, width, stripAt(at, columns), turnsX);
  putTogether(plane, width, height, rowBytes, half, halfStride);
  const right = plane + (<usize>width << 1);
  const bytes = <usize>width << 1;
  for (let at: usize = 0; at < bytes; at += 64)
    fourierBackward(plane + at, right + at, rowBytes, height, stripAt(at, bytes), turnsY);
}

/** Bytes of the frequencies 0 .. height / 2 in whole vectors. */
@inline
function columnBytes(height: i32): usize {
  return <usize>((height >> 1) + 4) << 2;
}

function multiply(re: usize, im: usize, filter: usize, stride: usize, rows: i32, strip: usize): void {
  for (let y = 0; y < rows; y++) {
    for (let at: usize = 0; at < strip; at += 16) {
      const factor = v128.load(filter + at);
      v128.store(re + at, f32x4.mul(v128.load(re + at), factor));
      v128.store(im + at, f32x4.mul(v128.load(im + at), factor));
    }
    re += stride;
    im += stride;
    filter += stride;
  }
}

/** Z = L + iR at k and -k -> twice L and R at k, turned so that x goes down. Columns beyond the last one hold others. */
function tellApart(
  plane: usize,
  width: i32,
  height: i32,
  rowBytes: usize,
  half: usize,
  halfStride: i32,
): void {
  const toRight = <usize>width << 1;
  const halfRow = <usize>halfStride << 2;
  const middle = (<usize>width >> 1) * halfRow;
  for (let k = 0; k <= height >> 1; k += 4) {
    const a0 = rowOfFrequency(plane, k, height, rowBytes);
    const a1 = rowOfFrequency(plane, k + 1, height, rowBytes);
    const a2 = rowOfFrequency(plane, k + 2, height, rowBytes);
    const a3 = rowOfFrequency(plane, k + 3, height, rowBytes);
    const b0 = rowOfFrequency(plane, height - k, height, rowBytes);
    const b1 = rowOfFrequency(plane, height - k - 1, height, rowBytes);
    const b2 = rowOfFrequency(plane, height - k - 2, height, rowBytes);
    const b3 = rowOfFrequency(plane, height - k - 3, height, rowBytes);
    let re = half + (<usize>k << 2);
    let im = re + <usize>width * halfRow;
    for (let x: usize = 0; x < toRight; x += 16) {
      storeSums(re, halfRow, a0 + x, a1 + x, a2 + x, a3 + x, b0 + x, b1 + x, b2 + x, b3 + x);
      storeGaps(im + middle, halfRow, b0 + x, b1 + x, b2 + x, b3 + x, a0 + x, a1 + x, a2 + x, a3 + x);
      const r = x + toRight;
      storeSums(re + middle, halfRow, a0 + r, a1 + r, a2 + r, a3 + r, b0 + r, b1 + r, b2 + r, b3 + r);
      storeGaps(im, halfRow, a0 + r, a1 + r, a2 + r, a3 + r, b0 + r, b1 + r, b2 + r, b3 + r);
      re += halfRow << 2;
      im += halfRow << 2;
    }
  }
}

/** L and R at k -> Z = L + iR at k, and at -k, where L and R are conjugate. */
function putTogether(
  plane: usize,
  width: i32,
  height: i32,
  rowBytes: usize,
  half: usize,
  halfStride: i32,
): void {
  const toRight = <usize>width << 1;
  const halfRow = <usize>halfStride << 2;
  const middle = (<usize>width >> 1) * halfRow;
  const highest = height >> 1;
  for (let k = 0; k < highest; k += 4) {
    const a0 = rowOfFrequency(plane, k, height, rowBytes);
    const a1 = rowOfFrequency(plane, k + 1, height, rowBytes);
    const a2 = rowOfFrequency(plane, k + 2, height, rowBytes);
    const a3 = rowOfFrequency(plane, k + 3, height, rowBytes);
    const b0 = rowOfFrequency(plane, height - k, height, rowBytes);
    const b1 = rowOfFrequency(plane, height - k - 1, height, rowBytes);
    const b2 = rowOfFrequency(plane, height - k - 2, height, rowBytes);
    const b3 = rowOfFrequency(plane, height - k - 3, height, rowBytes);
    let re = half + (<usize>k << 2);
    let im = re + <usize>width * halfRow;
    for (let x: usize = 0; x < toRight; x += 16) {
      storeMirrored(re, im + middle, halfRow, b0 + x, b1 + x, b2 + x, b3 + x, a0 + x, a1 + x, a2 + x, a3 + x);
      const r = x + toRight;
      storeMirrored(re + middle, im, halfRow, a0 + r, a1 + r, a2 + r, a3 + r, b0 + r, b1 + r, b2 + r, b3 + r);
      re += halfRow << 2;
      im += halfRow << 2;
    }
  }
  // The highest frequency is its own mirror image: L and R are real but for rounding.
  let target = rowOfFrequency(plane, highest, height, rowBytes);
  let re = half + (<usize>highest << 2);
  for (const end = target + toRight; target < end; target += 4) {
    f32.store(target, f32.load(re));
    f32.store(target + toRight, f32.load(re + middle));
    re += halfRow;
  }
}

@inline
function rowOfFrequency(plane: usize, k: i32, height: i32, rowBytes: usize): usize {
  return plane + <usize>bitsReversed(k & (height - 1), ctz(height)) * rowBytes;
}

/** Four vectors a + b, transposed to four rows. */
@inline
function storeSums(
  target: usize,
  rowBytes: usize,
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  b0: usize,
  b1: usize,
  b2: usize,
  b3: usize,
): void {
  storeTransposed(
    f32x4.add(v128.load(a0), v128.load(b0)),
    f32x4.add(v128.load(a1), v128.load(b1)),
    f32x4.add(v128.load(a2), v128.load(b2)),
    f32x4.add(v128.load(a3), v128.load(b3)),
    target,
    target + rowBytes,
    target + 2 * rowBytes,
    target + 3 * rowBytes,
  );
}

/** Four vectors a - b, transposed to four rows. */
@inline
function storeGaps(
  target: usize,
  rowBytes: usize,
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  b0: usize,
  b1: usize,
  b2: usize,
  b3: usize,
): void {
  storeTransposed(
    f32x4.sub(v128.load(a0), v128.load(b0)),
    f32x4.sub(v128.load(a1), v128.load(b1)),
    f32x4.sub(v128.load(a2), v128.load(b2)),
    f32x4.sub(v128.load(a3), v128.load(b3)),
    target,
    target + rowBytes,
    target + 2 * rowBytes,
    target + 3 * rowBytes,
  );
}

/** Four rows p and q, transposed: p + q to the addresses s, after p - q to the addresses d. */
@inline
function storeMirrored(
  p: usize,
  q: usize,
  rowBytes: usize,
  s0: usize,
  s1: usize,
  s2: usize,
  s3: usize,
  d0: usize,
  d1: usize,
  d2: usize,
  d3: usize,
): void {
  const p0 = v128.load(p);
  const p1 = v128.load(p + rowBytes);
  const p2 = v128.load(p + 2 * rowBytes);
  const p3 = v128.load(p + 3 * rowBytes);
  const q0 = v128.load(q);
  const q1 = v128.load(q + rowBytes);
  const q2 = v128.load(q + 2 * rowBytes);
  const q3 = v128.load(q + 3 * rowBytes);
  storeTransposed(f32x4.sub(p0, q0), f32x4.sub(p1, q1), f32x4.sub(p2, q2), f32x4.sub(p3, q3), d0, d1, d2, d3);
  storeTransposed(f32x4.add(p0, q0), f32x4.add(p1, q1), f32x4.add(p2, q2), f32x4.add(p3, q3), s0, s1, s2, s3);
}

/** The first numbers of four vectors to the first address, the second ones to the second, and so on. */
@inline
function storeTransposed(
  v0: v128,
  v1: v128,
  v2: v128,
  v3: v128,
  t0: usize,
  t1: usize,
  t2: usize,
  t3: usize,
): void {
  const low01 = firstPairs<f32>(v0, v1);
  const high01 = lastPairs<f32>(v0, v1);
  const low23 = firstPairs<f32>(v2, v3);
  const high23 = lastPairs<f32>(v2, v3);
  v128.store(t0, v128.shuffle<f64>(low01, low23, 0, 2));
  v128.store(t1, v128.shuffle<f64>(low01, low23, 1, 3));
  v128.store(t2, v128.shuffle<f64>(high01, high23, 0, 2));
  v128.store(t3, v128.shuffle<f64>(high01, high23, 1, 3));
}
