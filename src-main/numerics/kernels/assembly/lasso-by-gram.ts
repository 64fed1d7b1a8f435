// The lasso given by inner products alone, by coordinate descent in single precision.

import { beginCode, code, codeBytes, placeCode, rowBytes } from './coded-signal';
import { descendByCoordinates } from './coordinate-descent';
import { setPenalty } from './thresholds';
import { largestMagnitude } from './vectors';

/** Bytes that lassoByGram32 needs to work with. */
export function lassoByGramScratch(stride: i32): i32 {
  return codeBytes(stride);
}

/**
 * @param gram G, rows of `stride` numbers, a whole number of panels
 * @param targets [stride] c; 0 where G_kk is not positive
 * @param tolerance by how much of the largest target a condition may be violated
 * @param out [stride] x
 * @returns whether the conditions were met within the sweeps allowed
 */
export function lassoByGram32(
  gram: usize,
  targets: usize,
  stride: i32,
  penalty: f32,
  tolerance: f32,
  maxIterations: i32,
  out: usize,
  scratch: usize,
): bool {
  placeCode(scratch, gram, stride);
  setPenalty(0, penalty);
  beginCode(targets);
  const isDone = descendByCoordinates(tolerance * largestMagnitude(targets, rowBytes), maxIterations);
  memory.copy(out, code, rowBytes);
  return isDone;
}
