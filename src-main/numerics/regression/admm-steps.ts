import { factoriseBand, solveFactorisedBand } from '../linalg/banded-cholesky.ts';
import { factorise, solveFactorised } from '../linalg/cholesky-in-place.ts';
import { transposed } from '../linalg/dense-matrix.ts';
import { gramOfRows } from '../linalg/products.ts';
import { softShrinkage } from '../sparse/shrinkage.ts';
import { correlate, type GeneralisedLassoProblem } from './generalised-lasso-problem.ts';
import { matrixOf } from './linear-map.ts';

/** The alternating direction method of multipliers at work on a problem. */
export interface AdmmSteps {
  /** So many steps, at least one; returns |F x - z|^2 and rho^2 times the squared change of z in the last. */
  move(count: number): AdmmResiduals;
  /** Goes on with rho times the factor. */
  rebalance(factor: number): void;
  read(): AdmmState;
}

export interface AdmmResiduals {
  readonly primal: number;
  readonly dual: number;
  /** What rounding alone may make of `primal`. */
  readonly rounding: number;
}

export interface AdmmState {
  /** x [coefficients] */
  readonly coefficients: Float64Array;
  /** z [rows of F] */
  readonly transformed: Float64Array;
  /** w = rho u [rows of F] */
  readonly multipliers: Float64Array;
}

/** alpha of Boyd et al. 2011; the kernels have the same. */
const relaxation = 1.6;

/** Steps in double precision: the reference. */
export function plainAdmmSteps(problem: GeneralisedLassoProblem, firstRho: number): AdmmSteps {
  const { target, design, transform, penalty } = problem;
  const { rows: m, columns: size } = transform;
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

  function step(): void {
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
  }

  return {
    move(count) {
      for (let done = 0; done < count; done++) step();
      let primal = 0;
      let dual = 0;
      for (let i = 0; i < m; i++) {
        primal += (Fx[i]! - z[i]!) ** 2;
        dual += (rho * (z[i]! - before[i]!)) ** 2;
      }
      return { primal, dual, rounding: 0 };
    },
    rebalance(factor) {
      rho *= factor;
      for (let i = 0; i < m; i++) u[i]! /= factor;
      solve = normalSolver(problem, rho);
    },
    read() {
      for (let i = 0; i < m; i++) multipliers[i] = rho * u[i]!;
      return { coefficients: x, transformed: z, multipliers };
    },
  };
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
    const band = bandOfSystem(stencil, target.length, rho);
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

/** The lower band of I + rho FtF [n x stencil length], as factoriseBand takes it. */
export function bandOfSystem(stencil: Float64Array, n: number, rho: number): Float64Array {
  const w = stencil.length;
  const band = new Float64Array(n * w);
  for (let row = 0; row + w <= n; row++)
    for (let a = 0; a < w; a++)
      for (let b = 0; b <= a; b++) band[(row + a) * w + a - b]! += rho * stencil[a]! * stencil[b]!;
  for (let i = 0; i < n; i++) band[i * w]! += 1;
  return band;
}
