// What the penalty asks of a code in single precision: the shrinkage of four numbers, and by how much a code violates the
// conditions of an optimum.

import { code, gradient, rowBytes } from './coded-signal';
import { largestLane, largestMagnitude } from './vectors';

const soft = 0;
const nonNegative = 1;
const hard = 2;
const cauchy = 4;

let kind: i32 = soft;
let penalty: f32 = 0;

/** @param kindOfShrinkage 0 soft, 1 soft over non-negative codes, 2 hard; 3 the Gaussian prior, 4 the Cauchy prior */
export function setPenalty(kindOfShrinkage: i32, lambda: f32): void {
  kind = kindOfShrinkage;
  penalty = lambda;
}

/** How far a soft shrinkage pulls, up and down, with a step of so much. */
export function pullDown(step: f32): v128 {
  return f32x4.splat(step * penalty);
}

export function pullUp(step: f32): v128 {
  return f32x4.splat(kind == nonNegative ? -Infinity : -step * penalty);
}

/** v less what lies between the pulls: the soft shrinkage, and over non-negative codes where there is no limit below. */
@inline
export function softly(v: v128, down: v128, up: v128): v128 {
  return f32x4.sub(v, f32x4.pmax(up, f32x4.pmin(down, v)));
}

export function penaltyAtWork(): f64 {
  return penalty;
}

/** The largest of the correlations that can make an atom active, of a whole number of vectors; NaN where one is. */
export function largestAdmissible(correlations: usize, bytes: usize): f64 {
  if (kind != nonNegative) return largestMagnitude(correlations, bytes);
  let most = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) most = f32x4.max(most, v128.load(correlations + at));
  return largestLane(most);
}

export function isHard(): bool {
  return kind == hard;
}

/** v where it is above the penalty in magnitude, else 0. */
@inline
export function hardly(v: v128): v128 {
  return v128.and(v, f32x4.gt(f32x4.abs(v), f32x4.splat(penalty)));
}

/** The soft shrinkage of one number. */
@inline
export function softlyOne(v: f32): f32 {
  if (v > penalty) return v - penalty;
  return v < -penalty && kind != nonNegative ? v + penalty : 0;
}

/** Whether an atom that is not used should be. */
@inline
export function isWanted(correlation: f32): bool {
  return (kind == nonNegative ? correlation : abs(correlation)) > penalty;
}

/** lambda S'(x) / x of a smooth prior: S(x) = x^2 / 2, or log(1 + x^2). */
@inline
export function curvatureOf(x: f32): f32 {
  return kind == cauchy ? (2 * penalty) / (1 + x * x) : penalty;
}

/** As {@link curvatureOf}, of four numbers. */
@inline
export function curvaturesOf(x: v128): v128 {
  if (kind != cauchy) return f32x4.splat(penalty);
  return f32x4.div(f32x4.splat(2 * penalty), f32x4.add(f32x4.splat(1), f32x4.mul(x, x)));
}

/**
 * The largest violation of the conditions of an optimum, in the unit of the penalty: g_k = lambda sign(x_k) where an atom is
 * used, or 0 where the shrinkage is hard; |g_k| <= lambda where it is not, or g_k <= lambda for non-negative codes.
 */
export function violation(): f32 {
  const pull = f32x4.splat(kind == hard ? 0 : penalty);
  const limit = f32x4.splat(penalty);
  const signBit = i32x4.splat(kind == nonNegative ? 0 : i32.MIN_VALUE);
  const anySign = i32x4.splat(i32.MIN_VALUE);
  const zero = f32x4.splat(0);
  let worst = zero;
  for (let at: usize = 0; at < rowBytes; at += 16) {
    const x = v128.load(code + at);
    const g = v128.load(gradient + at);
    const used = f32x4.abs(f32x4.sub(g, v128.or(pull, v128.and(x, anySign))));
    const unused = f32x4.sub(v128.andnot(g, signBit), limit);
    worst = f32x4.max(worst, i32x4.relaxed_laneselect(used, unused, f32x4.ne(x, zero)));
  }
  return largestLane(worst);
}
