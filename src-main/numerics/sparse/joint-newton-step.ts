import { factorise, solveFactorised, tryFactorise } from '../linalg/cholesky-in-place.ts';
import { gramOfRows } from '../linalg/products.ts';
import { addScaled, innerProduct } from '../linalg/vectors.ts';
import type { JointProblem } from './joint-descent.ts';

/** Joint codes on the way. */
export interface JointState extends Omit<JointProblem, 'targets'> {
  /** [n x count] coefficients. */
  readonly x: Float64Array;
  /** [n x count] inner products of the atoms with what the codes leave of the signals. */
  readonly rest: Float64Array;
}

/** A step is halved at most so often before sweeps are left to do better. */
const mostHalvings = 4;

/**
 * Newton's step for joint codes, on the atoms in use: with u_k = x_k / |x_k| the second derivative there is
 *
 *     (G + diag(lambda / |x_k|)) (x) I  -  blockdiag(lambda / |x_k| u_k u_kt),
 *
 * which Woodbury's identity solves at the price of two systems of as many unknowns as there are atoms in use. Shortened
 * until the objective falls.
 *
 * @param state with a positive penalty; moved
 * @param active atoms whose coefficients are not 0
 * @param kept atoms, the active ones among them, whose `rest` is to stay up to date
 * @returns whether a step was made
 */
export function jointNewtonStep(
  { G, n, count, penalty, x, rest }: JointState,
  active: readonly number[],
  kept: readonly number[],
): boolean {
  const m = active.length;
  const norms = active.map((k) => Math.sqrt(innerProduct(x, k * count, x, k * count, count)));
  const units = new Float64Array(m * count);
  const slope = new Float64Array(m * count);
  const curved = new Float64Array(m * m);
  active.forEach((k, a) => {
    for (let i = 0; i < count; i++) {
      const unit = x[k * count + i]! / norms[a]!;
      units[a * count + i] = unit;
      slope[a * count + i] = rest[k * count + i]! - penalty * unit;
    }
    for (let b = 0; b < m; b++) curved[a * m + b] = G[k * n + active[b]!]!;
    curved[a * m + a]! += penalty / norms[a]!;
  });
  const inverse = invert(curved, m);
  const solved = multiply(inverse, slope, m, count);
  const { values: alike } = gramOfRows({ rows: m, columns: count, values: units });
  const lengthening = new Float64Array(m);
  for (let a = 0; a < m; a++) {
    lengthening[a] = innerProduct(units, a * count, solved, a * count, count);
    for (let b = 0; b < m; b++) alike[a * m + b]! *= -inverse[a * m + b]!;
    alike[a * m + a]! += norms[a]! / penalty;
  }
  // Where lengths can be traded between atoms at no cost, there is no one step to make.
  if (!tryFactorise(alike, m)) return false;
  solveFactorised(alike, m, lengthening);
  for (let a = 0; a < m; a++) addScaled(lengthening[a]!, units, a * count, slope, a * count, count);
  const direction = multiply(inverse, slope, m, count);

  const image = new Float64Array(n * count);
  for (const j of kept)
    for (let a = 0; a < m; a++)
      addScaled(G[active[a]! * n + j]!, direction, a * count, image, j * count, count);
  const rise = (length: number): number => {
    let sum = 0;
    active.forEach((k, a) => {
      const [at, from] = [k * count, a * count];
      const along = innerProduct(x, at, direction, from, count);
      const square = innerProduct(direction, from, direction, from, count);
      const longer = (2 * along + length * square) * length;
      const norm = Math.sqrt(Math.max(norms[a]! * norms[a]! + longer, 0));
      sum += (penalty * longer) / (norm + norms[a]!);
      sum -= length * innerProduct(rest, at, direction, from, count);
      sum += ((length * length) / 2) * innerProduct(image, at, direction, from, count);
    });
    return sum;
  };
  let length = 1;
  for (let halvings = 0; rise(length) > 0; halvings++, length /= 2)
    if (halvings === mostHalvings) return false;
  active.forEach((k, a) => {
    addScaled(length, direction, a * count, x, k * count, count);
  });
  addScaled(-length, image, 0, rest, 0, n * count);
  return true;
}

/** The inverse of a symmetric positive definite matrix [m x m], which is overwritten. */
function invert(matrix: Float64Array, m: number): Float64Array {
  factorise(matrix, m);
  const inverse = new Float64Array(m * m);
  for (let a = 0; a < m; a++) {
    const column = inverse.subarray(a * m, (a + 1) * m);
    column[a] = 1;
    solveFactorised(matrix, m, column);
  }
  return inverse;
}

/** A B for A [m x m] and B [m x count]. */
function multiply(a: Float64Array, b: Float64Array, m: number, count: number): Float64Array {
  const product = new Float64Array(m * count);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < m; j++) addScaled(a[i * m + j]!, b, j * count, product, i * count, count);
  return product;
}
