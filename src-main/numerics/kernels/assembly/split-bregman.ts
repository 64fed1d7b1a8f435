// Total variation by split Bregman, in double or in single precision; planes and `inside` as in chambolle.ts. A pixel goes to
// a + s (what its neighbours say), where a is its share of what was observed and s that of each neighbour. Both are 0 beyond
// the picture, so that pixels at its border need no case of their own.

import { shiftedBy1, sumOfVector } from './lanes';

/**
 * A Gauss-Seidel sweep over the pixels and the shrinkage of their gradient plus b; returns the sum of squared changes.
 *
 * @param observed a [rows of stride]
 * @param shares [height] for each row of pixels the address of its s [stride]
 * @param ex, ey the sparse gradient less b
 */
export function splitBregmanStep64(
  u: usize,
  observed: usize,
  shares: usize,
  ex: usize,
  ey: usize,
  bx: usize,
  by: usize,
  inside: usize,
  stride: i32,
  height: i32,
  threshold: f64,
  isotropic: i32,
): f64 {
  return step<f64>(u, observed, shares, ex, ey, bx, by, inside, stride, height, threshold, isotropic);
}

/** As {@link splitBregmanStep64}, in single precision. */
export function splitBregmanStep32(
  u: usize,
  observed: usize,
  shares: usize,
  ex: usize,
  ey: usize,
  bx: usize,
  by: usize,
  inside: usize,
  stride: i32,
  height: i32,
  threshold: f32,
  isotropic: i32,
): f64 {
  return step<f32>(u, observed, shares, ex, ey, bx, by, inside, stride, height, threshold, isotropic);
}

@inline
function step<T>(
  u: usize,
  observed: usize,
  shares: usize,
  ex: usize,
  ey: usize,
  bx: usize,
  by: usize,
  inside: usize,
  stride: i32,
  height: i32,
  threshold: T,
  isotropic: i32,
): f64 {
  const rowBytes = <usize>stride * sizeof<T>();
  let change: f64 = 0;
  for (let y = 0; y <= height; y++) {
    const at = <usize>y * rowBytes;
    if (y < height)
      change += sweepRow<T>(u + at, observed + at, load<u32>(shares + (<usize>y << 2)), ex + at, ey + at, rowBytes);
    if (y == 0) continue;
    // The row above is not looked at again in this sweep, and still in the processor's cache.
    const above = at - rowBytes;
    const below = v128.splat<i32>(y < height ? -1 : 0);
    if (isotropic) shrinkRow<T>(u + above, ex + above, ey + above, bx + above, by + above, inside, below, rowBytes, threshold);
    else shrinkRowByParts<T>(u + above, ex + above, ey + above, bx + above, by + above, inside, below, rowBytes, threshold);
  }
  return change;
}

/** What has to wait for the pixel on the left comes last, and for a whole vector at once. */
function sweepRow<T>(u: usize, observed: usize, shares: usize, ex: usize, ey: usize, rowBytes: usize): f64 {
  const zeros = v128.splat<T>(<T>0);
  let changes = zeros;
  let before = zeros;
  let leftE = zeros;
  for (const end = u + rowBytes; u < end; u += 16) {
    const share = v128.load(shares);
    const e = v128.load(ex);
    let others = v128.add<T>(v128.load(u - rowBytes), v128.load(u + rowBytes));
    others = v128.add<T>(others, v128.sub<T>(v128.load(ey - rowBytes), v128.load(ey)));
    others = v128.add<T>(others, v128.sub<T>(shiftedBy1<T>(leftE, e), e));
    others = v128.add<T>(others, v128.load(u + sizeof<T>()));
    let fresh = v128.relaxed_madd<T>(share, others, v128.load(observed));
    // x_i = fresh_i + s_i x_(i-1), first within pairs, then within fours, and last from the vector before.
    let carried = share;
    fresh = v128.relaxed_madd<T>(carried, shiftedBy1<T>(zeros, fresh), fresh);
    if (sizeof<T>() == 4) {
      const earlier = v128.shuffle<f32>(f32x4.splat(1), carried, 3, 4, 5, 6);
      carried = v128.mul<T>(carried, earlier);
      fresh = v128.relaxed_madd<T>(carried, v128.shuffle<f64>(zeros, fresh, 1, 2), fresh);
      carried = v128.mul<T>(carried, v128.shuffle<f64>(f32x4.splat(1), carried, 1, 2));
      before = v128.shuffle<f32>(before, before, 3, 3, 3, 3);
    } else {
      carried = v128.mul<T>(carried, v128.shuffle<f64>(f64x2.splat(1), carried, 1, 2));
      before = v128.shuffle<f64>(before, before, 1, 1);
    }
    fresh = v128.relaxed_madd<T>(carried, before, fresh);
    const moved = v128.sub<T>(fresh, v128.load(u));
    changes = v128.relaxed_madd<T>(moved, moved, changes);
    v128.store(u, fresh);
    before = fresh;
    leftE = e;
    observed += 16;
    shares += 16;
    ex += 16;
    ey += 16;
  }
  return sumOfVector<T>(changes);
}

/** Shrinks both components of the gradient plus b together. */
function shrinkRow<T>(
  u: usize,
  ex: usize,
  ey: usize,
  bx: usize,
  by: usize,
  inside: usize,
  below: v128,
  rowBytes: usize,
  threshold: T,
): void {
  const thresholds = v128.splat<T>(threshold);
  const ones = v128.splat<T>(<T>1);
  for (const end = u + rowBytes; u < end; u += 16) {
    const here = v128.load(u);
    const gx = v128.and(v128.sub<T>(v128.load(u + sizeof<T>()), here), v128.load(inside));
    const gy = v128.and(v128.sub<T>(v128.load(u + rowBytes), here), below);
    const vx = v128.add<T>(gx, v128.load(bx));
    const vy = v128.add<T>(gy, v128.load(by));
    const length = v128.sqrt<T>(v128.relaxed_madd<T>(vx, vx, v128.mul<T>(vy, vy)));
    const cut = v128.pmin<T>(ones, v128.div<T>(thresholds, length));
    store<T>(ex, ey, bx, by, vx, vy, v128.mul<T>(cut, vx), v128.mul<T>(cut, vy));
    ex += 16;
    ey += 16;
    bx += 16;
    by += 16;
    inside += 16;
  }
}

/** Shrinks each component by itself. */
function shrinkRowByParts<T>(
  u: usize,
  ex: usize,
  ey: usize,
  bx: usize,
  by: usize,
  inside: usize,
  below: v128,
  rowBytes: usize,
  threshold: T,
): void {
  const most = v128.splat<T>(threshold);
  const least = v128.neg<T>(most);
  for (const end = u + rowBytes; u < end; u += 16) {
    const here = v128.load(u);
    const gx = v128.and(v128.sub<T>(v128.load(u + sizeof<T>()), here), v128.load(inside));
    const gy = v128.and(v128.sub<T>(v128.load(u + rowBytes), here), below);
    const vx = v128.add<T>(gx, v128.load(bx));
    const vy = v128.add<T>(gy, v128.load(by));
    const cutX = v128.pmax<T>(v128.pmin<T>(vx, most), least);
    const cutY = v128.pmax<T>(v128.pmin<T>(vy, most), least);
    store<T>(ex, ey, bx, by, vx, vy, cutX, cutY);
    ex += 16;
    ey += 16;
    bx += 16;
    by += 16;
    inside += 16;
  }
}

@inline
function store<T>(
  ex: usize,
  ey: usize,
  bx: usize,
  by: usize,
  vx: v128,
  vy: v128,
  cutX: v128,
  cutY: v128,
): void {
  v128.store(bx, cutX);
  v128.store(by, cutY);
  v128.store(ex, v128.sub<T>(vx, v128.add<T>(cutX, cutX)));
  v128.store(ey, v128.sub<T>(vy, v128.add<T>(cutY, cutY)));
}
