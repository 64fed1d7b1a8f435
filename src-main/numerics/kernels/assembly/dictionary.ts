// What learning a dictionary does to every row of a residual matrix R [count x dimension] = signals - codes D. The
// users of an atom are the rows whose code holds it; `places` says where in the coefficients each of them keeps it.
import { addScaled, sumOfLanes, sumOfSquares } from './vectors';

/**
 * sum [dimension] += coefficient * row of R, over the users. Returns the sum of the squared coefficients.
 * Two rows at a time, so that the sum is loaded and stored half as often.
 */
export function weightedResidualSum(
  residuals: usize,
  dimension: i32,
  users: usize,
  places: usize,
  userCount: i32,
  coefficients: usize,
  sum: usize,
): f32 {
  let squares: f32 = 0;
  let u: i32 = 0;
  for (; u + 2 <= userCount; u += 2) {
    const a = userRow(residuals, dimension, users, u);
    const b = userRow(residuals, dimension, users, u + 1);
    const ga = f32.load(place(coefficients, places, u));
    const gb = f32.load(place(coefficients, places, u + 1));
    squares += ga * ga + gb * gb;
    addTwoScaled(sum, a, ga, b, gb, dimension);
  }
  if (u < userCount) {
    const g = f32.load(place(coefficients, places, u));
    squares += g * g;
    addScaled(sum, userRow(residuals, dimension, users, u), g, dimension);
  }
  return squares;
}

/**
 * For every user: the residual without the old atom, e = r + g old, then the best coefficient for the new one,
 * g = e . new (unit norm), then r = e - g new. Coefficients and residuals are overwritten.
 */
export function exchangeAtom(
  residuals: usize,
  dimension: i32,
  users: usize,
  places: usize,
  userCount: i32,
  coefficients: usize,
  oldAtom: usize,
  newAtom: usize,
): void {
  const overlap = dot(oldAtom, newAtom, dimension);
  for (let u: i32 = 0; u < userCount; u++) {
    const row = userRow(residuals, dimension, users, u);
    const coefficient = place(coefficients, places, u);
    const old = f32.load(coefficient);
    const fresh = dot(row, newAtom, dimension) + old * overlap;
    f32.store(coefficient, fresh);
    addTwoScaled(row, oldAtom, old, newAtom, -fresh, dimension);
  }
}

/**
 * gram [dimension x dimension] += Et E, where the rows of E are the users' residuals without the atom, r + g atom.
 * Only the blocks on and right of the diagonal are complete.
 *
 * @param scratch four rows
 */
export function restrictedErrorGram(
  residuals: usize,
  dimension: i32,
  users: usize,
  places: usize,
  userCount: i32,
  coefficients: usize,
  atom: usize,
  gram: usize,
  scratch: usize,
): void {
  const rowBytes = <usize>dimension << 2;
  for (let u: i32 = 0; u < userCount; u += 4) {
    const rows = min(4, userCount - u);
    for (let i: i32 = 0; i < rows; i++) {
      const error = scratch + <usize>i * rowBytes;
      memory.copy(error, userRow(residuals, dimension, users, u + i), rowBytes);
      addScaled(error, atom, f32.load(place(coefficients, places, u + i)), dimension);
    }
    if (rows < 4) memory.fill(scratch + <usize>rows * rowBytes, 0, <usize>(4 - rows) * rowBytes);
    for (let a: i32 = 0; a < dimension; a++) {
      // Starting on a multiple of four keeps the loop aligned; the few values left of the diagonal cost nothing.
      const from = a & ~3;
      const shift = <usize>from << 2;
      const entry = scratch + (<usize>a << 2);
      addFourScaled(gram + <usize>a * rowBytes + shift, scratch + shift, rowBytes, entry, rowBytes, dimension - from);
    }
  }
}

/** energies [count] = squared norm of every row of R; returns their sum in double precision. */
export function residualEnergies(residuals: usize, count: i32, dimension: i32, energies: usize): f64 {
  let total: f64 = 0;
  for (let i: i32 = 0; i < count; i++) {
    const energy = sumOfSquares(residuals, dimension);
    f32.store(energies, energy);
    total += <f64>energy;
    residuals += <usize>dimension << 2;
    energies += 4;
  }
  return total;
}

/** step [dimension] = b - sum over k of a_k d_k: the gradient step of one atom in online dictionary learning. */
export function onlineAtomStep(atoms: usize, atomCount: i32, dimension: i32, a: usize, b: usize, step: usize): void {
  const rowBytes = <usize>dimension << 2;
  memory.fill(step, 0, rowBytes);
  let k: i32 = 0;
  for (; k + 4 <= atomCount; k += 4) {
    addFourScaled(step, atoms, rowBytes, a, 4, dimension);
    a += 16;
    atoms += 4 * rowBytes;
  }
  for (; k < atomCount; k++) {
    addScaled(step, atoms, f32.load(a), dimension);
    a += 4;
    atoms += rowBytes;
  }
  for (let i: i32 = 0; i < dimension; i++) {
    f32.store(step, f32.load(b) - f32.load(step));
    b += 4;
    step += 4;
  }
}

/**
 * codeProducts [atomCount x atomCount] += weight x xt and patchProducts [atomCount x dimension] += weight x yt, for
 * every code x and its signal y.
 */
export function addCodeProducts(
  signals: usize,
  count: i32,
  dimension: i32,
  atomCount: i32,
  codeLength: i32,
  indices: usize,
  coefficients: usize,
  sizes: usize,
  weight: f32,
  codeProducts: usize,
  patchProducts: usize,
): void {
  const rowBytes = <usize>dimension << 2;
  const codeBytes = <usize>codeLength << 2;
  for (let row: i32 = 0; row < count; row++) {
    const end = <usize>i32.load(sizes + (<usize>row << 2)) << 2;
    for (let p: usize = 0; p < end; p += 4) {
      const factor = weight * f32.load(coefficients + p);
      const atom = <usize>i32.load(indices + p);
      const products = codeProducts + ((atom * atomCount) << 2);
      for (let q: usize = 0; q < end; q += 4) {
        const entry = products + (<usize>i32.load(indices + q) << 2);
        f32.store(entry, f32.load(entry) + factor * f32.load(coefficients + q));
      }
      addScaled(patchProducts + atom * rowBytes, signals, factor, dimension);
    }
    signals += rowBytes;
    indices += codeBytes;
    coefficients += codeBytes;
  }
}

/** values [length] *= factor. */
export function scale(values: usize, length: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  let i: i32 = 0;
  for (; i + 4 <= length; i += 4) {
    v128.store(values, f32x4.mul(factors, v128.load(values)));
    values += 16;
  }
  for (; i < length; i++) {
    f32.store(values, factor * f32.load(values));
    values += 4;
  }
}

@inline
function userRow(residuals: usize, dimension: i32, users: usize, u: i32): usize {
  return residuals + ((<usize>i32.load(users + (<usize>u << 2)) * dimension) << 2);
}

@inline
function place(coefficients: usize, places: usize, u: i32): usize {
  return coefficients + (<usize>i32.load(places + (<usize>u << 2)) << 2);
}

function dot(x: usize, y: usize, length: i32): f32 {
  let even = f32x4.splat(0);
  let odd = f32x4.splat(0);
  let i: i32 = 0;
  for (; i + 8 <= length; i += 8) {
    even = f32x4.relaxed_madd(v128.load(x), v128.load(y), even);
    odd = f32x4.relaxed_madd(v128.load(x, 16), v128.load(y, 16), odd);
    x += 32;
    y += 32;
  }
  let tail: f32 = 0;
  for (; i < length; i++) {
    tail += f32.load(x) * f32.load(y);
    x += 4;
    y += 4;
  }
  return sumOfLanes(f32x4.add(even, odd)) + tail;
}

/** target += p x + q y, over length values. */
function addTwoScaled(target: usize, x: usize, p: f32, y: usize, q: f32, length: i32): void {
  const ps = f32x4.splat(p);
  const qs = f32x4.splat(q);
  let i: i32 = 0;
  for (; i + 4 <= length; i += 4) {
    const first = f32x4.relaxed_madd(ps, v128.load(x), v128.load(target));
    v128.store(target, f32x4.relaxed_madd(qs, v128.load(y), first));
    target += 16;
    x += 16;
    y += 16;
  }
  for (; i < length; i++) {
    f32.store(target, f32.load(target) + p * f32.load(x) + q * f32.load(y));
    target += 4;
    x += 4;
    y += 4;
  }
}

/** target += the sum of four rows, each times its own factor; the factors lie factorBytes apart. */
function addFourScaled(
  target: usize,
  rows: usize,
  rowBytes: usize,
  factors: usize,
  factorBytes: usize,
  length: i32,
): void {
  const p = f32.load(factors);
  const q = f32.load(factors + factorBytes);
  const r = f32.load(factors + 2 * factorBytes);
  const s = f32.load(factors + 3 * factorBytes);
  const ps = f32x4.splat(p);
  const qs = f32x4.splat(q);
  const rs = f32x4.splat(r);
  const ss = f32x4.splat(s);
  const second = rows + rowBytes;
  const third = second + rowBytes;
  const fourth = third + rowBytes;
  let offset: usize = 0;
  let i: i32 = 0;
  for (; i + 4 <= length; i += 4) {
    let sum = f32x4.relaxed_madd(ps, v128.load(rows + offset), v128.load(target + offset));
    sum = f32x4.relaxed_madd(qs, v128.load(second + offset), sum);
    sum = f32x4.relaxed_madd(rs, v128.load(third + offset), sum);
    v128.store(target + offset, f32x4.relaxed_madd(ss, v128.load(fourth + offset), sum));
    offset += 16;
  }
  for (; i < length; i++) {
    const sum = p * f32.load(rows + offset) + q * f32.load(second + offset);
    f32.store(
      target + offset,
      f32.load(target + offset) + (sum + r * f32.load(third + offset) + s * f32.load(fourth + offset)),
    );
    offset += 4;
  }
}
