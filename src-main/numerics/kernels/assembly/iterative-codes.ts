// Codes of many signals over one dictionary by the iterative methods, in single precision. Each signal is followed by itself,
// so that it stops when it is done and only the atoms that its code uses are multiplied, and has the same code wherever it lies.

import { alternateDirections } from './alternating-directions';
import { beginCode, code, codeBytes, placeCode } from './coded-signal';
import { descendByCoordinates } from './coordinate-descent';
import { blockSignals, correlateBlock } from './correlate';
import { keepLargest } from './hard-thresholding';
import { liftedSystemBytes, placeLiftedSystem } from './lifted-system';
import { compete } from './locally-competitive';
import { pursue } from './matching-pursuit';
import { descendByProximalGradient } from './proximal-gradient';
import { settleUnderPrior } from './smooth-priors';
import { stopByConditions } from './stopping';
import { setPenalty } from './thresholds';
import { largestMagnitude } from './vectors';

/** Bytes that iterativeCodes needs to work with. */
export function iterativeCodesScratch(panelCount: i32, atomCount: i32): i32 {
  return blockSignals * panelCount * 32 + codeBytes(panelCount * 8) + liftedSystemBytes(atomCount, panelCount * 8);
}

/**
 * @param signals [count x dimension]
 * @param panels of the atoms, as packPanels lays them out
 * @param gram [atomCount x panelCount * 8]
 * @param method 0 ISTA, 1 FISTA, 2 coordinate descent, 3 ADMM, 4 the locally competitive algorithm,
 *   5 hard thresholding, 6 matching pursuit, 7 coordinate descent under a smooth prior
 * @param shrinkage 0 soft, 1 soft over non-negative codes, 2 hard; 3 the Gaussian prior, 4 the Cauchy prior
 * @param step of methods 0, 1 and 4
 * @param inverse [atomCount x panelCount * 8] (G + I)^-1, for method 3
 * @param nonzeros of method 5; steps of method 6
 * @param tolerance by how much of the largest target a condition may be violated
 * @param codes [count x atomCount], overwritten
 * @returns how many signals did not reach the tolerance
 */
export function iterativeCodes(
  signals: usize,
  count: i32,
  dimension: i32,
  panels: usize,
  panelCount: i32,
  gram: usize,
  atomCount: i32,
  method: i32,
  shrinkage: i32,
  penalty: f32,
  step: f32,
  inverse: usize,
  nonzeros: i32,
  tolerance: f32,
  maxIterations: i32,
  codes: usize,
  scratch: usize,
): i32 {
  const rowBytes = <usize>panelCount << 5;
  const atWork = scratch + <usize>blockSignals * rowBytes;
  placeCode(atWork, gram, panelCount * 8);
  placeLiftedSystem(atWork + codeBytes(panelCount * 8), inverse, atomCount, panelCount * 8);
  setPenalty(shrinkage, penalty);
  stopByConditions();

  let unfinished = 0;
  for (let first = 0; first < count; first += blockSignals) {
    const size = min(blockSignals, count - first);
    correlateBlock(signals, size, dimension, panels, panelCount, scratch);
    for (let i = 0; i < size; i++) {
      const targets = scratch + <usize>i * rowBytes;
      const largest = largestMagnitude(targets, rowBytes);
      const goal = tolerance * largest;
      let isDone = false;
      beginCode(targets);
      // Also false for NaN.
      if (largest < Infinity) {
        switch (method) {
          case 0:
          case 1:
            isDone = descendByProximalGradient(method == 1, step, goal, maxIterations);
            break;
          case 2:
            isDone = descendByCoordinates(goal, maxIterations);
            break;
          case 3:
            isDone = alternateDirections(goal, maxIterations);
            break;
          case 4:
            isDone = compete(step, goal, maxIterations);
            break;
          case 5:
            isDone = keepLargest(nonzeros, goal, maxIterations);
            break;
          case 6:
            pursue(nonzeros, goal);
            isDone = true;
            break;
          default:
            isDone = settleUnderPrior(atomCount, goal, maxIterations);
        }
      }
      if (!isDone) unfinished++;
      memory.copy(codes, code, <usize>atomCount << 2);
      codes += <usize>atomCount << 2;
    }
    signals += <usize>(size * dimension) << 2;
  }
  return unfinished;
}
