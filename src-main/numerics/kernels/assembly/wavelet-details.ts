// The splitting of sparse wavelet coefficients in single precision: d, their sparse copy, and b, what it missed so far.

/**
 * Coefficients and b taken together, shrunk by a threshold (Goldstein & Osher 2009): b anew, and e = d - b in place of the
 * coefficients. Averages are not sparse: they stay, with a b of 0.
 *
 * @param coefficients, b [height x width] with rows of `stride` numbers; the width is a whole number of fours
 * @param across, down how many averages lie at the top left
 */
export function shrinkDetails(
  coefficients: usize,
  width: i32,
  height: i32,
  stride: i32,
  across: i32,
  down: i32,
  threshold: f32,
  b: usize,
): void {
  const most = f32x4.splat(threshold);
  const least = f32x4.splat(-threshold);
  const rowBytes = <usize>stride << 2;
  const bytes = <usize>width << 2;
  for (let y = 0; y < height; y++) {
    let at: usize = y < down ? <usize>across << 2 : 0;
    for (; at & 15; at += 4) {
      const v = f32.load(coefficients + at) + f32.load(b + at);
      const cut = max(min(v, threshold), -threshold);
      f32.store(b + at, cut);
      f32.store(coefficients + at, v - 2 * cut);
    }
    for (; at < bytes; at += 16) {
      const v = f32x4.add(v128.load(coefficients + at), v128.load(b + at));
      const cut = f32x4.max(f32x4.min(v, most), least);
      v128.store(b + at, cut);
      v128.store(coefficients + at, f32x4.sub(v, f32x4.add(cut, cut)));
    }
    coefficients += rowBytes;
    b += rowBytes;
  }
}
