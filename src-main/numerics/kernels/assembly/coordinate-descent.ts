// The lasso by cyclic coordinate descent in single precision, g kept up to date from one coordinate to the next (the covariance
// updates of Friedman, Hastie & Tibshirani 2010). Sweeps over all atoms find those to use, sweeps over these their values. The
// changes leave rounding in g, so the conditions are looked at after it was measured afresh.

import {
  code,
  followChange,
  gather,
  gradient,
  measureGradient,
  place,
  rowBytes,
  squareOf,
} from './coded-signal';
import { isWanted, softlyOne, violation } from './thresholds';

/** @returns whether the conditions were met within the sweeps allowed */
export function descendByCoordinates(goal: f32, maxIterations: i32): bool {
  let sweeps = 0;
  while (!(violation() <= goal)) {
    if (sweeps >= maxIterations) return false;
    let worst = sweepAll();
    sweeps++;
    const count = gather(code);
    while (worst > goal && sweeps < maxIterations) {
      worst = 0;
      for (let i = 0; i < count; i++) worst = max(worst, settle(place(i)));
      sweeps++;
    }
    measureGradient();
  }
  return true;
}

/** Makes each atom optimal that is used or should be; returns by how much one was not. */
function sweepAll(): f32 {
  let worst: f32 = 0;
  const atoms = <i32>(rowBytes >> 2);
  for (let k = 0; k < atoms; k++) {
    const at = <usize>k << 2;
    if (load<f32>(code + at) != 0 || isWanted(load<f32>(gradient + at))) worst = max(worst, settle(k));
  }
  return worst;
}

/** Makes one coordinate optimal; returns by how much it was not. */
function settle(k: i32): f32 {
  const at = <usize>k << 2;
  const square = squareOf(k);
  const old = load<f32>(code + at);
  const fresh = softlyOne(load<f32>(gradient + at) + square * old) / square;
  if (fresh == old) return 0;
  store<f32>(code + at, fresh);
  followChange(k, fresh - old);
  return abs(fresh - old) * square;
}
