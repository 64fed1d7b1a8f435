// When the iterations on a code end: once no condition of an optimum is violated by more than the goal, at which each step
// looks; or, for one signal over a design, once the duality gap is no more than the goal, at which every tenth step looks.

import { code, gradient, residual, rowBytes, samples, signal } from './coded-signal';
import { gap, measureGap } from './duality-gap';
import { largestAdmissible, penaltyAtWork, violation } from './thresholds';

const stepsPerLook = 10;
/** Looks without a smaller gap after which rounding is all that is left, where the gap is in its reach. */
const patience = 10;

let byGap: bool = false;
let rounding: f64 = 0;
let least: f64 = 0;
let waited: i32 = 0;
/** How often isReached has been asked: one more than steps were made. */
export let asked: i32 = 0;

export function stopByConditions(): void {
  byGap = false;
}

/** @param gapOfRounding the gap that rounding may keep the iterations from falling below */
export function stopByGap(gapOfRounding: f64): void {
  byGap = true;
  rounding = gapOfRounding;
  least = Infinity;
  waited = 0;
  asked = 0;
}

/** Whether isReached will look at the gradient when it is asked next. */
export function isLookDue(): bool {
  return !byGap || asked % stepsPerLook == 0;
}

/** Whether the iterations are at their goal, or as near to it as rounding lets them. */
export function isReached(goal: f64): bool {
  if (!byGap) return <f64>violation() <= goal;
  const isDue = isLookDue();
  asked++;
  if (!isDue) return false;
  lookAtGap();
  waited = gap < least || gap > rounding ? 0 : waited + 1;
  least = min(least, gap);
  return gap <= goal || waited >= patience;
}

/** Sets the duality gap of the code, whose gradient is measured. */
export function lookAtGap(): void {
  const atoms = <i32>(rowBytes >> 2);
  measureGap<f32>(signal, residual, samples, code, atoms, penaltyAtWork(), largestAdmissible(gradient, rowBytes));
}
