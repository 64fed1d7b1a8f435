// Lasso codes in double precision, each followed along its path from no atom at all down to the penalty. What the inverse of
// the support loses in the last digits, steps of refinement at the end bring back; a code that does not meet the conditions
// of an optimum after them is left to the caller.
//
// Rows have `stride` numbers, a multiple of four, what is beyond the atoms being 0.

import { combineRows } from './combine-rows';
import {
  activeRows,
  at,
  atomAt,
  direction,
  emptySupport,
  joinSupport,
  leaveSupport,
  placeSupport,
  put,
  refineSupport,
  signs,
  size,
  supportBytes,
  x,
} from './support';

const equality: f64 = 1e-12;
/** Shares of the first correlation: of equality in the support, and of excess outside. */
const refined: f64 = 1e-13;
const excess: f64 = 1e-10;
const refinements = 3;

// The path at work. One instance serves one thread.
let gram: usize = 0;
let atoms: i32 = 0;
let stride: i32 = 0;
let most: i32 = 0;
let isNonNegative: bool = false;

let correlations: usize = 0;
let change: usize = 0;
/** [stride] all bits set where an atom may still join. */
let free: usize = 0;

/** Bytes that homotopyCodes needs to work with. */
export function homotopyScratch(strideOfRows: i32, mostActive: i32): i32 {
  return 3 * strideOfRows * 8 + supportBytes(mostActive);
}

/**
 * @param gramMatrix [atomCount x stride]
 * @param targets [count x stride] inner products of signals and atoms
 * @param mostActive atoms that can be independent
 * @param codes [count x atomCount], overwritten
 * @param isDone [count] 1 where the code meets the conditions of an optimum, 0 where it is left to the caller
 */
export function homotopyCodes(
  gramMatrix: usize,
  targets: usize,
  count: i32,
  atomCount: i32,
  strideOfRows: i32,
  mostActive: i32,
  penalty: f64,
  nonNegative: i32,
  codes: usize,
  isDone: usize,
  scratch: usize,
): void {
  gram = gramMatrix;
  atoms = atomCount;
  stride = strideOfRows;
  most = mostActive;
  isNonNegative = nonNegative != 0;
  correlations = scratch;
  change = correlations + (<usize>stride << 3);
  free = change + (<usize>stride << 3);
  placeSupport(free + (<usize>stride << 3), most);

  for (let i = 0; i < count; i++) {
    const first = follow(targets, penalty);
    store<i32>(isDone + (<usize>i << 2), first >= 0 && settle(targets, penalty, first) ? 1 : 0);
    memory.fill(codes, 0, <usize>atoms << 3);
    for (let place = 0; place < size; place++)
      store<f64>(codes + (<usize>atomAt(place) << 3), at(x, place));
    targets += <usize>stride << 3;
    codes += <usize>atoms << 3;
  }
}

/** The path down to the penalty; returns the first correlation, or less than 0 where the path does not reach the penalty. */
function follow(targets: usize, penalty: f64): f64 {
  memory.copy(correlations, targets, <usize>stride << 3);
  memory.fill(free, 255, <usize>atoms << 3);
  memory.fill(free + (<usize>atoms << 3), 0, <usize>(stride - atoms) << 3);
  emptySupport();
  let joining = strongest(-1);
  let level = joining < 0 ? 0 : max<f64>(admissible(joining), 0);
  const first = level;
  const rounding = equality * level;
  let left = -1;
  for (let step = 0; step < most << 3; step++) {
    if (level <= max(penalty, rounding)) return first;
    if (joining >= 0) enter(joining);
    if (left >= 0 || isAnyAt(level - rounding)) {
      while (size < most) {
        const next = strongest(left);
        if (next < 0 || admissible(next) < level - rounding) break;
        enter(next);
      }
    }
    if (size == 0) return -1;
    combineRows<f64>(direction, activeRows, size, stride, change);

    let fall = level - penalty;
    joining = -1;
    if (size < most) {
      const levels = f64x2.splat(level);
      const ones = f64x2.splat(1);
      let falls = f64x2.splat(fall);
      const both = isNonNegative ? i64x2.splat(0) : i64x2.splat(-1);
      for (let k = 0; k < stride; k += 2) {
        const offset = <usize>k << 3;
        const c = v128.load(correlations + offset);
        const p = v128.load(change + offset);
        const above = f64x2.lt(f64x2.sub(levels, c), f64x2.mul(falls, f64x2.sub(ones, p)));
        const below = f64x2.lt(f64x2.add(levels, c), f64x2.mul(falls, f64x2.add(ones, p)));
        const sooner = v128.and(v128.or(above, v128.and(below, both)), v128.load(free + offset));
        if (!v128.any_true(sooner)) continue;
        for (let lane = k; lane < k + 2; lane++) {
          if (!isFree(lane)) continue;
          const up = (level - at(correlations, lane)) / (1 - at(change, lane));
          if (up > rounding && up < fall) {
            fall = up;
            joining = lane;
          }
          if (isNonNegative) continue;
          const down = (level + at(correlations, lane)) / (1 + at(change, lane));
          if (down > rounding && down < fall) {
            fall = down;
            joining = lane;
          }
        }
        falls = f64x2.splat(fall);
      }
    }
    let leaving = -1;
    for (let place = 0; place < size; place++) {
      const zero = -at(x, place) / at(direction, place);
      if (zero > 0 && zero < fall) {
        fall = zero;
        leaving = place;
      }
    }
    for (let place = 0; place < size; place++) put(x, place, at(x, place) + fall * at(direction, place));
    const falls = f64x2.splat(-fall);
    for (let k: usize = 0; k < <usize>stride << 3; k += 16)
      v128.store(
        correlations + k,
        f64x2.relaxed_madd(falls, v128.load(change + k), v128.load(correlations + k)),
      );
    level -= fall;
    left = -1;
    if (leaving >= 0) {
      left = atomAt(leaving);
      joining = -1;
      leaveSupport(leaving);
      setFree(left, true);
    }
  }
  return level <= max(penalty, rounding) ? first : -1;
}

/** Refines x where the support and its signs are known; returns whether x is the optimum then. */
function settle(targets: usize, penalty: f64, first: f64): bool {
  if (size == 0) return true;
  for (let round = 0; ; round++) {
    combineRows<f64>(x, activeRows, size, stride, change);
    for (let k: usize = 0; k < <usize>stride << 3; k += 16)
      v128.store(correlations + k, f64x2.sub(v128.load(targets + k), v128.load(change + k)));
    if (refineSupport(correlations, penalty) <= refined * first) break;
    if (round == refinements) return false;
  }
  for (let place = 0; place < size; place++) if (at(x, place) * at(signs, place) < 0) return false;
  // Also of those that were out of play, since what they depended on may have left.
  memory.fill(free, 255, <usize>stride << 3);
  return !isAnyAt(penalty + excess * first);
}

/** Takes an atom into the support, or out of play where it depends on those in it. */
function enter(k: i32): void {
  setFree(k, false);
  const row = gram + ((<usize>k * <usize>stride) << 3);
  joinSupport(k, row, at(correlations, k) < 0 ? -1 : 1);
}

/** Whether the correlation of an atom that may join is at a level or above. */
function isAnyAt(level: f64): bool {
  const levels = f64x2.splat(level);
  for (let k: usize = 0; k < <usize>stride << 3; k += 16) {
    let c = v128.load(correlations + k);
    if (!isNonNegative) c = f64x2.abs(c);
    if (v128.any_true(v128.and(f64x2.ge(c, levels), v128.load(free + k)))) return true;
  }
  return false;
}

/** The atom with the greatest correlation of those that may join; -1 where there is none. */
function strongest(except: i32): i32 {
  let best = -1;
  for (let k = 0; k < atoms; k++)
    if (isFree(k) && k != except && (best < 0 || admissible(k) > admissible(best))) best = k;
  return best;
}

@inline
function admissible(k: i32): f64 {
  const c = at(correlations, k);
  return isNonNegative ? c : abs(c);
}

@inline
function isFree(k: i32): bool {
  return load<i64>(free + (<usize>k << 3)) != 0;
}

function setFree(k: i32, isFreeNow: bool): void {
  store<i64>(free + (<usize>k << 3), isFreeNow ? -1 : 0);
}
