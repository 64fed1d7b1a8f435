// The splitting of total variation on a plane that goes on periodically, in single precision: d, a sparse copy of the
// gradient, and b, what it missed so far. Planes have rows of `stride` numbers; a whole number of vectors is used of each.

/**
 * The gradient of u and b taken together, shrunk by a threshold (Goldstein & Osher 2009, section 4): b and e = d - b anew.
 *
 * @param width at least 8, as the height a whole number of fours
 */
export function shrinkPeriodicGradient(
  u: usize,
  width: i32,
  height: i32,
  stride: i32,
  threshold: f32,
  ex: usize,
  ey: usize,
  bx: usize,
  by: usize,
): void {
  const rowBytes = <usize>stride << 2;
  const bytes = <usize>width << 2;
  const ones = f32x4.splat(1);
  const thresholds = f32x4.splat(threshold);
  for (let y = 0; y < height; y++) {
    const below = y < height - 1 ? u + rowBytes : u - <usize>(height - 1) * rowBytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      const here = v128.load(u + at);
      const ahead = at + 16 < bytes ? v128.load32_splat(u + at + 16) : v128.load32_splat(u);
      const gx = f32x4.sub(v128.shuffle<f32>(here, ahead, 1, 2, 3, 4), here);
      const gy = f32x4.sub(v128.load(below + at), here);
      const vx = f32x4.add(gx, v128.load(bx + at));
      const vy = f32x4.add(gy, v128.load(by + at));
      const length = f32x4.sqrt(f32x4.relaxed_madd(vx, vx, f32x4.mul(vy, vy)));
      // Where the length is 0 the quotient is infinite: nothing is kept of nothing.
      const cut = f32x4.pmin(ones, f32x4.div(thresholds, length));
      const cutX = f32x4.mul(cut, vx);
      const cutY = f32x4.mul(cut, vy);
      v128.store(bx + at, cutX);
      v128.store(by + at, cutY);
      v128.store(ex + at, f32x4.sub(vx, f32x4.add(cutX, cutX)));
      v128.store(ey + at, f32x4.sub(vy, f32x4.add(cutY, cutY)));
    }
    u += rowBytes;
    ex += rowBytes;
    ey += rowBytes;
    bx += rowBytes;
    by += rowBytes;
  }
}

/** out = a + weight times the adjoint of the gradient of e. */
export function addGradientAdjoint(
  a: usize,
  width: i32,
  height: i32,
  stride: i32,
  weight: f32,
  ex: usize,
  ey: usize,
  out: usize,
): void {
  const rowBytes = <usize>stride << 2;
  const bytes = <usize>width << 2;
  const weights = f32x4.splat(weight);
  let above = ey + <usize>(height - 1) * rowBytes;
  for (let y = 0; y < height; y++) {
    let before = v128.load32_splat(ex + bytes - 4);
    for (let at: usize = 0; at < bytes; at += 16) {
      const x = v128.load(ex + at);
      const fromX = f32x4.sub(v128.shuffle<f32>(before, x, 3, 4, 5, 6), x);
      const fromY = f32x4.sub(v128.load(above + at), v128.load(ey + at));
      v128.store(out + at, f32x4.relaxed_madd(weights, f32x4.add(fromX, fromY), v128.load(a + at)));
      before = x;
    }
    a += rowBytes;
    ex += rowBytes;
    above = ey;
    ey += rowBytes;
    out += rowBytes;
  }
}
