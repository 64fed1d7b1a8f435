// Eigenvalues and eigenvectors of a symmetric matrix in double or in single precision (T is f64 or f32): reflections make it
// tridiagonal, implicit QL steps diagonal (Golub & Van Loan, Matrix Computations, section 8.3). What lies off the diagonal counts
// as 0 by the size of the whole matrix, so that eigenvalues far below the largest are right to rounding of that. Rows have
// bytesOfRow bytes, with zeros beyond the n numbers.

import { rowProduct } from './linear-map';

/** Most QL steps for an eigenvalue; about two are usual. */
const mostSteps = 50;

/** Bytes of a row of n numbers, rounded up to whole blocks of 64. */
@inline
export function bytesOfRow<T>(n: i32): usize {
  return (<usize>n * sizeof<T>() + 63) & ~63;
}

/** Bytes that symmetricEigen needs to work with: a row, what T has beside its diagonal, and two numbers of each rotation. */
export function eigenScratch<T>(n: i32): usize {
  return bytesOfRow<T>(n) + 3 * bytesOfRow<f64>(n);
}

/**
 * @param matrix [n] rows, overwritten
 * @param values [n] eigenvalues, f64, in no order
 * @param vectors [n] rows, overwritten by the unit eigenvectors
 */
export function symmetricEigen<T>(matrix: usize, n: i32, values: usize, vectors: usize, scratch: usize): void {
  const runBytes = bytesOfRow<f64>(n);
  const beside = scratch;
  const factors = beside + runBytes;
  const rotations = factors;
  const row = rotations + 2 * runBytes;
  makeTridiagonal<T>(matrix, n, values, beside, factors, row);
  accumulate<T>(matrix, n, factors, vectors);
  makeDiagonal<T>(n, values, beside, rotations, vectors);
}

/**
 * M = Q T Qt: row k becomes the vector of the reflection that makes it tridiagonal.
 *
 * @param diagonal [n], beside [n] what T has on and right of its diagonal
 * @param factors [n] of the reflections I - factor v vt; 0 where there is none
 * @param row to work with
 */
function makeTridiagonal<T>(
  matrix: usize,
  n: i32,
  diagonal: usize,
  beside: usize,
  factors: usize,
  row: usize,
): void {
  const bytes = bytesOfRow<T>(n);
  for (let k = 0; k < n; k++) {
    const v = matrix + <usize>k * bytes;
    const next = v + <usize>(k + 1) * sizeof<T>();
    f64.store(diagonal + (<usize>k << 3), <f64>load<T>(next - sizeof<T>()));
    f64.store(factors + (<usize>k << 3), 0);
    f64.store(beside + (<usize>k << 3), 0);
    memory.fill(v, 0, <usize>(k + 1) * sizeof<T>());
    if (k + 1 >= n) continue;
    const from = (<usize>(k + 1) * sizeof<T>()) & ~63;
    const first = <f64>load<T>(next);
    const square = <f64>rowProduct<T>(v + from, v + from, bytes - from);
    const norm = sqrt<f64>(square);
    if (!(square > first * first)) {
      f64.store(beside + (<usize>k << 3), first);
      continue;
    }
    const image = first > 0 ? -norm : norm;
    const factor = 1 / (square - image * first);
    f64.store(beside + (<usize>k << 3), image);
    f64.store(factors + (<usize>k << 3), factor);
    store<T>(next, <T>(first - image));
    reflectBothSides<T>(matrix, n, bytes, k, v, <T>factor, row);
  }
}

/** M = H M H for rows and columns beyond k: M less v wt and w vt, where w = p - factor / 2 (pt v) v and p = factor M v. */
function reflectBothSides<T>(
  matrix: usize,
  n: i32,
  bytes: usize,
  k: i32,
  v: usize,
  factor: T,
  w: usize,
): void {
  const from = (<usize>(k + 1) * sizeof<T>()) & ~63;
  memory.fill(w, 0, bytes);
  for (let i = k + 1; i < n; i++)
    store<T>(
      w + <usize>i * sizeof<T>(),
      <T>(factor * rowProduct<T>(matrix + <usize>i * bytes + from, v + from, bytes - from)),
    );
  const half = <T>(<T>0.5 * factor * rowProduct<T>(w + from, v + from, bytes - from));
  subtractMultiple<T>(w, v, half, from, bytes);
  for (let i = k + 1; i < n; i++) {
    const row = matrix + <usize>i * bytes;
    const ofV = v128.load_splat<T>(v + <usize>i * sizeof<T>());
    const ofW = v128.load_splat<T>(w + <usize>i * sizeof<T>());
    for (let at = from; at < bytes; at += 16) {
      const less = v128.relaxed_nmadd<T>(ofV, v128.load(w + at), v128.load(row + at));
      v128.store(row + at, v128.relaxed_nmadd<T>(ofW, v128.load(v + at), less));
    }
  }
}

/** Rows of Qt from the reflections, the last first: before reflection k they are those of a unit matrix up to row k. */
function accumulate<T>(reflections: usize, n: i32, factors: usize, rows: usize): void {
  const bytes = bytesOfRow<T>(n);
  memory.fill(rows, 0, bytes * <usize>n);
  for (let k = n - 1; k >= 0; k--) {
    store<T>(rows + <usize>k * bytes + <usize>k * sizeof<T>(), <T>1);
    const factor = <T>f64.load(factors + (<usize>k << 3));
    if (factor == 0) continue;
    const v = reflections + <usize>k * bytes;
    const from = (<usize>(k + 1) * sizeof<T>()) & ~63;
    for (let i = k + 1; i < n; i++) {
      const row = rows + <usize>i * bytes;
      const share = <T>(factor * rowProduct<T>(row + from, v + from, bytes - from));
      subtractMultiple<T>(row, v, share, from, bytes);
    }
  }
}

/** Implicit QL steps on T, [n] diagonal and beside it; their rotations turn the rows. */
function makeDiagonal<T>(n: i32, diagonal: usize, beside: usize, rotations: usize, rows: usize): void {
  const d = diagonal;
  const e = beside;
  let size: f64 = 0;
  for (let at: usize = 0; at < <usize>n << 3; at += 8)
    size = max(size, abs(f64.load(d + at)) + abs(f64.load(e + at)));
  // Nothing can be said of a matrix with a value that is no finite number.
  if (!(size < Infinity)) return;
  const least = size * (sizeof<T>() == 8 ? 2 ** -53 : 2 ** -24);
  for (let l = 0; l < n; l++)
    for (let step = 0; step < mostSteps; step++) {
      let m = l;
      while (m + 1 < n && abs(f64.load(e + (<usize>m << 3))) > least) m++;
      if (m == l) break;
      const low = chase(d, e, l, m, rotations);
      turnRows<T>(rows, bytesOfRow<T>(n), low, m, rotations);
    }
}

/** One QL step on rows l .. m of T with Wilkinson's shift; returns the least row that the rotations reach. */
function chase(d: usize, e: usize, l: i32, m: i32, rotations: usize): i32 {
  const first = <usize>l << 3;
  const last = <usize>m << 3;
  const beside = f64.load(e + first);
  const half = (f64.load(d + first, 8) - f64.load(d + first)) / (2 * beside);
  const root = sqrt<f64>(half * half + 1);
  let g = f64.load(d + last) - f64.load(d + first) + beside / (half + (half < 0 ? -root : root));
  let sine: f64 = 1;
  let cosine: f64 = 1;
  let p: f64 = 0;
  for (let i = m - 1; i >= l; i--) {
    const at = <usize>i << 3;
    const f = sine * f64.load(e + at);
    const b = cosine * f64.load(e + at);
    const r = sqrt<f64>(f * f + g * g);
    f64.store(e + at, r, 8);
    if (r == 0) {
      f64.store(d + at, f64.load(d + at, 8) - p, 8);
      f64.store(e + last, 0);
      return i + 1;
    }
    sine = f / r;
    cosine = g / r;
    g = f64.load(d + at, 8) - p;
    const q = (f64.load(d + at) - g) * sine + 2 * cosine * b;
    p = sine * q;
    f64.store(d + at, g + p, 8);
    g = cosine * q - b;
    f64.store(rotations + 2 * at, sine);
    f64.store(rotations + 2 * at, cosine, 8);
  }
  f64.store(d + first, f64.load(d + first) - p);
  f64.store(e + first, g);
  f64.store(e + last, 0);
  return l;
}

/** Rows m and m - 1, m - 1 and m - 2 ... low + 1 and low are turned in their planes: a row that two turns share stays in registers. */
function turnRows<T>(rows: usize, bytes: usize, low: i32, m: i32, rotations: usize): void {
  for (let at: usize = 0; at < bytes; at += 64) {
    let row = rows + <usize>m * bytes + at;
    let a0 = v128.load(row);
    let a1 = v128.load(row, 16);
    let a2 = v128.load(row, 32);
    let a3 = v128.load(row, 48);
    for (let i = m - 1; i >= low; i--) {
      const sine = v128.splat<T>(<T>f64.load(rotations + (<usize>i << 4)));
      const cosine = v128.splat<T>(<T>f64.load(rotations + (<usize>i << 4), 8));
      const other = row - bytes;
      const b0 = v128.load(other);
      const b1 = v128.load(other, 16);
      const b2 = v128.load(other, 32);
      const b3 = v128.load(other, 48);
      v128.store(row, v128.relaxed_madd<T>(sine, b0, v128.mul<T>(cosine, a0)));
      v128.store(row, v128.relaxed_madd<T>(sine, b1, v128.mul<T>(cosine, a1)), 16);
      v128.store(row, v128.relaxed_madd<T>(sine, b2, v128.mul<T>(cosine, a2)), 32);
      v128.store(row, v128.relaxed_madd<T>(sine, b3, v128.mul<T>(cosine, a3)), 48);
      a0 = v128.relaxed_nmadd<T>(sine, a0, v128.mul<T>(cosine, b0));
      a1 = v128.relaxed_nmadd<T>(sine, a1, v128.mul<T>(cosine, b1));
      a2 = v128.relaxed_nmadd<T>(sine, a2, v128.mul<T>(cosine, b2));
      a3 = v128.relaxed_nmadd<T>(sine, a3, v128.mul<T>(cosine, b3));
      row = other;
    }
    v128.store(row, a0);
    v128.store(row, a1, 16);
    v128.store(row, a2, 32);
    v128.store(row, a3, 48);
  }
}

@inline
function subtractMultiple<T>(row: usize, v: usize, factor: T, from: usize, bytes: usize): void {
  const factors = v128.splat<T>(factor);
  for (let at = from; at < bytes; at += 16)
    v128.store(row + at, v128.relaxed_nmadd<T>(factors, v128.load(v + at), v128.load(row + at)));
}
