import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { timesVector, transposeTimesVector } from '../linalg/products.ts';
import { absoluteSum, dot, squaredNorm } from '../linalg/vectors.ts';

/**
 * The lasso (Tibshirani, JRSS B 58, 1996; in sparse coding, basis pursuit denoising): minimise over x
 *
 *     1/2 |y - Dt x|^2 + lambda |x|_1
 *
 * where the rows of D are atoms. scikit-learn's `alpha` is lambda divided by the number of samples.
 */
export interface LassoProblem {
  /** D [atomCount x dimension], any norms. */
  readonly atoms: DenseMatrix;
  /** y [dimension] */
  readonly signal: Float64Array;
  /** lambda, in the unit of the inner product of an atom and the signal, at least 0. */
  readonly penalty: number;
  /** Minimise over x >= 0. @default false */
  readonly nonNegative?: boolean;
}

export interface LassoStopping {
  /** Stop once the duality gap is at or below this share of |y|^2 / 2. @default 1e-10 */
  readonly tolerance?: number;
  /** @default 10000 */
  readonly maxIterations?: number;
}

export interface LassoReport {
  /** 1/2 |y - Dt x|^2 + lambda |x|_1 */
  readonly objective: number;
  /** How far the objective may at most be above the least possible. */
  readonly gap: number;
  /** Sweeps or steps made. */
  readonly iterations: number;
  /** Whether the gap reached its goal. */
  readonly converged: boolean;
}

export const lassoDefaults = { tolerance: 1e-10, maxIterations: 10_000 } as const;

/** @throws RangeError when the shapes or the penalty do not fit */
export function checkLasso({ atoms, signal, penalty }: LassoProblem, coefficients: Float64Array): void {
  checkVector(signal, atoms.columns, 'signal');
  checkVector(coefficients, atoms.rows, 'coefficients');
  if (!(penalty >= 0 && Number.isFinite(penalty))) throw new RangeError(`A penalty cannot be ${penalty}.`);
}

/** Writes y - Dt x to `residual` [dimension]. */
export function lassoResidual(
  { atoms, signal }: LassoProblem,
  coefficients: Float64Array,
  residual: Float64Array,
): void {
  transposeTimesVector(atoms, coefficients, residual);
  for (let i = 0; i < residual.length; i++) residual[i] = signal[i]! - residual[i]!;
}

/** The objective for given coefficients [atomCount]. */
export function lassoObjective(problem: LassoProblem, coefficients: Float64Array): number {
  const residual = new Float64Array(problem.signal.length);
  lassoResidual(problem, coefficients, residual);
  return squaredNorm(residual) / 2 + problem.penalty * absoluteSum(coefficients);
}

/**
 * The largest violation of the optimality conditions (Karush, Kuhn, Tucker), in the unit of the penalty: with
 * correlations c = D (y - Dt x), c_k = lambda sign(x_k) where x_k is not 0, |c_k| <= lambda where it is (c_k <= lambda
 * for non-negative codes). 0 exactly at a solution.
 */
export function lassoKktResidual(problem: LassoProblem, coefficients: Float64Array): number {
  checkLasso(problem, coefficients);
  const { atoms, signal, penalty, nonNegative = false } = problem;
  const residual = new Float64Array(signal.length);
  const correlations = new Float64Array(atoms.rows);
  lassoResidual(problem, coefficients, residual);
  timesVector(atoms, residual, correlations);
  let worst = 0;
  correlations.forEach((c, k) => {
    const x = coefficients[k]!;
    const violation =
      nonNegative && x < 0
        ? Infinity
        : x !== 0
          ? Math.abs(c - penalty * Math.sign(x))
          : Math.max((nonNegative ? c : Math.abs(c)) - penalty, 0);
    worst = Math.max(worst, violation);
  });
  return worst;
}

/** The least penalty for which no atom is used: the largest correlation of an atom with the signal. */
export function largestPenalty(atoms: DenseMatrix, signal: Float64Array, nonNegative = false): number {
  const correlations = new Float64Array(atoms.rows);
  timesVector(atoms, signal, correlations);
  return largestCorrelation(correlations, nonNegative);
}

/** The largest of the correlations that can make an atom active. */
export function largestCorrelation(correlations: Float64Array, nonNegative: boolean): number {
  let most = 0;
  for (let k = 0; k < correlations.length; k++)
    most = Math.max(most, nonNegative ? correlations[k]! : Math.abs(correlations[k]!));
  return most;
}

export interface DualityGap {
  readonly objective: number;
  readonly gap: number;
  /** s, by which the residual is scaled to become a point of the dual problem. */
  readonly scale: number;
}

/**
 * Objective and duality gap at a point with residual r, whose largest admissible correlation is given. The dual point
 * is s r with s r admissible (no correlation above lambda) and the dual objective |y|^2 / 2 - |y - s r|^2 / 2 as large
 * as a scaling can make it.
 */
export function dualityGap(
  { signal, penalty }: LassoProblem,
  coefficients: Float64Array,
  residual: Float64Array,
  largest: number,
): DualityGap {
  const residualEnergy = squaredNorm(residual);
  const objective = residualEnergy / 2 + penalty * absoluteSum(coefficients);
  if (!(residualEnergy > 0)) return { objective, gap: objective, scale: 1 };
  const product = dot(signal, residual);
  const widest = largest > 0 ? penalty / largest : Infinity;
  // Turned round, a point that is admissible for non-negative codes need not be.
  const scale = Math.max(Math.min(product / residualEnergy, widest), 0);
  const dual = scale * product - (scale * scale * residualEnergy) / 2;
  return { objective, gap: Math.max(objective - dual, 0), scale };
}
