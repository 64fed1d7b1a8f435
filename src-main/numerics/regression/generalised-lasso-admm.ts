import { factoriseBand, solveFactorisedBand } from '../linalg/banded-cholesky.ts';
import { factorise, solveFactorised } from '../linalg/cholesky-in-place.ts';
import { transposed } from '../linalg/dense-matrix.ts';
import { gramOfRows } from '../linalg/products.ts';
import { softShrinkage } from '../sparse/shrinkage.ts';
import {
  checkGeneralisedLasso,
  correlate,
  generalisedDefaults,
  generalisedKktResidual,
  type GeneralisedLassoProblem,
  type GeneralisedLassoSolution,
  type GeneralisedLassoStopping,
} from './generalised-lasso-problem.ts';
import { matrixOf } from './linear-map.ts';

export interface GeneralisedAdmmOptions extends GeneralisedLassoStopping {
  /** rho to begin with: the weight of agreement between F x and its sparse copy. @default lambda, or 1 */
  readonly rho?: number;
}

/** Steps between two looks at the optimality conditions, and at the balance of the residuals. */
const stepsPerCheck = 25;
/** Residuals more unequal than this change rho by its square root. */
const imbalance = 10;
/** After this many steps rho stays, so that the method is sure to converge. */
const balancedSteps = 5000;
const relaxation = 1.6;

/**
 * The generalised lasso by the alternating direction method of multipliers (Boyd et al. 2011, sections 3.4 and 6.4.1),
 * with rho balanced between the two residuals. Where the target itself is approximated and F is made of differences,
 * a step costs time proportional to the length of the signal.
 *
 * @throws RangeError when shapes do not fit, the penalty is negative, or AtA + FtF is singular
 */
export function generalisedLasso(
  problem: GeneralisedLassoProblem,
  {
    tolerance = generalisedDefaults.tolerance,
    maxIterations = generalisedDefaults.maxIterations,
    rho: firstRho = problem.penalty > 0 ? problem.penalty : 1,
  }: GeneralisedAdmmOptions = {},
): GeneralisedLassoSolution {
  const size = checkGeneralisedLasso(problem);
  const { target, design, transform, penalty } = problem;
  const m = transform.rows;
  const goal = correlate(design, target);
  const x = new Float64Array(size);
  const z = new Float64Array(m);
  const u = new Float64Array(m);
  const before = new Float64Array(m);
  const Fx = new Float64Array(m);
  const pull = new Float64Array(m);
  const pulled = new Float64Array(size);
  const multipliers = new Float64Array(m);
  let rho = firstRho;
  let solve = normalSolver(problem, rho);
  for (let iterations = 1; ; iterations++) {
    for (let i = 0; i < m; i++) pull[i] = rho * (z[i]! - u[i]!);
    transform.applyTransposed(pull, pulled);
    for (let i = 0; i < size; i++) x[i] = goal[i]! + pulled[i]!;
    solve(x);
    transform.apply(x, Fx);
    before.set(z);
    for (let i = 0; i < m; i++) {
      const relaxed = relaxation * Fx[i]! + (1 - relaxation) * z[i]!;
      z[i] = softShrinkage(relaxed + u[i]!, penalty / rho);
      u[i]! += relaxed - z[i]!;
    }
    if (iterations % stepsPerCheck !== 0 && iterations < maxIterations) continue;

    for (let i = 0; i < m; i++) multipliers[i] = rho * u[i]!;
    const converged = generalisedKktResidual(problem, x, multipliers) <= tolerance;
    if (converged || iterations >= maxIterations)
      return { coefficients: x, transformed: z, multipliers, iterations, converged };
    let primal = 0;
    let dual = 0;
    for (let i = 0; i < m; i++) {
      primal += (Fx[i]! - z[i]!) ** 2;
      dual += (rho * (z[i]! - before[i]!)) ** 2;
    }
    const ratio = Math.sqrt(primal / dual);
    if (iterations > balancedSteps || !(ratio > imbalance || ratio < 1 / imbalance)) continue;
    const factor = Math.min(Math.max(Math.sqrt(ratio), 0.1), 10);
    rho *= factor;
    for (let i = 0; i < m; i++) u[i]! /= factor;
    solve = normalSolver(problem, rho);
  }
}

/** Solves (AtA + rho FtF) x = b in place. */
function normalSolver(
  { target, design, transform }: GeneralisedLassoProblem,
  rho: number,
): (b: Float64Array) => void {
  const n = transform.columns;
  if (!design && transform.stencil) {
    const { stencil } = transform;
    const width = stencil.length - 1;
    const band = bandOfProducts(stencil, transform.rows, n, rho);
    for (let i = 0; i < target.length; i++) band[i * (width + 1)]! += 1;
    factoriseBand(band, n, width);
    return (b) => solveFactorisedBand(band, n, width, b);
  }
  const system = gramOfRows(transposed(matrixOf(transform))).values;
  for (let i = 0; i < system.length; i++) system[i]! *= rho;
  if (design) gramOfRows(transposed(design)).values.forEach((value, i) => (system[i]! += value));
  else for (let i = 0; i < n; i++) system[i * n + i]! += 1;
  factorise(system, n);
  return (b) => solveFactorised(system, n, b);
}

/** The lower band of rho FtF [n x stencil length]. */
function bandOfProducts(stencil: Float64Array, rows: number, n: number, rho: number): Float64Array {
  const w = stencil.length;
  const band = new Float64Array(n * w);
  for (let row = 0; row < rows; row++)
    for (let a = 0; a < w; a++)
      for (let b = 0; b <= a; b++) band[(row + a) * w + a - b]! += rho * stencil[a]! * stencil[b]!;
  return band;
}
