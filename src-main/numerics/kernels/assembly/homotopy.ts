// Lasso codes in double precision, each followed along its path from no atom at all down to the penalty. The inverse of the
// Gram matrix of the atoms in use is kept up to date as atoms join and leave: no step has to wait for one number after
// another, as triangular solves do. What this loses in the last digits, two steps of refinement at the end bring back; a code
// that does not meet the conditions of an optimum after them is left to the caller.
//
// Rows have `stride` numbers, a multiple of four, what is beyond the atoms being 0.

import { combineRows } from './combine-rows';

const equality: f64 = 1e-12;
const dependence: f64 = 1e-10;
/** Shares of the first correlation: of equality in the support, and of excess outside. */
const refined: f64 = 1e-13;
const excess: f64 = 1e-10;
const refinements = 3;

// The path at work. One instance serves one thread.
let gram: usize = 0;
let atoms: i32 = 0;
let stride: i32 = 0;
let most: i32 = 0;
let inverseStride: i32 = 0;
let isNonNegative: bool = false;

let correlations: usize = 0;
let change: usize = 0;
/** [stride] all bits set where an atom may still join. */
let free: usize = 0;
/** [most] in the order of the support: atoms, the addresses of their rows in the Gram matrix, signs, x, direction. */
let active: usize = 0;
let activeRows: usize = 0;
let signs: usize = 0;
let x: usize = 0;
let direction: usize = 0;
/** [most x inverseStride] the inverse of the active Gram matrix, and the addresses of its rows. */
let inverse: usize = 0;
let inverseRows: usize = 0;
let products: usize = 0;
let image: usize = 0;
let size: i32 = 0;

/** Bytes that homotopyCodes needs to work with. */
export function homotopyScratch(strideOfRows: i32, mostActive: i32): i32 {
  const wide = (mostActive + 3) & ~3;
  return (3 * strideOfRows + mostActive * wide + 5 * wide) * 8 + 3 * 4 * wide + 64;
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
  inverseStride = (most + 3) & ~3;
  isNonNegative = nonNegative != 0;
  const wideBytes = <usize>inverseStride << 3;
  correlations = scratch;
  change = correlations + (<usize>stride << 3);
  free = change + (<usize>stride << 3);
  inverse = free + (<usize>stride << 3);
  signs = inverse + <usize>most * wideBytes;
  x = signs + wideBytes;
  direction = x + wideBytes;
  products = direction + wideBytes;
  image = products + wideBytes;
  active = image + wideBytes;
  activeRows = active + (wideBytes >> 1);
  inverseRows = activeRows + (wideBytes >> 1);
  for (let place = 0; place < most; place++)
    store<u32>(inverseRows + (<usize>place << 2), <u32>(inverse + <usize>place * wideBytes));

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
  memory.fill(inverse, 0, (<usize>most * <usize>inverseStride) << 3);
  memory.fill(direction, 0, <usize>inverseStride << 3);
  memory.fill(products, 0, <usize>inverseStride << 3);
  size = 0;
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
    combineRows(direction, activeRows, size, stride, change);

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
      leave(leaving);
    }
  }
  return level <= max(penalty, rounding) ? first : -1;
}

/** Refines x where the support and its signs are known; returns whether x is the optimum then. */
function settle(targets: usize, penalty: f64, first: f64): bool {
  if (size == 0) return true;
  for (let round = 0; ; round++) {
    combineRows(x, activeRows, size, stride, change);
    for (let k: usize = 0; k < <usize>stride << 3; k += 16)
      v128.store(correlations + k, f64x2.sub(v128.load(targets + k), v128.load(change + k)));
    let worst: f64 = 0;
    for (let place = 0; place < size; place++) {
      const rest = at(correlations, atomAt(place)) - penalty * at(signs, place);
      put(products, place, rest);
      worst = max(worst, abs(rest));
    }
    if (worst <= refined * first) break;
    if (round == refinements) return false;
    combineRows(products, inverseRows, size, inverseStride, image);
    for (let place = 0; place < size; place++) put(x, place, at(x, place) + at(image, place));
  }
  for (let place = 0; place < size; place++) if (at(x, place) * at(signs, place) < 0) return false;
  return !isAnyAt(penalty + excess * first);
}

/** Takes an atom into the support, or out of play where it depends on those in it. */
function enter(k: i32): void {
  store<u64>(free + (<usize>k << 3), 0);
  const row = gram + ((<usize>k * <usize>stride) << 3);
  const square = at(row, k);
  for (let place = 0; place < size; place++) put(products, place, at(row, atomAt(place)));
  combineRows(products, inverseRows, size, inverseStride, image);
  let rest = square;
  let slope: f64 = at(correlations, k) < 0 ? -1 : 1;
  put(signs, size, slope);
  for (let place = 0; place < size; place++) {
    rest -= at(products, place) * at(image, place);
    slope -= at(products, place) * at(direction, place);
  }
  if (!(square > 0 && rest > dependence * square)) return;
  // The column of what joins: minus the image for the others, and 1 for itself.
  put(image, size, -1);
  for (let place = size + 1; place < inverseStride; place++) put(image, place, 0);
  store<i32>(active + (<usize>size << 2), k);
  store<u32>(activeRows + (<usize>size << 2), <u32>row);
  put(x, size, 0);
  size++;
  addOuterProduct(1 / rest);
  addImage(direction, -slope / rest);
}

/** Takes the atom at a place out of the support; the last one takes its place. */
function leave(place: i32): void {
  const own = load<u32>(inverseRows + (<usize>place << 2));
  memory.copy(image, own, <usize>inverseStride << 3);
  const corner = at(image, place);
  addOuterProduct(-1 / corner);
  addImage(direction, -at(direction, place) / corner);
  store<u64>(free + (<usize>atomAt(place) << 3), -1);
  size--;
  const last = load<u32>(inverseRows + (<usize>size << 2));
  if (place < size) {
    for (let row = 0; row < size; row++) {
      const values = load<u32>(inverseRows + (<usize>row << 2));
      put(values, place, at(values, size));
    }
    memory.copy(own, last, <usize>inverseStride << 3);
    put(own, place, at(last, size));
    put(x, place, at(x, size));
    put(signs, place, at(signs, size));
    put(direction, place, at(direction, size));
    store<i32>(active + (<usize>place << 2), atomAt(size));
    store<u32>(activeRows + (<usize>place << 2), load<u32>(activeRows + (<usize>size << 2)));
  }
  memory.fill(last, 0, <usize>inverseStride << 3);
  for (let row = 0; row < size; row++) put(load<u32>(inverseRows + (<usize>row << 2)), size, 0);
  put(direction, size, 0);
}

/** inverse += factor image imaget, in the rows of the support. */
function addOuterProduct(factor: f64): void {
  for (let row = 0; row < size; row++)
    addImage(load<u32>(inverseRows + (<usize>row << 2)), factor * at(image, row));
}

// @ts-ignore: a decorator
@inline
function addImage(target: usize, factor: f64): void {
  const factors = f64x2.splat(factor);
  for (let offset: usize = 0; offset < <usize>size << 3; offset += 16)
    v128.store(
      target + offset,
      f64x2.relaxed_madd(factors, v128.load(image + offset), v128.load(target + offset)),
    );
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

// @ts-ignore: a decorator
@inline
function admissible(k: i32): f64 {
  const c = at(correlations, k);
  return isNonNegative ? c : abs(c);
}

// @ts-ignore: a decorator
@inline
function isFree(k: i32): bool {
  return load<i64>(free + (<usize>k << 3)) != 0;
}

// @ts-ignore: a decorator
@inline
function atomAt(place: i32): i32 {
  return load<i32>(active + (<usize>place << 2));
}

// @ts-ignore: a decorator
@inline
function at(values: usize, k: i32): f64 {
  return load<f64>(values + (<usize>k << 3));
}

// @ts-ignore: a decorator
@inline
function put(values: usize, k: i32, value: f64): void {
  store<f64>(values + (<usize>k << 3), value);
}
