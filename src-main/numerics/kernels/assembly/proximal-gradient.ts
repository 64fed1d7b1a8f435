// ISTA (Daubechies, Defrise & De Mol 2004) and FISTA (Beck & Teboulle 2009) in single precision, the momentum dropped whenever
// it points uphill (O'Donoghue & Candes 2015). What is left at the point ahead needs no product of its own: it is as far ahead
// of what is left at the code as the point is of the code.

import { code, gradient, measureGradient, rowBytes, work } from './coded-signal';
import { isReached } from './stopping';
import { pullDown, pullUp, softly } from './thresholds';
import { sumOfLanes } from './vectors';

/**
 * @param step one over the largest eigenvalue of G
 * @returns whether the goal was reached within the iterations allowed
 */
export function descendByProximalGradient(
  hasMomentum: bool,
  step: f32,
  goal: f64,
  maxIterations: i32,
): bool {
  const oldCode = work;
  const oldGradient = work + rowBytes;
  memory.copy(oldCode, code, rowBytes);
  memory.copy(oldGradient, gradient, rowBytes);
  let t: f32 = 1;
  let push: f32 = 0;
  for (let iteration = 0; !isReached(goal); iteration++) {
    if (iteration == maxIterations) return false;
    const uphill = proximalStep(code, gradient, oldCode, oldGradient, rowBytes, step, push);
    measureGradient();
    if (!hasMomentum) continue;
    if (uphill > 0) t = 1;
    const next: f32 = (1 + sqrt<f32>(1 + 4 * t * t)) / 2;
    push = (t - 1) / next;
    t = next;
  }
  return true;
}

/**
 * One step from the point ahead of a code, of whole vectors, under the penalty at work; the code and its gradient become the old
 * ones, and the gradient has to be measured anew.
 *
 * @returns more than 0 where the momentum points uphill
 */
export function proximalStep(
  codeAtWork: usize,
  gradientAtWork: usize,
  oldCode: usize,
  oldGradient: usize,
  bytes: usize,
  step: f32,
  push: f32,
): f32 {
  const steps = f32x4.splat(step);
  const pushes = f32x4.splat(push);
  const down = pullDown(step);
  const up = pullUp(step);
  let uphill = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = v128.load(codeAtWork + at);
    const g = v128.load(gradientAtWork + at);
    const point = f32x4.relaxed_madd(pushes, f32x4.sub(x, v128.load(oldCode + at)), x);
    const ahead = f32x4.relaxed_madd(pushes, f32x4.sub(g, v128.load(oldGradient + at)), g);
    const fresh = softly(f32x4.relaxed_madd(steps, ahead, point), down, up);
    uphill = f32x4.relaxed_madd(f32x4.sub(point, fresh), f32x4.sub(fresh, x), uphill);
    v128.store(oldCode + at, x);
    v128.store(oldGradient + at, g);
    v128.store(codeAtWork + at, fresh);
  }
  return sumOfLanes(uphill);
}
