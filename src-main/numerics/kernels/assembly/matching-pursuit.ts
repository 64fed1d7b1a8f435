// Matching pursuit (Mallat & Zhang 1993) in single precision, by inner products alone.

import { code, followChange, gradient, rowBytes, squareOf } from './coded-signal';
import { argmax } from './residual-correlations';

/** Adds the atom most correlated with what is left, so many times, or until none is by more than the goal. */
export function pursue(steps: i32, goal: f32): void {
  for (let step = 0; step < steps; step++) {
    const k = argmax(gradient, rowBytes);
    const at = <usize>k << 2;
    const correlation = load<f32>(gradient + at);
    if (!(abs(correlation) > goal)) return;
    const amount = correlation / squareOf(k);
    store<f32>(code + at, load<f32>(code + at) + amount);
    followChange(k, amount);
  }
}
