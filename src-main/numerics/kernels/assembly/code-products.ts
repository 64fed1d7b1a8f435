// Products with the codes of many signals, X [count x atomCount], in single precision. Of a code that is mostly zeros only what
// it uses is multiplied. Rows that are summed have `dimension` numbers, a whole number of 32 bytes.

import { combineRows } from './combine-rows';
import { sumOfSquares } from './vectors';

/** Signals whose rows are summed at a time: they stay in the processor's cache. */
const blockSignals: i32 = 256;

/** Bytes that codeResiduals and addCodeRows need to work with. */
export function codeProductsScratch(atomCount: i32): i32 {
  return (max(atomCount, blockSignals) + 1) * 8;
}

/**
 * Y - X D -> out [count x dimension].
 *
 * @param signals Y [count x dimension]
 * @param atoms D [atomCount x dimension]
 * @returns the squared norm of all residuals together
 */
export function codeResiduals(
  signals: usize,
  count: i32,
  dimension: i32,
  codes: usize,
  atomCount: i32,
  atoms: usize,
  out: usize,
  scratch: usize,
): f64 {
  const rowBytes = <usize>dimension << 2;
  const values = scratch;
  const rows = scratch + (<usize>atomCount << 2);
  let energy: f64 = 0;
  for (let i = 0; i < count; i++) {
    let used: usize = 0;
    for (let k = 0; k < atomCount; k++) {
      const x = load<f32>(codes + (<usize>k << 2));
      if (x == 0) continue;
      store<f32>(values + used, x);
      store<u32>(rows + used, <u32>(atoms + <usize>k * rowBytes));
      used += 4;
    }
    combineRows<f32>(values, rows, <i32>(used >> 2), dimension, out);
    for (let at: usize = 0; at < rowBytes; at += 16)
      v128.store(out + at, f32x4.sub(v128.load(signals + at), v128.load(out + at)));
    energy += <f64>sumOfSquares(out, dimension);
    codes += <usize>atomCount << 2;
    signals += rowBytes;
    out += rowBytes;
  }
  return energy;
}

/** sums [atomCount x dimension] += Xt R, where R [count x dimension]: of each atom the rows of those that use it. */
export function addCodeRows(
  codes: usize,
  count: i32,
  atomCount: i32,
  right: usize,
  dimension: i32,
  sums: usize,
  scratch: usize,
): void {
  const rowBytes = <usize>dimension << 2;
  const codeBytes = <usize>atomCount << 2;
  const values = scratch;
  const rows = scratch + (<usize>(blockSignals + 1) << 2);
  for (let first = 0; first < count; first += blockSignals) {
    const size = min(blockSignals, count - first);
    for (let k = 0; k < atomCount; k++) {
      const sum = sums + <usize>k * rowBytes;
      // What was summed before goes on as one row more.
      store<f32>(values, 1);
      store<u32>(rows, <u32>sum);
      let used: usize = 4;
      let code = codes + (<usize>k << 2);
      for (let i = 0; i < size; i++) {
        const x = load<f32>(code);
        code += codeBytes;
        if (x == 0) continue;
        store<f32>(values + used, x);
        store<u32>(rows + used, <u32>(right + <usize>i * rowBytes));
        used += 4;
      }
      if (used > 4) combineRows<f32>(values, rows, <i32>(used >> 2), dimension, sum);
    }
    codes += <usize>size * codeBytes;
    right += <usize>size * rowBytes;
  }
}
