import { checkVector, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { timesVector, transposeTimesVector } from '../linalg/products.ts';
import { absoluteSum, dot, largestMagnitude, squaredNorm } from '../linalg/vectors.ts';
import type { LinearMap } from './linear-map.ts';

/**
 * The generalised lasso (Tibshirani & Taylor, Ann. Statist. 39(3), 2011): minimise over x
 *
 *     1/2 |y - A x|^2 + lambda |F x|_1
 *
 * With F of first differences it is the fused lasso, of second ones linear trend filtering, of third ones quadratic
 * trend filtering, with the identity the lasso.
 */
export interface GeneralisedLassoProblem {
  /** y [samples] */
  readonly target: Float64Array;
  /** A [samples x coefficients]. @default the identity: y itself is to be approximated */
  readonly design?: DenseMatrix;
  /** F, from coefficients to what is to be sparse. */
  readonly transform: LinearMap;
  /** lambda, at least 0 */
  readonly penalty: number;
}

export interface GeneralisedLassoStopping {
  /**
   * Stop once the optimality conditions are violated by no more than this, relative to those at x = 0.
   * @default 1e-8, in single precision 1e-5
   */
  readonly tolerance?: number;
  /** @default 20000 */
  readonly maxIterations?: number;
}

export const generalisedDefaults = { maxIterations: 20_000 } as const;
export const generalisedTolerance = { double: 1e-8, single: 1e-5 } as const;

export interface GeneralisedLassoSolution {
  /** x [coefficients] */
  readonly coefficients: Float64Array;
  /** F x with its zeros exact: where it is not 0, the signal has a step, or a bend. */
  readonly transformed: Float64Array;
  /** w: the certificate of the optimum, at most lambda in magnitude, lambda sign(F x) where F x is not 0. */
  readonly multipliers: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Shape of the coefficients. Throws RangeError when the shapes or the penalty do not fit. */
export function checkGeneralisedLasso({
  target,
  design,
  transform,
  penalty,
}: GeneralisedLassoProblem): number {
  const size = design?.columns ?? target.length;
  if (design) checkVector(target, design.rows, 'target');
  if (transform.columns !== size)
    throw new RangeError(`A transform of ${transform.columns} coefficients does not fit ${size}.`);
  if (!(penalty >= 0 && Number.isFinite(penalty))) throw new RangeError(`A penalty cannot be ${penalty}.`);
  return size;
}

/** 1/2 |y - A x|^2 + lambda |F x|_1 */
export function generalisedObjective(problem: GeneralisedLassoProblem, x: Float64Array): number {
  const transformed = new Float64Array(problem.transform.rows);
  problem.transform.apply(x, transformed);
  return squaredNorm(residualOf(problem, x)) / 2 + problem.penalty * absoluteSum(transformed);
}

/**
 * By how much a point and its certificate miss the optimality conditions, each relative to the problem at x = 0, without
 * unit; 0 at a solution:
 *
 * - stationarity: |At (A x - y) + Ft w| over |At y|, largest magnitudes;
 * - slackness: lambda |F x|_1 - wt F x over |y|^2 / 2, which for |w| <= lambda is 0 only where w_i = lambda sign((F x)_i);
 * - the excess of |w| over lambda, relative to lambda.
 */
export function generalisedKktResidual(
  problem: GeneralisedLassoProblem,
  x: Float64Array,
  w: Float64Array,
): number {
  const { target, design, transform, penalty } = problem;
  const gradient = correlate(design, residualOf(problem, x));
  const pull = new Float64Array(transform.columns);
  transform.applyTransposed(w, pull);
  let stationarity = 0;
  for (let i = 0; i < pull.length; i++)
    stationarity = Math.max(stationarity, Math.abs(pull[i]! - gradient[i]!));
  const transformed = new Float64Array(transform.rows);
  transform.apply(x, transformed);
  const slackness = Math.abs(penalty * absoluteSum(transformed) - dot(w, transformed));
  const excess = Math.max(largestMagnitude(w) - penalty, 0);
  return Math.max(
    stationarity / (largestMagnitude(correlate(design, target)) || 1),
    slackness / (squaredNorm(target) / 2 || 1),
    excess / (penalty || 1),
  );
}

/** y - A x */
function residualOf({ target, design }: GeneralisedLassoProblem, x: Float64Array): Float64Array {
  const residual = x.slice(0, design ? 0 : x.length);
  const rebuilt = design ? new Float64Array(target.length) : residual;
  if (design) timesVector(design, x, rebuilt);
  for (let i = 0; i < rebuilt.length; i++) rebuilt[i] = target[i]! - rebuilt[i]!;
  return rebuilt;
}

/** At r */
export function correlate(design: DenseMatrix | undefined, r: Float64Array): Float64Array {
  if (!design) return r;
  const out = new Float64Array(design.columns);
  transposeTimesVector(design, r, out);
  return out;
}
