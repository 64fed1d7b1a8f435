// Normalised iterative hard thresholding (Blumensath & Davies 2010) in single precision: a gradient step of the length that is
// best on the present support, then the largest coefficients. A step that changes the support is shortened until the residual
// is sure not to grow. A code is done where such a step moves no coefficient by more than the goal times its length.

import {
  code,
  energyOfGathered,
  gather,
  gathered,
  gradient,
  measureGradient,
  rowBytes,
  work,
} from './coded-signal';
import { argmax } from './residual-correlations';
import { largestMagnitude, sumOfSquares } from './vectors';

/** 1 - c of the paper: how much of the bound a step to another support may use. */
const share: f32 = 0.99;

/** @returns whether the code was done within the iterations allowed */
export function keepLargest(nonzeros: i32, goal: f32, maxIterations: i32): bool {
  const support = work;
  const freshSupport = support + rowBytes;
  const fresh = freshSupport + rowBytes;
  const change = fresh + rowBytes;
  const stride = <i32>(rowBytes >> 2);
  choose(gradient, nonzeros, support, fresh);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    for (let at: usize = 0; at < rowBytes; at += 16)
      v128.store(change + at, v128.and(v128.load(gradient + at), v128.load(support + at)));
    const curvature = energyOfGathered(gather(change));
    let step: f32 = curvature > 0 ? sumOfSquares(change, stride) / curvature : 1;
    for (;;) {
      const steps = f32x4.splat(step);
      for (let at: usize = 0; at < rowBytes; at += 16)
        v128.store(
          change + at,
          f32x4.relaxed_madd(steps, v128.load(gradient + at), v128.load(code + at)),
        );
      choose(change, nonzeros, freshSupport, fresh);
      for (let at: usize = 0; at < rowBytes; at += 16)
        v128.store(change + at, f32x4.sub(v128.load(fresh + at), v128.load(code + at)));
      if (memory.compare(support, freshSupport, rowBytes) == 0) break;
      const energy = energyOfGathered(gather(change));
      const bound = (share * sumOfSquares(change, stride)) / energy;
      if (!(energy > 0 && step > bound)) break;
      step = min(step / 2, bound);
    }
    if (largestMagnitude(change, rowBytes) <= goal * step) return true;
    memory.copy(code, fresh, rowBytes);
    memory.copy(support, freshSupport, rowBytes);
    measureGradient();
  }
  return false;
}

/**
 * The largest magnitudes of a row into `chosen`, 0 elsewhere; ties go to the lower index.
 *
 * @param support all bits set where a number was chosen
 */
function choose(row: usize, count: i32, support: usize, chosen: usize): void {
  const left = work + 4 * rowBytes;
  memory.copy(left, row, rowBytes);
  memory.fill(support, 0, rowBytes);
  memory.fill(chosen, 0, rowBytes);
  for (let i = 0; i < count; i++) {
    const at = <usize>argmax(left, rowBytes) << 2;
    const value = load<f32>(left + at);
    if (value == 0) return;
    store<f32>(chosen + at, value);
    store<i32>(support + at, -1);
    store<f32>(left + at, 0);
  }
}
