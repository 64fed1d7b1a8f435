// Least angle regression, and with its lasso modification the lasso's path (Efron, Hastie, Johnstone & Tibshirani 2004), from
// one knot to the next. What goes over all atoms, the correlations with what is left of the signal and with the direction, is
// in single precision; what goes over the atoms in use is in double precision. What is left is measured afresh at every knot
// and brought to length 1 before it is rounded, so that the end of a path is as exact as its beginning.

import { activeAtomsBytes, combineActive, join, leave, placeActiveAtoms, settleActive } from './active-atoms';
import { designTimesBoth } from './design-products';
import { innerProduct } from './padded-rows';
import { productsOfRows } from './products';
import { at, atomAt, direction, put, signs, size, x } from './support';
import { largestLane } from './vectors';

/** Share of the first level by which rounding may have an atom off the level; more, and the path is lost. */
const lost: f64 = 1e-5;
/** Share of the largest coefficient by which another may be on the wrong side of zero for the same reason. */
const wrongSide: f64 = 1e-3;

// The path at work. One instance serves one thread.
let design: usize = 0;
let signal: usize = 0;
/** Numbers of a row of the design, and atoms rounded up to a multiple of four. */
let stride: i32 = 0;
let rows: i32 = 0;
let most: i32 = 0;
let isLasso: bool = false;
let isNonNegative: bool = false;

let level: f64 = 0;
let firstLevel: f64 = 0;
/** The atom that the next step takes in, and the sign of its correlation; -1 where there is none. */
let joining: i32 = -1;
let joiningSign: f64 = 1;
/** The atom that has just left, and its sign: on that side it falls faster than the level, and rounding must not bring it back. */
let left: i32 = -1;
let leftSign: f64 = 1;

/** [stride] in double precision: what is left of the signal, and the direction's image. */
let residual: usize = 0;
let image: usize = 0;
/** The same in single precision, what is left divided by its length. */
let residualSingle: usize = 0;
let imageSingle: usize = 0;
let length: f64 = 0;
/** [rows] inner products of both with the atoms; all bits set where an atom may still join. */
let correlations: usize = 0;
let products: usize = 0;
let free: usize = 0;
let report: usize = 0;

/** Bytes that a path needs to work with. */
export function leastAngleScratch(atomCount: i32, strideOfRows: i32, mostActive: i32): i32 {
  return activeAtomsBytes(atomCount, strideOfRows, mostActive) + strideOfRows * 24 + ((atomCount + 3) & ~3) * 12;
}

/**
 * Begins a path.
 *
 * @param atoms [atomCount x numbers] in double precision
 * @param atomsSingle [atomCount rounded up to a multiple of 4 x strideOfRows] the same in single precision; the rest is 0
 * @param target [strideOfRows] the signal in double precision; the rest is 0
 * @param strideOfRows numbers rounded up to a multiple of 8
 * @param lasso 1 for atoms that leave where their coefficient passes zero
 * @param found [5 + 2 mostActive] where each step leaves the level, how many atoms are in use, the atom that joined and the
 *   one that left (-1 for none), whether the level fell, the coefficients and the atoms
 * @returns the first level: the largest correlation
 */
export function leastAngleBegin(
  atoms: usize,
  atomsSingle: usize,
  atomCount: i32,
  numbers: i32,
  strideOfRows: i32,
  target: usize,
  mostActive: i32,
  lasso: i32,
  nonNegative: i32,
  found: usize,
  scratch: usize,
): f64 {
  design = atomsSingle;
  signal = target;
  stride = strideOfRows;
  rows = (atomCount + 3) & ~3;
  most = mostActive;
  isLasso = lasso != 0;
  isNonNegative = nonNegative != 0;
  report = found;
  placeActiveAtoms(scratch, atoms, atomCount, numbers, stride, most);
  residual = scratch + activeAtomsBytes(atomCount, stride, most);
  image = residual + (<usize>stride << 3);
  residualSingle = image + (<usize>stride << 3);
  imageSingle = residualSingle + (<usize>stride << 2);
  correlations = imageSingle + (<usize>stride << 2);
  products = correlations + (<usize>rows << 2);
  free = products + (<usize>rows << 2);
  memory.fill(free, 0, <usize>rows << 2);
  memory.fill(free, 255, <usize>atomCount << 2);
  left = -1;
  correlate();
  chooseFirst(atomCount);
  if (joining < 0) return level;
  productsOfRows(target, 1, atoms + ((<usize>joining * <usize>numbers) << 3), 1, numbers, found);
  level = abs(load<f64>(found));
  firstLevel = level;
  return level;
}

/**
 * Goes on to the next knot, or takes in one of several atoms that share the level.
 *
 * @param leastPenalty where the path ends
 * @returns 1, or 0 where the atoms in use depend on each other so nearly that the path is lost
 */
export function leastAngleStep(leastPenalty: f64): i32 {
  let joined = -1;
  if (joining >= 0) {
    setFree(joining, false);
    if (join(joining, joiningSign)) joined = joining;
  }
  correlate();
  if (!isSettled()) return 0;
  let fall = level - leastPenalty;
  joining = -1;
  if (size < most) fall = findJoining(fall);
  left = -1;
  let leaving = -1;
  if (isLasso) {
    for (let place = 0; place < size; place++) {
      if (at(direction, place) * at(signs, place) >= 0) continue;
      // Also where rounding has it on the wrong side already.
      const zero = max<f64>(-at(x, place) / at(direction, place), 0);
      if (zero < fall) {
        fall = zero;
        leaving = place;
      }
    }
  }
  for (let place = 0; place < size; place++) put(x, place, at(x, place) + fall * at(direction, place));
  level -= fall;
  if (level <= leastPenalty) {
    correlate();
    if (!isSettled()) return 0;
  }
  if (leaving >= 0) {
    joining = -1;
    left = atomAt(leaving);
    leftSign = at(signs, leaving);
    leave(leaving);
    setFree(left, true);
  }
  store<f64>(report, level);
  store<f64>(report, <f64>size, 8);
  store<f64>(report, <f64>joined, 16);
  store<f64>(report, <f64>left, 24);
  store<f64>(report, fall > 0 ? 1 : 0, 32);
  const values = report + 40;
  const atoms = values + (<usize>most << 3);
  for (let place = 0; place < size; place++) {
    const value = at(x, place);
    // What has not yet moved may be on the wrong side by rounding.
    put(values, place, isLasso && value * at(signs, place) < 0 ? 0 : value);
    put(atoms, place, <f64>atomAt(place));
  }
  return 1;
}

/** Measures what is left, the direction's image, and the inner products of both with all atoms. */
function correlate(): void {
  measureResidual();
  combineActive(direction, image);
  length = sqrt<f64>(innerProduct<f64>(residual, residual, <usize>stride << 3));
  const shorter = length > 0 ? 1 / length : 0;
  for (let i = 0; i < stride; i++) {
    store<f32>(residualSingle + (<usize>i << 2), <f32>(shorter * at(residual, i)));
    store<f32>(imageSingle + (<usize>i << 2), <f32>at(image, i));
  }
  designTimesBoth(design, rows, stride, residualSingle, imageSingle, correlations, products);
}

/** Makes up for what is right to single precision only, where an atom joined; false where the path is lost. */
function isSettled(): bool {
  // Also false for NaN.
  if (!(settleActive(residual, level) <= lost * firstLevel)) return false;
  let largest: f64 = 0;
  let wrong: f64 = 0;
  for (let place = 0; place < size; place++) {
    largest = max(largest, abs(at(x, place)));
    wrong = max(wrong, -at(x, place) * at(signs, place));
  }
  return (!isLasso || wrong <= wrongSide * largest) && length * strongestFree() <= level + lost * firstLevel;
}

/**
 * The largest correlation of an atom that may join, over the length of what is left; of the lasso of any, since what atoms out
 * of play depended on may have left.
 */
function strongestFree(): f64 {
  const all = i32x4.splat(isLasso ? -1 : 0);
  let most = f32x4.splat(0);
  for (let offset: usize = 0; offset < <usize>rows << 2; offset += 16) {
    const c = v128.and(v128.load(correlations + offset), v128.or(v128.load(free + offset), all));
    // What is no number is passed over.
    most = f32x4.pmax(most, isNonNegative ? c : f32x4.abs(c));
  }
  return largestLane(most);
}

function measureResidual(): void {
  combineActive(x, residual);
  for (let offset: usize = 0; offset < <usize>stride << 3; offset += 16)
    v128.store(residual + offset, f64x2.sub(v128.load(signal + offset), v128.load(residual + offset)));
}

/** Begins with the atom that is most correlated with the signal. */
function chooseFirst(atomCount: i32): void {
  joining = -1;
  level = 0;
  for (let k = 0; k < atomCount; k++) {
    const c = length * single(correlations, k);
    const strength = isNonNegative ? c : abs(c);
    if (strength <= level) continue;
    level = strength;
    joining = k;
    joiningSign = c < 0 ? -1 : 1;
  }
}

/** How far the level falls until another atom's correlation reaches it, `fall` at most; that atom is `joining`. */
function findJoining(fall: f64): f64 {
  const shorter = length > 0 ? 1 / length : 0;
  const levels = f32x4.splat(<f32>(shorter * level));
  const ones = f32x4.splat(1);
  const zeros = f32x4.splat(0);
  const both = isNonNegative ? zeros : i32x4.splat(-1);
  let falls = f32x4.splat(<f32>(shorter * fall));
  for (let k = 0; k < rows; k += 4) {
    const offset = <usize>k << 2;
    const c = v128.load(correlations + offset);
    const p = v128.load(products + offset);
    // Rounding may have a correlation above the level: such an atom joins at once, unless it falls faster than the level.
    const above = f32x4.lt(
      f32x4.max(f32x4.sub(levels, c), zeros),
      f32x4.mul(falls, f32x4.sub(ones, p)),
    );
    const below = f32x4.lt(
      f32x4.max(f32x4.add(levels, c), zeros),
      f32x4.mul(falls, f32x4.add(ones, p)),
    );
    const sooner = v128.and(v128.or(above, v128.and(below, both)), v128.load(free + offset));
    if (!v128.any_true(sooner)) continue;
    for (let lane = k; lane < k + 4; lane++) {
      if (load<i32>(free + (<usize>lane << 2)) == 0) continue;
      const correlation = length * single(correlations, lane);
      const product = single(products, lane);
      const up = max<f64>(level - correlation, 0) / (1 - product);
      if (product < 1 && up < fall && !(lane == left && leftSign > 0)) {
        fall = up;
        joining = lane;
        joiningSign = 1;
      }
      if (isNonNegative) continue;
      const down = max<f64>(level + correlation, 0) / (1 + product);
      if (product > -1 && down < fall && !(lane == left && leftSign < 0)) {
        fall = down;
        joining = lane;
        joiningSign = -1;
      }
    }
    falls = f32x4.splat(<f32>(shorter * fall));
  }
  return fall;
}

function setFree(k: i32, isFreeNow: bool): void {
  store<i32>(free + (<usize>k << 2), isFreeNow ? -1 : 0);
}

@inline
function single(values: usize, k: i32): f64 {
  return <f64>load<f32>(values + (<usize>k << 2));
}
