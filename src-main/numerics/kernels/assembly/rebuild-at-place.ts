// Rebuilding the patches of a part from those that good parts show about the same place, by orthogonal matching pursuit
// (Pati, Rezaiifar & Krishnaprasad 1993). Every place has a dictionary of its own, so there is no Gram matrix to be had
// beforehand: atoms are kept as 16-bit numbers, eight products to an instruction, four atoms side by side.

import { addScaled, sumOfLanes, sumOfSquares } from './vectors';

/** What 1 is in 16-bit numbers: products of two unit vectors stay far below 32 bits. */
const one: f32 = 16384;
/** Squared norm of what an atom adds to those before, below which it is one of them but for rounding. */
const leastNew: f32 = 1e-4;

/** Rounds values within [-1, 1] to 16 bits and repeats each pair four times, once for each atom beside it. */
function spreadPairs(values: usize, width: i32, out: usize): void {
  for (let i = 0; i < width; i += 2, values += 8, out += 16) {
    const low = <i32>nearest(load<f32>(values) * one);
    const high = <i32>nearest(load<f32>(values, 4) * one);
    v128.store(out, i32x4.splat((low & 0xffff) | (high << 16)));
  }
}

/** Inner products of four atoms with a spread vector, in units of one squared. */
@inline
function products(spread: usize, atoms: usize, width: i32): v128 {
  let even = i32x4.splat(0);
  let odd = even;
  for (let i = 0; i < width; i += 4, spread += 32, atoms += 32) {
    even = i32x4.add(even, i32x4.dot_i16x8_s(v128.load(spread), v128.load(atoms)));
    odd = i32x4.add(odd, i32x4.dot_i16x8_s(v128.load(spread, 16), v128.load(atoms, 16)));
  }
  return i32x4.add(even, odd);
}

@inline
function dot(a: usize, b: usize, width: i32): f32 {
  let sums = f32x4.splat(0);
  for (let i = 0; i < width; i += 4, a += 16, b += 16) {
    sums = f32x4.relaxed_madd(v128.load(a), v128.load(b), sums);
  }
  return sumOfLanes(sums);
}

/**
 * For each place what is left of the part's patch when it is rebuilt from at most `most` patches of good parts at the place
 * and its eight neighbours.
 *
 * queries  [rows x columns][width] overwritten by what is left
 * atoms    [rows x columns][groups][width / 2][4][2] of unit norm in 16 bits, groups = count / 4 rounded up; padding is zero
 * width    a multiple of four
 * excluded index of a good part to leave out, or -1
 * out      [rows x columns] norm of what is left
 * scratch  8 width + 4 most width bytes
 */
export function rebuildAtPlace(
  queries: usize,
  atoms: usize,
  columns: i32,
  rows: i32,
  count: i32,
  width: i32,
  most: i32,
  excluded: i32,
  out: usize,
  scratch: usize,
): void {
  const groups = (count + 3) >> 2;
  const groupBytes = <usize>width << 3;
  const placeBytes = groupBytes * <usize>groups;
  const vectorBytes = <usize>width << 2;
  const basis = scratch + (<usize>width << 3);
  const lanes = i32x4(0, 1, 2, 3);
  const without = i32x4.eq(lanes, i32x4.splat(excluded & 3));
  const groupLeftOut = excluded < 0 ? -1 : excluded >> 2;
  let left = queries;
  for (let row = 0; row < rows; row++) {
    const top = max(row - 1, 0);
    const bottom = min(row + 1, rows - 1);
    for (let column = 0; column < columns; column++, left += vectorBytes, out += 4) {
      const first = max(column - 1, 0);
      const last = min(column + 1, columns - 1);
      let chosen: i32 = 0;
      for (; chosen < most; chosen++) {
        spreadPairs(left, width, scratch);
        let best = i32x4.splat(0);
        let bestAt = i32x4.splat(0);
        for (let y = top; y <= bottom; y++) {
          for (let x = first; x <= last; x++) {
            let group = atoms + <usize>(y * columns + x) * placeBytes;
            for (let g = 0; g < groups; g++, group += groupBytes) {
              let found = i32x4.abs(products(scratch, group, width));
              if (g == groupLeftOut) found = v128.andnot(found, without);
              const better = i32x4.gt_s(found, best);
              best = v128.bitselect(found, best, better);
              bestAt = v128.bitselect(i32x4.splat(<i32>group), bestAt, better);
            }
          }
        }
        v128.store(scratch, best);
        v128.store(scratch, bestAt, 16);
        let lane = 0;
        for (let other = 1; other < 4; other++) {
          if (load<i32>(scratch + (<usize>other << 2)) > load<i32>(scratch + (<usize>lane << 2))) lane = other;
        }
        if (load<i32>(scratch + (<usize>lane << 2)) == 0) break;
        const from = <usize>load<u32>(scratch + (<usize>lane << 2), 16) + (<usize>lane << 2);
        const atom = basis + <usize>chosen * vectorBytes;
        for (let i = 0; i < width; i += 2) {
          const pair = from + (<usize>i << 3);
          const to = atom + (<usize>i << 2);
          store<f32>(to, <f32>load<i16>(pair) / one);
          store<f32>(to, <f32>load<i16>(pair, 2) / one, 4);
        }
        for (let before = basis; before < atom; before += vectorBytes) {
          addScaled(atom, before, -dot(atom, before, width), width);
        }
        const square = sumOfSquares(atom, width);
        if (square < leastNew) break;
        const perNorm = f32x4.splat(1 / sqrt(square));
        for (let at = atom; at < atom + vectorBytes; at += 16) v128.store(at, f32x4.mul(v128.load(at), perNorm));
        addScaled(left, atom, -dot(left, atom, width), width);
      }
      store<f32>(out, sqrt(sumOfSquares(left, width)));
    }
  }
}
