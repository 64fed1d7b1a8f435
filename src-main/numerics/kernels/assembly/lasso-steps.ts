// The lasso of one signal over a design by ISTA, FISTA or ADMM in single precision, without a Gram matrix: the steps are those of
// iterativeCodes, what is left is measured by the design itself.

import { alternateDirections } from './alternating-directions';
import { beginCode, code, codeBytes, measureGradient, placeCode, placeDesign } from './coded-signal';
import { designTimes } from './design-products';
import { gap, objective } from './duality-gap';
import { liftedSystemBytes, placeLemma, placeLiftedSystem } from './lifted-system';
import { descendByProximalGradient } from './proximal-gradient';
import { asked, lookAtGap, stopByGap } from './stopping';
import { setPenalty } from './thresholds';
import { largestMagnitude, sumOfSquares } from './vectors';

/** Below this share of the signal's energy, rounding may keep the gap from falling. */
const roundingShare: f64 = 2e-6;

/** Bytes that lassoSteps needs to work with. */
export function lassoStepsScratch(atomCount: i32, samples: i32): i32 {
  const stride = (atomCount + 7) & ~7;
  return codeBytes(stride) + (stride + samples) * 4 + liftedSystemBytes(stride, samples);
}

/**
 * @param method 0 ISTA, 1 FISTA, 3 ADMM
 * @param design [atomCount rounded up to a multiple of 8 x samples]; beyond the atoms and what a signal has, 0
 * @param samples a multiple of 8
 * @param signal [samples]
 * @param shrinkage 0 soft, 1 soft over non-negative codes
 * @param step of methods 0 and 1
 * @param inverse for method 3: (Dt D + I)^-1 [samples x samples] where `hasLemma` is not 0, else
 *   (D Dt + I)^-1 [atomCount x atomCount rounded up to a multiple of 8]
 * @param tolerance stop once the duality gap is at or below this share of half the signal's energy
 * @param coefficients [atomCount] where to start, overwritten with the solution
 * @param report [4] objective, gap, steps, and 1 where the gap reached its goal
 * @param scratch zeroed
 */
export function lassoSteps(
  method: i32,
  design: usize,
  atomCount: i32,
  samples: i32,
  signal: usize,
  shrinkage: i32,
  penalty: f32,
  step: f32,
  inverse: usize,
  hasLemma: i32,
  tolerance: f64,
  maxIterations: i32,
  coefficients: usize,
  report: usize,
  scratch: usize,
): void {
  const stride = (atomCount + 7) & ~7;
  const targets = scratch + codeBytes(stride);
  const residual = targets + (<usize>stride << 2);
  const lifted = residual + (<usize>samples << 2);
  placeCode(scratch, design, stride);
  placeDesign(samples, signal, residual);
  setPenalty(shrinkage, penalty);
  designTimes(design, stride, samples, signal, targets);
  beginCode(targets);
  memory.copy(code, coefficients, <usize>atomCount << 2);
  measureGradient();
  const energy = <f64>sumOfSquares(signal, samples) / 2;
  const goal = tolerance * energy;
  stopByGap(roundingShare * energy);
  // Also false for NaN.
  const isFinite = largestMagnitude(targets, <usize>stride << 2) < Infinity;
  if (!isFinite) memory.fill(code, 0, <usize>stride << 2);
  if (!isFinite) measureGradient();
  else if (method == 3) {
    if (hasLemma) placeLemma(lifted, inverse, design, atomCount, samples);
    else placeLiftedSystem(lifted, inverse, atomCount, stride);
    alternateDirections(goal, maxIterations);
    measureGradient();
  } else descendByProximalGradient(method == 1, step, goal, maxIterations);
  lookAtGap();
  memory.copy(coefficients, code, <usize>atomCount << 2);
  store<f64>(report, objective);
  store<f64>(report, gap, 8);
  store<f64>(report, <f64>max(asked - 1, 0), 16);
  store<f64>(report, isFinite && gap <= goal ? 1 : 0, 24);
}
