// Orthogonal matching pursuit over the observed values of each signal, in double or in single precision. The atoms are turned,
// D_T [dimension x stride], so that the correlations of all of them with a residual are a sum of the rows of what is observed:
// missing values cost nothing. The chosen atoms are made orthogonal to one another (modified Gram-Schmidt, Q R), which loses
// fewer digits than their Gram matrix would.
//
// Rows have `stride` numbers, a whole number of 32 bytes; beyond the atoms they are 0.

import { combineRows } from './combine-rows';
import { addMultiple, innerProduct, paddedBytes } from './padded-rows';

/** Squared sine of the angle to the chosen atoms below which an atom counts as dependent on them. */
@inline
function dependence<T>(): f64 {
  return sizeof<T>() == 8 ? 1e-10 : 1e-5;
}

/** A correlation with an atom of unit norm below this part of the signal's norm is rounding. */
@inline
function noise<T>(): f64 {
  return sizeof<T>() == 8 ? 1e-12 : 1e-6;
}

// The pursuit at work. One instance serves one thread.
let stride: i32 = 0;
/** [dimension] by observed value: addresses of its row in D_T and in that of squares, and 1. */
let rows: usize = 0;
let squareRows: usize = 0;
let ones: usize = 0;
/** [dimension] observed values of the residual, and bytes of that row for the present signal. */
let residual: usize = 0;
let residualBytes: usize = 0;
/** [stride] correlations with the residual, reciprocal squared norms of what is observed, and what they say of an atom. */
let correlations: usize = 0;
let reciprocals: usize = 0;
let scores: usize = 0;
/** [most x dimension] Q, [most x most] the rows of R-transposed, [most] Qt y and the coefficients. */
let basis: usize = 0;
let basisBytes: usize = 0;
let factor: usize = 0;
let factorBytes: usize = 0;
let projections: usize = 0;
let solution: usize = 0;
/** [most] the atoms in the order in which they were chosen. */
let chosen: usize = 0;

/** Bytes that a pursuit of at most `most` atoms needs to work with, in numbers of so many bytes. */
export function maskedPursuitScratch(dimension: i32, strideOfRows: i32, most: i32, numberBytes: i32): i32 {
  return <i32>(numberBytes == 8
    ? place<f64>(0, dimension, strideOfRows, most)
    : place<f32>(0, dimension, strideOfRows, most));
}

/**
 * @param turned D_T [dimension x stride]
 * @param squares [dimension x stride] the squares of its numbers
 * @param signals [count x dimension]
 * @param mask [count x dimension] 0 where a value is missing; at address 0 where none is
 * @param nonzeros most atoms of a code
 * @param errorTarget squared error per observed value at which a code is good enough
 * @param nonNegative 1 where only positive coefficients are allowed
 * @param codes [count x atomCount], overwritten
 */
export function maskedPursuit32(
  turned: usize,
  squares: usize,
  dimension: i32,
  atomCount: i32,
  strideOfRows: i32,
  signals: usize,
  mask: usize,
  count: i32,
  nonzeros: i32,
  errorTarget: f64,
  nonNegative: i32,
  codes: usize,
  scratch: usize,
): void {
  codeAll<f32>(
    turned, squares, dimension, atomCount, strideOfRows, signals, mask, count, nonzeros, errorTarget, nonNegative, codes,
    scratch,
  );
}

/** As {@link maskedPursuit32}, in double precision. */
export function maskedPursuit64(
  turned: usize,
  squares: usize,
  dimension: i32,
  atomCount: i32,
  strideOfRows: i32,
  signals: usize,
  mask: usize,
  count: i32,
  nonzeros: i32,
  errorTarget: f64,
  nonNegative: i32,
  codes: usize,
  scratch: usize,
): void {
  codeAll<f64>(
    turned, squares, dimension, atomCount, strideOfRows, signals, mask, count, nonzeros, errorTarget, nonNegative, codes,
    scratch,
  );
}

/** Lays the scratch memory out from an address on; returns where it ends. */
function place<T>(address: usize, dimension: i32, strideOfRows: i32, most: i32): usize {
  stride = strideOfRows;
  const strideBytes = <usize>stride * sizeof<T>();
  basisBytes = paddedBytes<T>(dimension);
  factorBytes = <usize>most * sizeof<T>();
  residual = address;
  ones = residual + basisBytes;
  basis = ones + basisBytes;
  correlations = basis + <usize>most * basisBytes;
  reciprocals = correlations + strideBytes;
  scores = reciprocals + strideBytes;
  factor = scores + strideBytes;
  projections = factor + <usize>most * factorBytes;
  solution = projections + factorBytes;
  rows = solution + factorBytes;
  squareRows = rows + (<usize>dimension << 2);
  chosen = squareRows + (<usize>dimension << 2);
  return chosen + (<usize>most << 2);
}

function codeAll<T>(
  turned: usize,
  squares: usize,
  dimension: i32,
  atomCount: i32,
  strideOfRows: i32,
  signals: usize,
  mask: usize,
  count: i32,
  nonzeros: i32,
  errorTarget: f64,
  nonNegative: i32,
  codes: usize,
  scratch: usize,
): void {
  place<T>(scratch, dimension, strideOfRows, nonzeros);
  const rowBytes = <usize>dimension * sizeof<T>();
  const codeBytes = <usize>atomCount * sizeof<T>();
  const floor = v128.splat<T>(nonNegative != 0 ? <T>0 : <T>-Infinity);
  for (let i = 0; i < dimension; i++) put<T>(ones, i, <T>1);
  for (let s = 0; s < count; s++) {
    const observed = observe<T>(turned, squares, dimension, signals, mask);
    memory.fill(codes, 0, codeBytes);
    const size = pursue<T>(
      observed, min(nonzeros, min(observed, atomCount)), errorTarget * <f64>observed, floor, nonNegative != 0,
    );
    solve<T>(size);
    for (let j = 0; j < size; j++) put<T>(codes, atomAt(j), get<T>(solution, j));
    signals += rowBytes;
    if (mask) mask += rowBytes;
    codes += codeBytes;
  }
}

/** Lists what is observed of a signal, side by side; returns how many values. */
function observe<T>(turned: usize, squares: usize, dimension: i32, signal: usize, mask: usize): i32 {
  const strideBytes = <usize>stride * sizeof<T>();
  let count = 0;
  for (let i = 0; i < dimension; i++) {
    // Written in any case, and kept where the value is observed: no branch that could go either way.
    put<T>(residual, count, get<T>(signal, i));
    store<u32>(rows + (<usize>count << 2), <u32>turned);
    store<u32>(squareRows + (<usize>count << 2), <u32>squares);
    count += mask ? <i32>(get<T>(mask, i) != <T>0) : 1;
    turned += strideBytes;
    squares += strideBytes;
  }
  residualBytes = paddedBytes<T>(count);
  clearTail<T>(residual, count);
  return count;
}

/** Chooses atoms for the observed signal, which becomes the residual; returns how many. */
function pursue<T>(observed: i32, most: i32, errorTarget: f64, floor: v128, nonNegative: bool): i32 {
  const energy = innerProduct<T>(residual, residual, residualBytes);
  // Also false for NaN.
  if (!(energy > errorTarget && energy < Infinity)) return 0;
  combineRows<T>(ones, squareRows, observed, stride, reciprocals);
  invertPositive<T>();
  const least = noise<T>() * noise<T>() * energy;
  let size = 0;
  for (let left = energy; size < most && left > errorTarget; ) {
    combineRows<T>(residual, rows, observed, stride, correlations);
    const k = choose<T>(floor, least);
    if (k < 0 || !join<T>(k, size, observed)) break;
    if (nonNegative && !staysPositive<T>(size + 1)) break;
    addMultiple<T>(residual, basis + <usize>size * basisBytes, -get<T>(projections, size), residualBytes);
    size++;
    left = innerProduct<T>(residual, residual, residualBytes);
  }
  return size;
}

function staysPositive<T>(size: i32): bool {
  solve<T>(size);
  for (let j = 0; j < size; j++) if (!(get<T>(solution, j) > 0)) return false;
  return true;
}

/** The atom that explains most of the residual's energy, whatever of the atom is observed; -1 where none does. */
function choose<T>(floor: v128, least: f64): i32 {
  const end = <usize>stride * sizeof<T>();
  let best = v128.splat<T>(<T>0);
  for (let at: usize = 0; at < end; at += 16) {
    const c = v128.max<T>(v128.load(correlations + at), floor);
    const score = v128.mul<T>(v128.mul<T>(c, c), v128.load(reciprocals + at));
    v128.store(scores + at, score);
    best = v128.pmax<T>(best, score);
  }
  let most = v128.extract_lane<T>(best, 0);
  for (let lane = 1; lane < <i32>(16 / sizeof<T>()); lane++) {
    best = sizeof<T>() == 8 ? v128.shuffle<f64>(best, best, 1, 0) : v128.shuffle<f32>(best, best, 1, 2, 3, 0);
    most = max<T>(most, v128.extract_lane<T>(best, 0));
  }
  if (!(<f64>most > least)) return -1;
  const wanted = v128.splat<T>(most);
  let at: usize = 0;
  while (!v128.any_true(v128.eq<T>(v128.load(scores + at), wanted))) at += 16;
  let k = <i32>(at / sizeof<T>());
  while (get<T>(scores, k) != most) k++;
  return k;
}

/** Makes what is observed of an atom orthogonal to the chosen ones, and takes it in; false where it depends on them. */
function join<T>(k: i32, size: i32, observed: i32): bool {
  const own = basis + <usize>size * basisBytes;
  const offset = <usize>k * sizeof<T>();
  for (let i = 0; i < observed; i++)
    put<T>(own, i, load<T>(<usize>load<u32>(rows + (<usize>i << 2)) + offset));
  clearTail<T>(own, observed);
  const column = factor + <usize>size * factorBytes;
  const square = innerProduct<T>(own, own, residualBytes);
  for (let j = 0; j < size; j++) {
    const earlier = basis + <usize>j * basisBytes;
    const product = <T>innerProduct<T>(earlier, own, residualBytes);
    put<T>(column, j, product);
    addMultiple<T>(own, earlier, -product, residualBytes);
  }
  const left = innerProduct<T>(own, own, residualBytes);
  if (!(left > dependence<T>() * square)) return false;
  const norm = sqrt<f64>(left);
  put<T>(column, size, <T>norm);
  const reciprocal = v128.splat<T>(<T>(1 / norm));
  for (let at: usize = 0; at < residualBytes; at += 16)
    v128.store(own + at, v128.mul<T>(reciprocal, v128.load(own + at)));
  put<T>(projections, size, <T>innerProduct<T>(own, residual, residualBytes));
  store<i32>(chosen + (<usize>size << 2), k);
  put<T>(reciprocals, k, <T>0);
  return true;
}

/** R x = Qt y for the leading atoms. */
function solve<T>(size: i32): void {
  for (let i = size - 1; i >= 0; i--) {
    let sum = get<T>(projections, i);
    for (let j = i + 1; j < size; j++) sum -= get<T>(factor + <usize>j * factorBytes, i) * get<T>(solution, j);
    put<T>(solution, i, sum / get<T>(factor + <usize>i * factorBytes, i));
  }
}

/** The reciprocals of what is positive, 0 for the rest: atoms of which nothing is observed are never chosen. */
function invertPositive<T>(): void {
  const zero = v128.splat<T>(<T>0);
  const one = v128.splat<T>(<T>1);
  for (let at: usize = 0; at < <usize>stride * sizeof<T>(); at += 16) {
    const square = v128.load(reciprocals + at);
    v128.store(reciprocals + at, v128.and(v128.div<T>(one, square), v128.gt<T>(square, zero)));
  }
}

/** Fills the last vector of a row up with zeros. */
@inline
function clearTail<T>(row: usize, count: i32): void {
  for (let i = count; i & <i32>(16 / sizeof<T>() - 1); i++) put<T>(row, i, <T>0);
}

@inline
function atomAt(j: i32): i32 {
  return load<i32>(chosen + (<usize>j << 2));
}

@inline
function get<T>(row: usize, i: i32): T {
  return load<T>(row + <usize>i * sizeof<T>());
}

@inline
function put<T>(row: usize, i: i32, value: T): void {
  store<T>(row + <usize>i * sizeof<T>(), value);
}
