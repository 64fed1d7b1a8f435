// The lasso of one signal over a design that is being solved. The signal, the coefficients and what is left of the signal are in
// double precision; what goes over all atoms, or over one after the other, is in single precision.

import { activeAtomsBytes, activeTimes, combineActive, placeActiveAtoms } from './active-atoms';
import { designTimes } from './design-products';
import { measureGap } from './duality-gap';
import { at, atomAt, put, size } from './support';
import { largestLane } from './vectors';

/** Numbers of a row of the design, atoms, and atoms rounded up to a multiple of four. */
export let stride: i32 = 0;
export let atomCount: i32 = 0;
export let paddedCount: i32 = 0;
export let isNonNegative: bool = false;
export let design: usize = 0;
/** [atomCount] x, in double precision. */
export let coefficients: usize = 0;
/** [stride] what is left of the signal, in double precision and as the sweeps keep it in single precision. */
export let residual: usize = 0;
export let residualSingle: usize = 0;
/** [paddedCount] inner products of the atoms with what is left, as last measured, in single precision. */
export let correlations: usize = 0;
/** [paddedCount] all bits set for atoms whose copies are in active-atoms.ts. */
export let isActive: usize = 0;

let atoms: usize = 0;
let dimension: i32 = 0;
let signal: usize = 0;
/** [most] a number for each active atom. */
let weights: usize = 0;

/** Bytes that placeRegression asks for, a multiple of eight. */
export function regressionBytes(count: i32, strideOfRows: i32, most: i32): i32 {
  const wide = (count + 3) & ~3;
  const rows = (most + 3) & ~3;
  return activeAtomsBytes(count, strideOfRows, most) + (wide + strideOfRows + rows) * 8 + (strideOfRows + 2 * wide) * 4;
}

/**
 * @param atomsDouble [count x numbers]
 * @param atomsSingle [count rounded up to a multiple of 4 x strideOfRows]; beyond the atoms 0
 * @param target [strideOfRows] the signal in double precision; the rest is 0
 */
export function placeRegression(
  address: usize,
  atomsDouble: usize,
  atomsSingle: usize,
  count: i32,
  numbers: i32,
  strideOfRows: i32,
  target: usize,
  most: i32,
  nonNegative: bool,
): void {
  atoms = atomsDouble;
  design = atomsSingle;
  atomCount = count;
  paddedCount = (count + 3) & ~3;
  dimension = numbers;
  stride = strideOfRows;
  signal = target;
  isNonNegative = nonNegative;
  placeActiveAtoms(address, atoms, count, numbers, stride, most);
  coefficients = address + activeAtomsBytes(count, stride, most);
  residual = coefficients + (<usize>paddedCount << 3);
  weights = residual + (<usize>stride << 3);
  residualSingle = weights + (<usize>((most + 3) & ~3) << 3);
  correlations = residualSingle + (<usize>stride << 2);
  isActive = correlations + (<usize>paddedCount << 2);
  memory.fill(isActive, 0, <usize>paddedCount << 2);
}

/** Measures what is left, y - Dt x. */
export function measureResidual(): void {
  for (let place = 0; place < size; place++) put(weights, place, at(coefficients, atomAt(place)));
  combineActive(weights, residual);
  for (let offset: usize = 0; offset < <usize>stride << 3; offset += 16)
    v128.store(residual + offset, f64x2.sub(v128.load(signal + offset), v128.load(residual + offset)));
  // Before the first step, and where an atom depends on the others and could not be exchanged.
  for (let k = 0; k < atomCount; k++) {
    const value = at(coefficients, k);
    if (value == 0 || load<i32>(isActive + (<usize>k << 2)) != 0) continue;
    const atom = atoms + ((<usize>k * <usize>dimension) << 3);
    for (let i = 0; i < dimension; i++) put(residual, i, at(residual, i) - value * at(atom, i));
  }
  roundResidual();
}

/** Takes what is left over into single precision. */
export function roundResidual(): void {
  for (let offset: usize = 0; offset < <usize>stride << 2; offset += 16) {
    const first = f32x4.demote_f64x2_zero(v128.load(residual + 2 * offset));
    const second = f32x4.demote_f64x2_zero(v128.load(residual + 2 * offset, 16));
    v128.store(residualSingle + offset, v128.shuffle<f64>(first, second, 0, 2));
  }
}

/**
 * Measures all correlations; returns the largest that can make an atom active. Those of active atoms, which are what it is
 * near a solution, count in double precision: else their rounding would be the duality gap.
 */
export function correlate(): f64 {
  designTimes(design, paddedCount, stride, residualSingle, correlations);
  let most = f32x4.splat(0);
  for (let offset: usize = 0; offset < <usize>paddedCount << 2; offset += 16) {
    const c = v128.andnot(v128.load(correlations + offset), v128.load(isActive + offset));
    // What is no number is passed over.
    most = f32x4.pmax(most, isNonNegative ? c : f32x4.abs(c));
  }
  return max(<f64>largestLane(most), largestActive());
}

/** The largest correlation of an active atom. */
export function largestActive(): f64 {
  activeTimes(residual, weights);
  let most: f64 = 0;
  for (let place = 0; place < size; place++)
    most = max(most, isNonNegative ? at(weights, place) : abs(at(weights, place)));
  return most;
}

/** Sets the objective and the duality gap of what is left, whose largest correlation is given. */
export function lookAtGap(penalty: f64, largest: f64): void {
  measureGap<f64>(signal, residual, stride, coefficients, atomCount, penalty, largest);
}
