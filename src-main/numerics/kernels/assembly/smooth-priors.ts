// Codes under a smooth prior S in single precision, one coordinate after another. S(x) lies below the parabola through x with
// the curvature S'(x) / x, where that falls as |x| grows (half-quadratic minimisation: Geman & Reynolds 1992): the least of the
// parabola and the square of what is left is a step that never makes the energy rise. No coefficient is 0 in the end.

import { code, followChange, gradient, measureGradient, rowBytes, squareOf } from './coded-signal';
import { curvatureOf, curvaturesOf } from './thresholds';
import { largestLane } from './vectors';

/** @returns whether the gradient of the energy was within the goal after the sweeps allowed */
export function settleUnderPrior(atoms: i32, goal: f32, maxIterations: i32): bool {
  let sweeps = 0;
  while (!(slope() <= goal)) {
    if (sweeps >= maxIterations) return false;
    let worst = Infinity as f32;
    while (worst > goal && sweeps < maxIterations) {
      worst = 0;
      for (let k = 0; k < atoms; k++) worst = max(worst, settle(k));
      sweeps++;
    }
    measureGradient();
  }
  return true;
}

/** One step of a coordinate; returns by how much its condition was violated. */
function settle(k: i32): f32 {
  const at = <usize>k << 2;
  const square = squareOf(k);
  if (!(square > 0)) return 0;
  const old = load<f32>(code + at);
  const curvature = curvatureOf(old);
  const rest = load<f32>(gradient + at) - curvature * old;
  const change = rest / (square + curvature);
  store<f32>(code + at, old + change);
  followChange(k, change);
  return abs(rest);
}

/** The largest |g - lambda S'(x)|. */
function slope(): f32 {
  let worst = f32x4.splat(0);
  for (let at: usize = 0; at < rowBytes; at += 16) {
    const x = v128.load(code + at);
    const pull = f32x4.mul(curvaturesOf(x), x);
    worst = f32x4.max(worst, f32x4.abs(f32x4.sub(v128.load(gradient + at), pull)));
  }
  return largestLane(worst);
}
