// Inner products of signals with atoms: a matrix product in register tiles of 4 signals x 8 atoms.
// Every product sums over the dimension in the same order, so a result does not depend on the tile it fell in.

/** Signals per block: 32 rows of 64 values, their 128 correlations and one panel stay within 32 KB. */
export const blockSignals: i32 = 32;

/** Lays atoms [atomCount x dimension] out as panels [ceil(atomCount / 8)][dimension][8]; panels must be zeroed. */
export function packPanels(atoms: usize, atomCount: i32, dimension: i32, panels: usize): void {
  for (let k = 0; k < atomCount; k++) {
    const panel = panels + (<usize>((k >> 3) * dimension) << 5) + ((k & 7) << 2);
    const atom = atoms + (<usize>(k * dimension) << 2);
    for (let i = 0; i < dimension; i++) {
      f32.store(panel + (<usize>i << 5), f32.load(atom + (<usize>i << 2)));
    }
  }
}

/** signals [count x dimension] times panels -> out [count x panelCount * 8]. */
export function correlate(
  signals: usize,
  count: i32,
  dimension: i32,
  panels: usize,
  panelCount: i32,
  out: usize,
): void {
  const rowBytes = <usize>dimension << 2;
  const outBytes = <usize>panelCount << 5;
  for (let first = 0; first < count; first += blockSignals) {
    const size = min(blockSignals, count - first);
    correlateBlock(signals + <usize>first * rowBytes, size, dimension, panels, panelCount, out + <usize>first * outBytes);
  }
}

export function correlateBlock(
  signals: usize,
  count: i32,
  dimension: i32,
  panels: usize,
  panelCount: i32,
  out: usize,
): void {
  const rowBytes = <usize>dimension << 2;
  const outBytes = <usize>panelCount << 5;
  const panelBytes = <usize>dimension << 5;
  for (let p = 0; p < panelCount; p++) {
    let signal = signals;
    let target = out + (<usize>p << 5);
    let i = 0;
    for (; i + 4 <= count; i += 4) {
      tile4x8(signal, rowBytes, panels, panelBytes, target, outBytes);
      signal += rowBytes << 2;
      target += outBytes << 2;
    }
    for (; i < count; i++) {
      tile1x8(signal, panels, panelBytes, target);
      signal += rowBytes;
      target += outBytes;
    }
    panels += panelBytes;
  }
}

function tile4x8(
  x0: usize,
  rowBytes: usize,
  panel: usize,
  panelBytes: usize,
  target: usize,
  outBytes: usize,
): void {
  let x1 = x0 + rowBytes;
  let x2 = x1 + rowBytes;
  let x3 = x2 + rowBytes;
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const end = panel + panelBytes;
  while (panel < end) {
    const d0 = v128.load(panel);
    const d1 = v128.load(panel, 16);
    let x = v128.load32_splat(x0);
    c00 = f32x4.relaxed_madd(x, d0, c00);
    c01 = f32x4.relaxed_madd(x, d1, c01);
    x = v128.load32_splat(x1);
    c10 = f32x4.relaxed_madd(x, d0, c10);
    c11 = f32x4.relaxed_madd(x, d1, c11);
    x = v128.load32_splat(x2);
    c20 = f32x4.relaxed_madd(x, d0, c20);
    c21 = f32x4.relaxed_madd(x, d1, c21);
    x = v128.load32_splat(x3);
    c30 = f32x4.relaxed_madd(x, d0, c30);
    c31 = f32x4.relaxed_madd(x, d1, c31);
    panel += 32;
    x0 += 4;
    x1 += 4;
    x2 += 4;
    x3 += 4;
  }
  v128.store(target, c00);
  v128.store(target, c01, 16);
  target += outBytes;
  v128.store(target, c10);
  v128.store(target, c11, 16);
  target += outBytes;
  v128.store(target, c20);
  v128.store(target, c21, 16);
  target += outBytes;
  v128.store(target, c30);
  v128.store(target, c31, 16);
}

function tile1x8(x: usize, panel: usize, panelBytes: usize, target: usize): void {
  let c0 = f32x4.splat(0);
  let c1 = c0;
  const end = panel + panelBytes;
  while (panel < end) {
    const value = v128.load32_splat(x);
    c0 = f32x4.relaxed_madd(value, v128.load(panel), c0);
    c1 = f32x4.relaxed_madd(value, v128.load(panel, 16), c1);
    panel += 32;
    x += 4;
  }
  v128.store(target, c0);
  v128.store(target, c1, 16);
}
