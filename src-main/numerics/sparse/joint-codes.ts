import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { checkVector, denseMatrix, transposed, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { gramOfRows, timesTranspose } from '../linalg/products.ts';
import { addScaled, innerProduct, squaredNorm } from '../linalg/vectors.ts';
import { atomsInUse, type JointDescent, type JointProblem } from './joint-descent.ts';
import { jointNewtonStep } from './joint-newton-step.ts';
import { kernelDescent } from './kernel-joint-descent.ts';
import { turnSignals } from './turned-signals.ts';

export interface JointOptions extends KernelOptions {
  /**
   * Stop once no optimality condition is violated by more than this share of the largest target. Single precision seldom
   * reaches less than 1e-6. @default 1e-8, in single precision 1e-5
   */
  readonly tolerance?: number;
  /** Most sweeps. @default 10000 */
  readonly maxIterations?: number;
}

const standardTolerances = { double: 1e-8, single: 1e-5 } as const;
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
 * @param codes X [count x atomCount], overwritten; all 0 where a value of the signals is not finite
 * @param kernels with them signals are turned and sweeps done in WebAssembly, the latter in the precision asked for
 * @returns whether the conditions were met within the sweeps allowed
 * @throws RangeError when shapes do not fit, or the penalty is less than 0
 */
export function jointCodes(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  penalty: number,
  codes: DenseMatrix,
  {
    precision = 'double',
    tolerance = standardTolerances[precision],
    maxIterations = 10_000,
  }: JointOptions = {},
  kernels?: Kernels,
): boolean {
  const { rows: count, columns: dimension } = signals;
  checkVector(codes.values, count * atoms.rows, 'codes');
  checkVector(signals.values, count * atoms.columns, 'signals');
  if (!(penalty >= 0)) throw new RangeError(`A penalty cannot be ${penalty}.`);
  if (!(squaredNorm(signals.values) < Infinity)) {
    codes.values.fill(0);
    return false;
  }
  const options = { precision, tolerance, maxIterations };
  if (count <= dimension) return turnedCodes(atoms, signals, penalty, codes, options, kernels);
  const { turn, turned } = turnSignals(signals, kernels);
  const found = denseMatrix(dimension, atoms.rows, new Float64Array(dimension * atoms.rows));
  const met = turnedCodes(atoms, turned, penalty, found, options, kernels);
  codes.values.set(timesTranspose(turn, transposed(found), kernels).values);
  return met;
}

function turnedCodes(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  penalty: number,
  codes: DenseMatrix,
  { tolerance, maxIterations, precision }: Required<JointOptions>,
  kernels?: Kernels,
): boolean {
  const n = atoms.rows;
  const count = signals.rows;
  const { values: G } = kernels ? timesTranspose(atoms, atoms, kernels) : gramOfRows(atoms);
  const { values: targets } = timesTranspose(atoms, signals, kernels);
  let largest = 0;
  for (let k = 0; k < n; k++)
    largest = Math.max(largest, Math.sqrt(innerProduct(targets, k * count, targets, k * count, count)));
  const goal = tolerance * largest;
  const problem = { G, n, count, penalty, targets };
  const solve = (descent: JointDescent): boolean => {
    const met = descend(descent, n, count, goal, maxIterations);
    codes.values.set(transposed({ rows: n, columns: count, values: descent.coefficients() }).values);
    return met;
  };
  if (!kernels) return solve(plainDescent(problem));
  return kernels.scoped(() => solve(kernelDescent(kernels, problem, precision)));
}

/** Sweeps over all atoms, and between them over those in use, until no sweep over all moves more than the goal. */
function descend(
  descent: JointDescent,
  n: number,
  count: number,
  goal: number,
  maxIterations: number,
): boolean {
  const all = Array.from({ length: n }, (_, k) => k);
  for (let sweeps = 0; ;) {
    let worst = descent.sweep(all);
    sweeps++;
    if (worst <= goal || sweeps >= maxIterations) return worst <= goal;
    const innerGoal = Math.max(goal, innerShare * worst);
    const active = descent.inUse(all);
    // A step costs about m^3 + 3 m^2 count, a sweep m^2 count, or less by kernels.
    const untilStep = descent.pace * Math.max(fewestSweeps, active.length / count + 3);
    for (let since = 1; worst > innerGoal && sweeps < maxIterations; since++) {
      worst = descent.sweep(active);
      sweeps++;
      if (since < untilStep || worst <= innerGoal) continue;
      descent.step(active);
      since = 0;
    }
    descent.leave(active);
  }
}

/** In double precision, following what the codes leave of the atoms at work. */
function plainDescent({ G, n, count, penalty, targets }: JointProblem): JointDescent {
  const rest = targets.slice();
  const x = new Float64Array(n * count);
  const state = { G, n, count, penalty, x, rest };
  const wanted = new Float64Array(count);

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
  return {
    pace: 1,
    sweep: (among) => among.reduce((worst, k) => Math.max(worst, update(k, among)), 0),
    inUse: (among) => atomsInUse(x, count, among),
    step(among) {
      if (penalty > 0) jointNewtonStep(state, atomsInUse(x, count, among), among);
    },
    leave(among) {
      const isActive = new Set(among);
      for (let j = 0; j < n; j++) {
        if (isActive.has(j)) continue;
        rest.set(targets.subarray(j * count, (j + 1) * count), j * count);
        for (const k of among) addScaled(-G[k * n + j]!, x, k * count, rest, j * count, count);
      }
    },
    coefficients: () => x,
  };
}
