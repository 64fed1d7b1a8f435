import { Matrix, QrDecomposition } from 'ml-matrix';
import { checkVector, denseMatrix, transposed, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { gramOfRows, timesTranspose } from '../linalg/products.ts';
import { addScaled, innerProduct, squaredNorm } from '../linalg/vectors.ts';
import { jointNewtonStep } from './joint-newton-step.ts';

export interface JointOptions {
  /** Stop once no optimality condition is violated by more than this share of the largest target. @default 1e-8 */
  readonly tolerance?: number;
  /** Most sweeps. @default 10000 */
  readonly maxIterations?: number;
}

/** Joint codes on the way; by atom, so that what belongs to one lies side by side. */
export interface JointState {
  /** Gram matrix D Dt [n x n]. */
  readonly G: Float64Array;
  readonly n: number;
  /** Signals. */
  readonly count: number;
  readonly penalty: number;
  /** [n x count] coefficients. */
  readonly x: Float64Array;
  /** [n x count] inner products of the atoms with what the codes leave of the signals. */
  readonly rest: Float64Array;
}

/** Sweeps before a Newton step, where that costs no more than they. */
const fewestSweeps = 4;
/** The atoms in use are solved to this share of what a sweep over all last moved. */
const innerShare = 0.3;

/**
 * Codes of signals that share their atoms: least 1/2 |Y - X D|^2 + lambda sum_k |x_k|, where x_k are the coefficients of
 * atom k in all signals, so that an atom is used by many signals or by none (the l2,1 norm; Yuan & Lin, JRSS B 68,
 * 2006). By block coordinate descent, one atom at a time, on inner products, and Newton's steps on the atoms in use.
 * Many signals are turned, which changes no norm, so that all but as many as there are dimensions are zero.
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
  const { rows: count, columns: dimension } = signals;
  checkVector(codes.values, count * atoms.rows, 'codes');
  checkVector(signals.values, count * atoms.columns, 'signals');
  if (count <= dimension) return turnedCodes(atoms, signals, penalty, codes, { tolerance, maxIterations });
  const { orthogonalMatrix, upperTriangularMatrix } = new QrDecomposition(
    Matrix.from1DArray(count, dimension, signals.values),
  );
  const turn = denseMatrix(count, dimension, orthogonalMatrix.to1DArray());
  const turned = denseMatrix(dimension, dimension, upperTriangularMatrix.to1DArray());
  const found = denseMatrix(dimension, atoms.rows, new Float64Array(dimension * atoms.rows));
  const met = turnedCodes(atoms, turned, penalty, found, { tolerance, maxIterations });
  codes.values.set(timesTranspose(turn, transposed(found)).values);
  return met;
}

function turnedCodes(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  penalty: number,
  codes: DenseMatrix,
  { tolerance, maxIterations }: Required<JointOptions>,
): boolean {
  const n = atoms.rows;
  const count = signals.rows;
  const { values: G } = gramOfRows(atoms);
  const { values: targets } = timesTranspose(atoms, signals);
  const rest = targets.slice();
  const x = new Float64Array(n * count);
  const state = { G, n, count, penalty, x, rest };
  const wanted = new Float64Array(count);
  let largest = 0;
  for (let k = 0; k < n; k++)
    largest = Math.max(largest, Math.sqrt(innerProduct(rest, k * count, rest, k * count, count)));
  const goal = tolerance * largest;

  /** Makes one atom's coefficients optimal, and keeps `rest` of the atoms among the given ones up to date. */
  const update = (k: number, among: readonly number[]): number => {
    const square = G[k * n + k]!;
    if (!(square > 0)) return 0;
    const at = k * count;
    for (let i = 0; i < count; i++) wanted[i] = rest[at + i]! + square * x[at + i]!;
    const norm = Math.sqrt(squaredNorm(wanted));
    const factor = norm > penalty ? (1 - penalty / norm) / square : 0;
    for (let i = 0; i < count; i++) {
      const fresh = factor * wanted[i]!;
      wanted[i] = x[at + i]! - fresh;
      x[at + i] = fresh;
    }
    const moved = squaredNorm(wanted);
    if (moved === 0) return 0;
    for (const j of among) addScaled(G[k * n + j]!, wanted, 0, rest, j * count, count);
    return Math.sqrt(moved) * square;
  };
  const sweep = (among: readonly number[], kept: readonly number[]) =>
    among.reduce((worst, k) => Math.max(worst, update(k, kept)), 0);

  const all = Array.from({ length: n }, (_, k) => k);
  for (let sweeps = 0; ;) {
    let worst = sweep(all, all);
    sweeps++;
    if (worst <= goal || sweeps >= maxIterations) {
      codes.values.set(transposed({ rows: n, columns: count, values: x }).values);
      return worst <= goal;
    }
    const innerGoal = Math.max(goal, innerShare * worst);
    const active = atomsInUse(state, all);
    // A step costs about m^3 + 3 m^2 count, a sweep m^2 count.
    const untilStep = Math.max(fewestSweeps, active.length / count + 3);
    for (let since = 1; worst > innerGoal && sweeps < maxIterations; since++) {
      worst = sweep(active, active);
      sweeps++;
      if (since < untilStep || worst <= innerGoal) continue;
      if (penalty > 0) jointNewtonStep(state, atomsInUse(state, active), active);
      since = 0;
    }
    const isActive = new Set(active);
    for (const j of all) {
      if (isActive.has(j)) continue;
      rest.set(targets.subarray(j * count, (j + 1) * count), j * count);
      for (const k of active) addScaled(-G[k * n + j]!, x, k * count, rest, j * count, count);
    }
  }
}

function atomsInUse({ count, x }: JointState, among: readonly number[]): number[] {
  return among.filter((k) => innerProduct(x, k * count, x, k * count, count) > 0);
}
