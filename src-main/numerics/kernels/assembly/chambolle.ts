// Total variation by Chambolle's dual steps, in double or in single precision: T is f64 or f32, and a vector holds as many
// numbers as fit. Every plane has rows of `stride` numbers, a whole number of vectors and at least one number wider than
// the picture, with a row of zeros above and one below; an address is that of the first pixel. What is beyond the picture
// is 0 and stays it, for `inside` [stride] has all bits set where a pixel has a neighbour on its right, and none elsewhere.

import { shiftedBy1, sumOfVector } from './lanes';

/**
 * `count` steps of u = f + div p. The rows of a step follow one behind those of the step before, so that a picture goes
 * through the processor's cache once in all; every number is what it would be one step after another.
 *
 * @param weight a quarter over the penalty
 */
export function chambolleSteps64(
  image: usize,
  u: usize,
  px: usize,
  py: usize,
  inside: usize,
  stride: i32,
  height: i32,
  weight: f64,
  isotropic: i32,
  count: i32,
): void {
  manySteps<f64>(image, u, px, py, inside, stride, height, weight, isotropic, count);
}

/** As {@link chambolleSteps64}, in single precision. */
export function chambolleSteps32(
  image: usize,
  u: usize,
  px: usize,
  py: usize,
  inside: usize,
  stride: i32,
  height: i32,
  weight: f32,
  isotropic: i32,
  count: i32,
): void {
  manySteps<f32>(image, u, px, py, inside, stride, height, weight, isotropic, count);
}

/** penalty TV(u) - <p, gradient of u>: how far the objective may at most be above the least possible. */
export function chambolleGap64(
  u: usize,
  px: usize,
  py: usize,
  inside: usize,
  stride: i32,
  height: i32,
  penalty: f64,
  isotropic: i32,
): f64 {
  return gapOfRows<f64>(u, px, py, inside, stride, height, penalty, isotropic);
}

/** As {@link chambolleGap64}, in single precision. */
export function chambolleGap32(
  u: usize,
  px: usize,
  py: usize,
  inside: usize,
  stride: i32,
  height: i32,
  penalty: f32,
  isotropic: i32,
): f64 {
  return gapOfRows<f32>(u, px, py, inside, stride, height, penalty, isotropic);
}

@inline
function manySteps<T>(
  image: usize,
  u: usize,
  px: usize,
  py: usize,
  inside: usize,
  stride: i32,
  height: i32,
  weight: T,
  isotropic: i32,
  count: i32,
): void {
  const rowBytes = <usize>stride * sizeof<T>();
  for (let front = 0; front < height + count - 1; front++) {
    const last = min(front, count - 1);
    for (let step = max(front - height + 1, 0); step <= last; step++) {
      const y = front - step;
      const at = <usize>y * rowBytes;
      const below = v128.splat<i32>(y < height - 1 ? -1 : 0);
      if (isotropic) moveRow<T>(image + at, u + at, px + at, py + at, inside, below, rowBytes, weight);
      else moveRowByParts<T>(image + at, u + at, px + at, py + at, inside, below, rowBytes, weight);
    }
  }
}

/** A step of a row of p, and that row of u. */
function moveRow<T>(
  image: usize,
  u: usize,
  px: usize,
  py: usize,
  inside: usize,
  below: v128,
  rowBytes: usize,
  weight: T,
): void {
  const quarter = v128.splat<T>(<T>0.25);
  const ones = v128.splat<T>(<T>1);
  const weights = v128.splat<T>(weight);
  let left = v128.splat<T>(<T>0);
  for (const end = u + rowBytes; u < end; u += 16) {
    const here = v128.load(u);
    const gx = v128.and(v128.sub<T>(v128.load(u + sizeof<T>()), here), v128.load(inside));
    const gy = v128.and(v128.sub<T>(v128.load(u + rowBytes), here), below);
    const length = v128.sqrt<T>(v128.add<T>(v128.mul<T>(gx, gx), v128.mul<T>(gy, gy)));
    const shorter = v128.div<T>(ones, v128.add<T>(ones, v128.mul<T>(weights, length)));
    const x = v128.mul<T>(v128.add<T>(v128.load(px), v128.mul<T>(quarter, gx)), shorter);
    const y = v128.mul<T>(v128.add<T>(v128.load(py), v128.mul<T>(quarter, gy)), shorter);
    store<T>(image, u, px, py, rowBytes, left, x, y);
    left = x;
    image += 16;
    px += 16;
    py += 16;
    inside += 16;
  }
}

/** {@link moveRow} with each component of p by itself. */
function moveRowByParts<T>(
  image: usize,
  u: usize,
  px: usize,
  py: usize,
  inside: usize,
  below: v128,
  rowBytes: usize,
  weight: T,
): void {
  const quarter = v128.splat<T>(<T>0.25);
  const ones = v128.splat<T>(<T>1);
  const weights = v128.splat<T>(weight);
  let left = v128.splat<T>(<T>0);
  for (const end = u + rowBytes; u < end; u += 16) {
    const here = v128.load(u);
    const gx = v128.and(v128.sub<T>(v128.load(u + sizeof<T>()), here), v128.load(inside));
    const gy = v128.and(v128.sub<T>(v128.load(u + rowBytes), here), below);
    const shorterX = v128.div<T>(ones, v128.add<T>(ones, v128.mul<T>(weights, v128.abs<T>(gx))));
    const shorterY = v128.div<T>(ones, v128.add<T>(ones, v128.mul<T>(weights, v128.abs<T>(gy))));
    const x = v128.mul<T>(v128.add<T>(v128.load(px), v128.mul<T>(quarter, gx)), shorterX);
    const y = v128.mul<T>(v128.add<T>(v128.load(py), v128.mul<T>(quarter, gy)), shorterY);
    store<T>(image, u, px, py, rowBytes, left, x, y);
    left = x;
    image += 16;
    px += 16;
    py += 16;
    inside += 16;
  }
}

@inline
function store<T>(
  image: usize,
  u: usize,
  px: usize,
  py: usize,
  rowBytes: usize,
  left: v128,
  x: v128,
  y: v128,
): void {
  v128.store(px, x);
  v128.store(py, y);
  const sum = v128.sub<T>(v128.add<T>(v128.load(image), x), shiftedBy1<T>(left, x));
  v128.store(u, v128.sub<T>(v128.add<T>(sum, y), v128.load(py - rowBytes)));
}

@inline
function gapOfRows<T>(
  u: usize,
  px: usize,
  py: usize,
  inside: usize,
  stride: i32,
  height: i32,
  penalty: T,
  isotropic: i32,
): f64 {
  const penalties = v128.splat<T>(penalty);
  const rowBytes = <usize>stride * sizeof<T>();
  let gap: f64 = 0;
  for (let y = 0; y < height; y++) {
    const below = v128.splat<i32>(y < height - 1 ? -1 : 0);
    let sums = v128.splat<T>(<T>0);
    for (let at: usize = 0; at < rowBytes; at += 16) {
      const here = v128.load(u + at);
      const gx = v128.and(v128.sub<T>(v128.load(u + at + sizeof<T>()), here), v128.load(inside + at));
      const gy = v128.and(v128.sub<T>(v128.load(u + at + rowBytes), here), below);
      const length = isotropic
        ? v128.sqrt<T>(v128.add<T>(v128.mul<T>(gx, gx), v128.mul<T>(gy, gy)))
        : v128.add<T>(v128.abs<T>(gx), v128.abs<T>(gy));
      const along = v128.add<T>(v128.mul<T>(v128.load(px + at), gx), v128.mul<T>(v128.load(py + at), gy));
      sums = v128.add<T>(sums, v128.sub<T>(v128.mul<T>(penalties, length), along));
    }
    gap += sumOfVector<T>(sums);
    u += rowBytes;
    px += rowBytes;
    py += rowBytes;
  }
  return gap;
}
