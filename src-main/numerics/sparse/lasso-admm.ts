import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { factorise, solveFactorised } from '../linalg/cholesky-in-place.ts';
import { transposed, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { gramOfRows, rowSquares, timesVector, transposeTimesVector } from '../linalg/products.ts';
import { squaredNorm } from '../linalg/vectors.ts';
import { kernelAdmm } from './kernel-lasso-steps.ts';
import {
  checkLasso,
  dualityGap,
  largestCorrelation,
  lassoDefaults,
  lassoResidual,
  type LassoProblem,
  type LassoReport,
  type LassoStopping,
} from './lasso-problem.ts';
import { nonNegativeSoftShrinkage, softShrinkage } from './shrinkage.ts';

export interface LassoAdmmOptions extends LassoStopping, KernelOptions {
  /** rho, the weight of agreement between the two copies of x. @default the mean squared norm of an atom */
  readonly rho?: number;
}

/** Steps between two looks at the duality gap. */
const stepsPerCheck = 10;
/** alpha of the paper: over-relaxation. */
const relaxation = 1.6;

/**
 * The lasso by the alternating direction method of multipliers (Boyd, Parikh, Chu, Peleato & Eckstein, Found. Trends
 * Mach. Learn. 3(1), 2011, section 6.4). The system (D Dt + rho I) is factorised once, on the side where it is smaller.
 *
 * @param coefficients [atomCount]; on entry where to start, on return the solution
 * @param kernels as for `lassoIsta`; the system is inverted in double precision
 * @throws RangeError when shapes do not fit or the penalty is negative
 */
export function lassoAdmm(
  problem: LassoProblem,
  coefficients: Float64Array,
  options: LassoAdmmOptions = {},
  kernels?: Kernels,
): LassoReport {
  checkLasso(problem, coefficients);
  const { tolerance = lassoDefaults.tolerance, maxIterations = lassoDefaults.maxIterations } = options;
  const { atoms, signal, penalty, nonNegative = false } = problem;
  const { rows, columns } = atoms;
  const rho = options.rho ?? meanOf(rowSquares(atoms));
  if (kernels && options.precision === 'single')
    return kernelAdmm(kernels, problem, coefficients, options, rho);
  const solve = ridgeSolver(atoms, rho);
  const goal = (tolerance * squaredNorm(signal)) / 2;
  const shrink = nonNegative ? nonNegativeSoftShrinkage : softShrinkage;
  const target = new Float64Array(rows);
  timesVector(atoms, signal, target);
  const residual = new Float64Array(columns);
  const correlations = new Float64Array(rows);
  const x = new Float64Array(rows);
  const u = new Float64Array(rows);
  for (let iterations = 0; ; iterations++) {
    if (iterations % stepsPerCheck === 0 || iterations >= maxIterations) {
      lassoResidual(problem, coefficients, residual);
      timesVector(atoms, residual, correlations);
      const largest = largestCorrelation(correlations, nonNegative);
      const { objective, gap } = dualityGap(problem, coefficients, residual, largest);
      const converged = gap <= goal;
      if (converged || iterations >= maxIterations) return { objective, gap, iterations, converged };
    }
    for (let k = 0; k < rows; k++) x[k] = target[k]! + rho * (coefficients[k]! - u[k]!);
    solve(x);
    for (let k = 0; k < rows; k++) {
      const relaxed = relaxation * x[k]! + (1 - relaxation) * coefficients[k]!;
      coefficients[k] = shrink(relaxed + u[k]!, penalty / rho);
      u[k]! += relaxed - coefficients[k]!;
    }
  }
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Solves (D Dt + rho I) x = b in place; through the matrix inversion lemma where atoms outnumber dimensions. */
export function ridgeSolver(atoms: DenseMatrix, rho: number): (b: Float64Array) => void {
  const { rows, columns } = atoms;
  const few = rows <= columns;
  const { values: factor } = gramOfRows(few ? atoms : transposed(atoms));
  const n = few ? rows : columns;
  for (let i = 0; i < n; i++) factor[i * n + i]! += rho;
  factorise(factor, n);
  if (few) return (b) => solveFactorised(factor, n, b);
  const inner = new Float64Array(columns);
  const image = new Float64Array(rows);
  return (b) => {
    transposeTimesVector(atoms, b, inner);
    solveFactorised(factor, n, inner);
    timesVector(atoms, inner, image);
    for (let k = 0; k < rows; k++) b[k] = (b[k]! - image[k]!) / rho;
  };
}
