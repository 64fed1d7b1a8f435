// Block coordinate descent for codes that share their atoms, in double or in single precision. What an atom is left to explain
// is summed afresh from the coefficients of the atoms in use, so that rounding does not build up and nothing else has to follow
// when a coefficient moves. Rows have `length` numbers, a whole number of 32 bytes, one for each signal; beyond those they are 0.

import { combineRows } from './combine-rows';
import { sumOfVector } from './lanes';
import { innerProduct } from './padded-rows';

/** Bytes that jointSweep64 needs to work with: rows [length] and [atomCount], and places and addresses of atoms. */
export function jointSweepScratch(atomCount: i32, length: i32): i32 {
  return length * 8 + atomCount * 16;
}

/**
 * Makes one atom's coefficients optimal after the other.
 *
 * @param gram [atomCount x atomCount]
 * @param targets [atomCount x length] inner products of the atoms with the signals
 * @param x [atomCount x length] coefficients, moved
 * @param among [amongCount] the atoms to visit
 * @returns by how much a condition of an optimum was violated at most when its atom was visited
 */
export function jointSweep64(
  gram: usize,
  atomCount: i32,
  targets: usize,
  x: usize,
  length: i32,
  among: usize,
  amongCount: i32,
  penalty: f64,
  scratch: usize,
): f64 {
  return sweep<f64>(gram, atomCount, targets, x, length, among, amongCount, penalty, scratch);
}

/** As {@link jointSweep64}, in single precision. */
export function jointSweep32(
  gram: usize,
  atomCount: i32,
  targets: usize,
  x: usize,
  length: i32,
  among: usize,
  amongCount: i32,
  penalty: f64,
  scratch: usize,
): f64 {
  return sweep<f32>(gram, atomCount, targets, x, length, among, amongCount, penalty, scratch);
}

function sweep<T>(
  gram: usize,
  atomCount: i32,
  targets: usize,
  x: usize,
  length: i32,
  among: usize,
  amongCount: i32,
  penalty: f64,
  scratch: usize,
): f64 {
  const rowBytes = <usize>length * sizeof<T>();
  const gramBytes = <usize>atomCount * sizeof<T>();
  const wanted = scratch;
  const weights = wanted + rowBytes;
  const rows = weights + gramBytes;
  const used = rows + (<usize>atomCount << 2);
  let inUse = 0;
  for (let k = 0; k < atomCount; k++) {
    const row = x + <usize>k * rowBytes;
    if (innerProduct<T>(row, row, rowBytes) > 0) append(used, rows, inUse++, k, row);
  }
  let worst: f64 = 0;
  for (let visit = 0; visit < amongCount; visit++) {
    const k = load<i32>(among + (<usize>visit << 2));
    const products = gram + <usize>k * gramBytes;
    const square = <f64>load<T>(products + <usize>k * sizeof<T>());
    if (!(square > 0)) continue;
    const own = x + <usize>k * rowBytes;
    let place = -1;
    for (let j = 0; j < inUse; j++) {
      const other = load<i32>(used + (<usize>j << 2));
      if (other == k) place = j;
      // Its own share is not taken off what it is to explain.
      store<T>(
        weights + <usize>j * sizeof<T>(),
        other == k ? <T>0 : load<T>(products + <usize>other * sizeof<T>()),
      );
    }
    combineRows<T>(weights, rows, inUse, length, wanted);
    const norm = sqrt<f64>(subtractFrom<T>(targets + <usize>k * rowBytes, wanted, rowBytes));
    const factor = norm > penalty ? (1 - penalty / norm) / square : 0;
    if (factor != 0) {
      worst = max(worst, square * sqrt<f64>(move<T>(own, wanted, <T>factor, rowBytes)));
      if (place < 0) append(used, rows, inUse++, k, own);
    } else if (place >= 0) {
      worst = max(worst, square * sqrt<f64>(innerProduct<T>(own, own, rowBytes)));
      memory.fill(own, 0, rowBytes);
      inUse--;
      append(used, rows, place, load<i32>(used + (<usize>inUse << 2)), load<u32>(rows + (<usize>inUse << 2)));
    }
  }
  return worst;
}

function append(used: usize, rows: usize, place: i32, k: i32, row: usize): void {
  store<i32>(used + (<usize>place << 2), k);
  store<u32>(rows + (<usize>place << 2), <u32>row);
}

/** b = a - b; returns the squared norm of that. */
function subtractFrom<T>(a: usize, b: usize, rowBytes: usize): f64 {
  let squares = v128.splat<T>(<T>0);
  for (let at: usize = 0; at < rowBytes; at += 16) {
    const left = v128.sub<T>(v128.load(a + at), v128.load(b + at));
    v128.store(b + at, left);
    squares = v128.relaxed_madd<T>(left, left, squares);
  }
  return sumOfVector<T>(squares);
}

/** x = factor wanted; returns the squared length of the move. */
function move<T>(x: usize, wanted: usize, factor: T, rowBytes: usize): f64 {
  const factors = v128.splat<T>(factor);
  let squares = v128.splat<T>(<T>0);
  for (let at: usize = 0; at < rowBytes; at += 16) {
    const fresh = v128.mul<T>(factors, v128.load(wanted + at));
    const moved = v128.sub<T>(fresh, v128.load(x + at));
    v128.store(x + at, fresh);
    squares = v128.relaxed_madd<T>(moved, moved, squares);
  }
  return sumOfVector<T>(squares);
}
