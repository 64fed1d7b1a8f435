// The locally competitive algorithm (Rozell, Johnson, Baraniuk & Olshausen 2008) in single precision: states u charge towards
// their targets and inhibit each other, u += step (c - u - (G - I) x) with x = T(u), the shrinkage T soft or hard.

import { code, gradient, measureGradient, rowBytes, work } from './coded-signal';
import { hardly, isHard, pullDown, pullUp, softly, violation } from './thresholds';

/**
 * @param step over the time constant
 * @returns whether the codes came to rest within the iterations allowed
 */
export function compete(step: f32, goal: f32, maxIterations: i32): bool {
  const states = work;
  memory.fill(states, 0, rowBytes);
  const steps = f32x4.splat(step);
  const down = pullDown(1);
  const up = pullUp(1);
  const isHardly = isHard();
  for (let iteration = 0; !(violation() <= goal); iteration++) {
    if (iteration == maxIterations) return false;
    for (let at: usize = 0; at < rowBytes; at += 16) {
      const u = v128.load(states + at);
      const rate = f32x4.sub(f32x4.add(v128.load(gradient + at), v128.load(code + at)), u);
      const fresh = f32x4.relaxed_madd(steps, rate, u);
      v128.store(states + at, fresh);
      v128.store(code + at, isHardly ? hardly(fresh) : softly(fresh, down, up));
    }
    measureGradient();
  }
  return true;
}
