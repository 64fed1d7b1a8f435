// The nearest positive semi-definite matrix in weighted squares by the alternating direction method of multipliers, in double
// or in single precision (T is f64 or f32); names are those of the TypeScript beside it. Rows are those of symmetric-eigen.ts.
// Weights come multiplied by mu, and L is kept multiplied by it: then mu is needed nowhere else.

import { combineRows } from './combine-rows';
import { sumOfVector } from './lanes';
import { bytesOfRow, eigenScratch, symmetricEigen } from './symmetric-eigen';

/** Bytes that nearestCovariance64 needs to work with, zeroed: B, L, what is projected, its eigenvectors, values and weights. */
export function nearestCovarianceScratch(n: i32): f64 {
  const rowBytes = <f64>bytesOfRow<f64>(n);
  return 4 * rowBytes * <f64>n + 3 * rowBytes + <f64>eigenScratch<f64>(n);
}

/**
 * @param S [n] rows
 * @param V [n] rows of weights times mu
 * @param A [n] rows, overwritten
 * @param least squared change of B and squared gap between A and B + S, together, at which it is done
 * @returns steps that were made
 */
export function nearestCovariance64(
  S: usize,
  V: usize,
  n: i32,
  A: usize,
  least: f64,
  mostSteps: i32,
  scratch: usize,
): i32 {
  return nearest<f64>(S, V, n, A, least, mostSteps, scratch);
}

/** As {@link nearestCovariance64}, in single precision. */
export function nearestCovariance32(
  S: usize,
  V: usize,
  n: i32,
  A: usize,
  least: f64,
  mostSteps: i32,
  scratch: usize,
): i32 {
  return nearest<f32>(S, V, n, A, least, mostSteps, scratch);
}

function nearest<T>(
  S: usize,
  V: usize,
  n: i32,
  A: usize,
  least: f64,
  mostSteps: i32,
  scratch: usize,
): i32 {
  const bytes = bytesOfRow<T>(n) * <usize>n;
  const B = scratch;
  const L = B + bytes;
  const shifted = L + bytes;
  const atWork = shifted + bytes;
  for (let step = 1; step <= mostSteps; step++) {
    for (let at: usize = 0; at < bytes; at += 16)
      v128.store(
        shifted + at,
        v128.add<T>(v128.load(S + at), v128.add<T>(v128.load(B + at), v128.load(L + at))),
      );
    project<T>(shifted, n, A, atWork);
    // Also true for NaN.
    if (!(follow<T>(S, V, A, B, L, bytes) > least)) return step;
  }
  return mostSteps;
}

/** A = what the positive eigenvalues of M make of it; M is overwritten. */
function project<T>(M: usize, n: i32, A: usize, scratch: usize): void {
  const bytes = bytesOfRow<T>(n);
  const vectors = scratch;
  const values = vectors + bytes * <usize>n;
  const weights = values + bytesOfRow<f64>(n);
  const rows = weights + bytesOfRow<f64>(n);
  symmetricEigen<T>(M, n, values, vectors, rows + bytesOfRow<f64>(n));
  let count = 0;
  for (let k = 0; k < n; k++) {
    const value = f64.load(values + (<usize>k << 3));
    // NaN counts, so that it does not go unseen.
    if (value <= 0) continue;
    const row = vectors + <usize>k * bytes;
    const root = v128.splat<T>(<T>sqrt<f64>(value));
    for (let at: usize = 0; at < bytes; at += 16)
      v128.store(row + at, v128.mul<T>(root, v128.load(row + at)));
    store<u32>(rows + (<usize>count << 2), <u32>row);
    count++;
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < count; k++) {
      const row = <usize>load<u32>(rows + (<usize>k << 2));
      store<T>(weights + <usize>k * sizeof<T>(), load<T>(row + <usize>i * sizeof<T>()));
    }
    combineRows<T>(weights, rows, count, <i32>(bytes / sizeof<T>()), A + <usize>i * bytes);
  }
}

/** B and L after A; returns the squared change of B and the squared gap. */
function follow<T>(S: usize, V: usize, A: usize, B: usize, L: usize, bytes: usize): f64 {
  const one = v128.splat<T>(<T>1);
  let squares = v128.splat<T>(<T>0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const away = v128.sub<T>(v128.load(A + at), v128.load(S + at));
    const multiplier = v128.load(L + at);
    const fresh = v128.div<T>(v128.sub<T>(away, multiplier), v128.add<T>(one, v128.load(V + at)));
    const change = v128.sub<T>(fresh, v128.load(B + at));
    const gap = v128.sub<T>(away, fresh);
    v128.store(B + at, fresh);
    v128.store(L + at, v128.sub<T>(multiplier, gap));
    squares = v128.relaxed_madd<T>(change, change, squares);
    squares = v128.relaxed_madd<T>(gap, gap, squares);
  }
  return sumOfVector<T>(squares);
}
