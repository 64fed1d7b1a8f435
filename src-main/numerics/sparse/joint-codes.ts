import { checkVector, transposed, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { gramOfRows, timesTranspose } from '../linalg/products.ts';
import { addScaled, innerProduct, squaredNorm } from '../linalg/vectors.ts';

export interface JointOptions {
  /** Stop once no optimality condition is violated by more than this share of the largest target. @default 1e-8 */
  readonly tolerance?: number;
  /** Most sweeps. @default 10000 */
  readonly maxIterations?: number;
}

/**
 * Codes of signals that share their atoms: least 1/2 |Y - X D|^2 + lambda sum_k |x_k|, where x_k are the coefficients of
 * atom k in all signals, so that an atom is used by many signals or by none (the l2,1 norm; Yuan & Lin, JRSS B 68,
 * 2006). By block coordinate descent, one atom at a time, on inner products.
 *
 * @param atoms D [atomCount x dimension]
 * @param signals Y [count x dimension]
 * @param penalty lambda, at least 0
 * @param codes X [count x atomCount], overwritten
 * @returns whether the conditions were met within the sweeps allowed
 * @throws RangeError when shapes do not fit
 */
export function jointCodes(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  penalty: number,
  codes: DenseMatrix,
  { tolerance = 1e-8, maxIterations = 10_000 }: JointOptions = {},
): boolean {
  const n = atoms.rows;
  const count = signals.rows;
  checkVector(codes.values, count * n, 'codes');
  const { values: G } = gramOfRows(atoms);
  // By atom: what belongs to one lies side by side.
  const { values: rest } = timesTranspose(atoms, signals);
  const x = new Float64Array(n * count);
  const wanted = new Float64Array(count);
  let largest = 0;
  for (let k = 0; k < n; k++)
    largest = Math.max(largest, Math.sqrt(innerProduct(rest, k * count, rest, k * count, count)));
  const goal = tolerance * largest;

  const update = (k: number): number => {
    const square = G[k * n + k]!;
    if (!(square > 0)) return 0;
    const at = k * count;
    for (let i = 0; i < count; i++) wanted[i] = rest[at + i]! + square * x[at + i]!;
    const norm = Math.sqrt(squaredNorm(wanted));
    const factor = norm > penalty ? (1 - penalty / norm) / square : 0;
    let moved = 0;
    for (let i = 0; i < count; i++) {
      const fresh = factor * wanted[i]!;
      wanted[i] = x[at + i]! - fresh;
      x[at + i] = fresh;
      moved += wanted[i]! ** 2;
    }
    if (moved === 0) return 0;
    for (let j = 0; j < n; j++) addScaled(G[k * n + j]!, wanted, 0, rest, j * count, count);
    return Math.sqrt(moved) * square;
  };

  let met = false;
  for (let sweeps = 0; !met && sweeps < maxIterations;) {
    const active: number[] = [];
    let worst = 0;
    for (let k = 0; k < n; k++) {
      worst = Math.max(worst, update(k));
      if (isUsed(x, k, count)) active.push(k);
    }
    sweeps++;
    met = worst <= goal;
    while (worst > goal && sweeps < maxIterations) {
      worst = active.reduce((most, k) => Math.max(most, update(k)), 0);
      sweeps++;
    }
  }
  codes.values.set(transposed({ rows: n, columns: count, values: x }).values);
  return met;
}

function isUsed(x: Float64Array, k: number, count: number): boolean {
  for (let i = k * count; i < (k + 1) * count; i++) if (x[i] !== 0) return true;
  return false;
}
