// The lasso by cyclic coordinate descent (Friedman, Hastie & Tibshirani 2010) over a working set of the atoms that violate the
// conditions of an optimum, for one penalty after another, each started from the solution before. Sweeps in single precision
// find the signs, steps over the support in double precision the values.

import { gap, objective } from './duality-gap';
import { innerProduct } from './padded-rows';
import {
  atomCount,
  coefficients,
  correlate,
  correlations,
  design,
  isActive,
  isNonNegative,
  largestActive,
  lookAtGap,
  measureResidual,
  paddedCount,
  placeRegression,
  regressionBytes,
  residualSingle,
  stride,
} from './regression';
import { at, put } from './support';
import { descendOverSupport, placeSupportSteps, supportStepsBytes } from './support-steps';
import { addScaled } from './vectors';

/** Sweeps over the atoms in use after one over the working set, and most steps over the support after these. */
const activeSweeps = 4;
const supportSteps = 10;
/** The working set is solved to this share of the goal, or of the gap before, whichever is more. */
const innerShare: f64 = 0.3;
/** Atoms whose correlation is above this share of the penalty are likely to be used soon. */
const likely: f64 = 0.9;
/** Far from the solution, a round takes the penalty for no less than this share of the largest correlation. */
const mostFall: f64 = 0.5;
/** Below this share of the signal's energy, rounding is all that is left after so many rounds without a smaller gap. */
const roundingShare: f64 = 1e-6;
const patience = 3;

/** Of the duality gap: where to stop, and what is left to rounding. */
let goal: f64 = 0;
let rounding: f64 = 0;
let limit: i32 = 0;
/** [paddedCount] squared norms of the atoms in single precision, 0 for those that cannot be used. */
let squares: usize = 0;
/** [paddedCount] the working set, and of it what is in use. */
let working: usize = 0;
let active: usize = 0;

/** Bytes that lassoDescent needs to work with. */
export function lassoDescentScratch(count: i32, strideOfRows: i32, most: i32): i32 {
  const wide = (count + 3) & ~3;
  return regressionBytes(count, strideOfRows, most) + supportStepsBytes(strideOfRows, most) + 3 * wide * 4;
}

/**
 * @param atoms [count x numbers] in double precision
 * @param atomsSingle [count rounded up to a multiple of 4 x strideOfRows] the same in single precision; the rest is 0
 * @param target [strideOfRows] the signal in double precision; the rest is 0
 * @param most atoms that can be independent
 * @param penalties [penaltyCount]
 * @param tolerance stop once the duality gap is at or below this share of half the signal's energy
 * @param start [count] where to start; path [penaltyCount x count] the solutions
 * @param reports [penaltyCount x 4] objective, gap, sweeps, and 1 where the gap reached its goal
 */
export function lassoDescent(
  atoms: usize,
  atomsSingle: usize,
  count: i32,
  numbers: i32,
  strideOfRows: i32,
  target: usize,
  most: i32,
  nonNegative: i32,
  penalties: usize,
  penaltyCount: i32,
  tolerance: f64,
  maxIterations: i32,
  start: usize,
  path: usize,
  reports: usize,
  scratch: usize,
): void {
  placeRegression(scratch, atoms, atomsSingle, count, numbers, strideOfRows, target, most, nonNegative != 0);
  const steps = scratch + regressionBytes(count, stride, most);
  placeSupportSteps(steps, most);
  squares = steps + supportStepsBytes(stride, most);
  working = squares + (<usize>paddedCount << 2);
  active = working + (<usize>paddedCount << 2);
  begin(start);
  let largest = correlate();
  let energy: f64 = 0;
  for (let i = 0; i < stride; i++) energy += at(target, i) * at(target, i);
  goal = (tolerance * energy) / 2;
  rounding = (roundingShare * energy) / 2;
  limit = maxIterations;
  for (let i = 0; i < penaltyCount; i++) {
    largest = descend(at(penalties, i), largest, reports + (<usize>i << 5));
    memory.copy(path, coefficients, <usize>count << 3);
    path += <usize>count << 3;
  }
}

/** The squares, and the start without what cannot be used. */
function begin(start: usize): void {
  const rowBytes = <usize>stride << 2;
  for (let k = 0; k < atomCount; k++) {
    const row = design + <usize>k * rowBytes;
    const square = <f32>innerProduct<f32>(row, row, rowBytes);
    const isUsable = square > 0 && square < Infinity;
    store<f32>(squares + (<usize>k << 2), isUsable ? square : 0);
    const value = at(start, k);
    const isAllowed = abs(value) < Infinity && !(isNonNegative && value < 0);
    put(coefficients, k, isUsable && isAllowed ? value : 0);
  }
  measureResidual();
}

/** Solves for one penalty; returns the largest correlation then. */
function descend(penalty: f64, largest: f64, report: usize): f64 {
  let innerGoal: f64 = Infinity;
  let least: f64 = Infinity;
  let waited = 0;
  let iterations = 0;
  let stage: f64 = Infinity;
  while (true) {
    // Never up again: a support that shrinks and grows by turns gets nowhere.
    stage = min(stage, max(penalty, mostFall * largest));
    const count = findWorking(likely * stage);
    let before: f64 = Infinity;
    while (true) {
      improve(count, stage);
      iterations += 1 + activeSweeps;
      if (stage > penalty || iterations >= limit || innerGoal == Infinity) break;
      lookAtGap(penalty, correlateWorking(count));
      if (!(gap > innerGoal && gap < before)) break;
      before = gap;
    }
    largest = correlate();
    lookAtGap(penalty, largest);
    waited = gap < least || gap > rounding ? 0 : waited + 1;
    least = min(least, gap);
    const isDone = gap <= goal;
    if (isDone || iterations >= limit || waited >= patience) {
      store<f64>(report, objective);
      store<f64>(report, gap, 8);
      store<f64>(report, <f64>iterations, 16);
      store<f64>(report, isDone ? 1 : 0, 24);
      return largest;
    }
    innerGoal = innerShare * max(goal, innerShare * gap);
  }
}

/** Brings the working set nearer to its solution. */
function improve(count: i32, penalty: f64): void {
  sweep(working, count, penalty);
  for (let i = 0; i < activeSweeps; i++) sweep(active, findActive(count), penalty);
  descendOverSupport(penalty, supportSteps);
}

function sweep(among: usize, count: i32, penalty: f64): void {
  const rowBytes = <usize>stride << 2;
  for (let place: usize = 0; place < <usize>count << 2; place += 4) {
    const k = load<i32>(among + place);
    const row = design + <usize>k * rowBytes;
    const square = <f64>load<f32>(squares + (<usize>k << 2));
    const old = at(coefficients, k);
    const sum = innerProduct<f32>(row, residualSingle, rowBytes) + square * old;
    const above = max<f64>(sum - penalty, 0);
    const fresh = (isNonNegative ? above : above + min<f64>(sum + penalty, 0)) / square;
    if (fresh == old) continue;
    put(coefficients, k, fresh);
    addScaled(residualSingle, row, <f32>(old - fresh), stride);
  }
}

/** Lists the atoms in use and those whose correlation is above a level; returns how many there are. */
function findWorking(level: f64): i32 {
  let found: usize = 0;
  for (let k = 0; k < atomCount; k++) {
    const c = <f64>load<f32>(correlations + (<usize>k << 2));
    if (at(coefficients, k) == 0 && !((isNonNegative ? c : abs(c)) > level)) continue;
    if (load<f32>(squares + (<usize>k << 2)) == 0) continue;
    store<i32>(working + found, k);
    found += 4;
  }
  return <i32>(found >> 2);
}

function findActive(count: i32): i32 {
  let found: usize = 0;
  for (let place: usize = 0; place < <usize>count << 2; place += 4) {
    const k = load<i32>(working + place);
    if (at(coefficients, k) == 0) continue;
    store<i32>(active + found, k);
    found += 4;
  }
  return <i32>(found >> 2);
}

/** The largest correlation within the working set. */
function correlateWorking(count: i32): f64 {
  const rowBytes = <usize>stride << 2;
  let most = largestActive();
  for (let place: usize = 0; place < <usize>count << 2; place += 4) {
    const k = load<i32>(working + place);
    if (load<i32>(isActive + (<usize>k << 2)) != 0) continue;
    const c = innerProduct<f32>(design + <usize>k * rowBytes, residualSingle, rowBytes);
    most = max(most, isNonNegative ? c : abs(c));
  }
  return most;
}
