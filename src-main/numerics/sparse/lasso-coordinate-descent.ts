import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { rowSquares, timesVector } from '../linalg/products.ts';
import { addScaled, innerProduct, squaredNorm } from '../linalg/vectors.ts';
import { kernelLassoDescent } from './kernel-lasso-descent.ts';
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
import { supportDescent } from './support-descent.ts';

/** Sweeps over the atoms in use after one over the working set. */
const activeSweeps = 4;
/** Most steps over the whole support after the sweeps: where more coefficients pass zero, sweeps are quicker. */
const supportSteps = 10;
/** The working set is solved to this share of the goal, or to its square of the gap before, whichever is more. */
const innerShare = 0.3;
/** Atoms whose correlation is above this share of the penalty are likely to be used soon. */
const likely = 0.9;
/** Far from the solution, a round takes the penalty for no less than this share of the largest correlation. */
const mostFall = 0.5;

/**
 * The lasso by cyclic coordinate descent (Friedman, Hastie & Tibshirani, J. Stat. Software 33(1), 2010) over a working
 * set of the atoms that violate the optimality conditions, started from the given coefficients. Sweeps find the signs,
 * and steps over the whole support ({@link supportDescent}) the values. From afar the penalty falls to its own value
 * round by round, so that the support hardly ever grows beyond what it will be. Atoms that the duality gap proves to be
 * unused are left out for good (the gap safe sphere of Fercoq, Gramfort & Salmon, ICML 2015).
 *
 * @param coefficients [atomCount]; on entry where to start (zeros, or the solution for a penalty nearby), on return
 *   the solution
 * @param kernels with them and `precision: 'single'` the descent is done in WebAssembly: what goes over all atoms, and the
 *   sweeps, in single precision, the steps over the support in double precision. Coefficients are as exact then, but of the
 *   optimality conditions those of unused atoms hold to about 1e-7 of the residual's norm times their own, the gap to about
 *   1e-7 of |y|^2 / 2; the descent also ends where rounding keeps it from the tolerance. Squared norms of atoms must be in the
 *   range of single precision, others are not used; the signal may be in any unit, one that is not finite has coefficients of 0
 * @throws RangeError when shapes do not fit or the penalty is negative
 */
export function lassoCoordinateDescent(
  problem: LassoProblem,
  coefficients: Float64Array,
  { precision = 'double', ...stopping }: LassoStopping & KernelOptions = {},
  kernels?: Kernels,
): LassoReport {
  if (kernels && precision === 'single') {
    const penalties = Float64Array.of(problem.penalty);
    const { path, reports } = kernelLassoDescent(kernels, problem, penalties, coefficients, stopping);
    coefficients.set(path);
    return reports[0]!;
  }
  return coordinateDescent(problem, coefficients)(problem.penalty, stopping);
}

/** {@link lassoCoordinateDescent} for one penalty after another, each started from the solution before. */
export function coordinateDescent(
  { atoms, signal, nonNegative = false }: Omit<LassoProblem, 'penalty'>,
  coefficients: Float64Array,
): (penalty: number, stopping?: LassoStopping) => LassoReport {
  checkLasso({ atoms, signal, penalty: 0 }, coefficients);
  const { rows, columns, values } = atoms;
  const squares = rowSquares(atoms);
  const shrink = nonNegative ? nonNegativeSoftShrinkage : softShrinkage;
  // Atoms that may be used, those in play, and those in use; in each list the first so many.
  const remaining = new Int32Array(rows);
  const working = new Int32Array(rows);
  const active = new Int32Array(rows);

  for (let k = 0; k < rows; k++)
    if (squares[k] === 0 || (nonNegative && coefficients[k]! < 0)) coefficients[k] = 0;
  const residual = new Float64Array(columns);
  lassoResidual({ atoms, signal, penalty: 0 }, coefficients, residual);
  const descend = supportDescent(atoms, squares, coefficients, residual);
  /** As last measured: those of an atom that was screened out are older. */
  const correlations = new Float64Array(rows);
  timesVector(atoms, residual, correlations);
  let largest = largestCorrelation(correlations, nonNegative);

  function correlate(among: Int32Array, count: number): number {
    let most = 0;
    for (let place = 0; place < count; place++) {
      const k = among[place]!;
      const c = innerProduct(values, k * columns, residual, 0, columns);
      correlations[k] = c;
      most = Math.max(most, nonNegative ? c : Math.abs(c));
    }
    return most;
  }

  function sweep(among: Int32Array, count: number, penalty: number): void {
    for (let place = 0; place < count; place++) {
      const k = among[place]!;
      const square = squares[k]!;
      const old = coefficients[k]!;
      const c = innerProduct(values, k * columns, residual, 0, columns);
      const fresh = shrink(c + square * old, penalty) / square;
      if (fresh === old) continue;
      coefficients[k] = fresh;
      addScaled(old - fresh, values, k * columns, residual, 0, columns);
    }
  }

  function findWorking(count: number, level: number): number {
    let found = 0;
    for (let place = 0; place < count; place++) {
      const k = remaining[place]!;
      const c = nonNegative ? correlations[k]! : Math.abs(correlations[k]!);
      if (coefficients[k] !== 0 || c > level) working[found++] = k;
    }
    return found;
  }

  function findActive(count: number): number {
    let found = 0;
    for (let place = 0; place < count; place++)
      if (coefficients[working[place]!] !== 0) active[found++] = working[place]!;
    return found;
  }

  /** Brings the working set nearer to its solution. */
  function improve(count: number, penalty: number): void {
    sweep(working, count, penalty);
    for (let i = 0; i < activeSweeps; i++) sweep(active, findActive(count), penalty);
    const inUse = findActive(count);
    for (let step = 0; step < supportSteps; step++) if (descend(active, inUse, penalty)) return;
  }

  /** Lets go of what a sphere of this radius around the scaled residual proves to be unused. */
  function screen(count: number, scale: number, radius: number, penalty: number): number {
    let left = 0;
    for (let place = 0; place < count; place++) {
      const k = remaining[place]!;
      const c = scale * correlations[k]!;
      if ((nonNegative ? c : Math.abs(c)) + radius * Math.sqrt(squares[k]!) >= penalty) {
        remaining[left++] = k;
        continue;
      }
      addScaled(coefficients[k]!, values, k * columns, residual, 0, columns);
      coefficients[k] = 0;
    }
    return left;
  }

  return (
    penalty,
    { tolerance = lassoDefaults.tolerance, maxIterations = lassoDefaults.maxIterations } = {},
  ) => {
    const problem = { atoms, signal, penalty };
    checkLasso(problem, coefficients);
    const goal = (tolerance * squaredNorm(signal)) / 2;
    const gapAmong = (among: Int32Array, count: number) =>
      dualityGap(problem, coefficients, residual, correlate(among, count));
    let left = 0;
    for (let k = 0; k < rows; k++) if (squares[k]! > 0) remaining[left++] = k;
    let innerGoal = Infinity;
    for (let iterations = 0; ;) {
      const stage = Math.max(penalty, mostFall * largest);
      const count = findWorking(left, likely * stage);
      for (let isNear = false; !isNear;) {
        improve(count, stage);
        iterations += 1 + activeSweeps;
        isNear = stage > penalty || iterations >= maxIterations || innerGoal === Infinity;
        isNear ||= gapAmong(working, count).gap <= innerGoal;
      }
      largest = correlate(remaining, left);
      const { objective, gap, scale } = dualityGap(problem, coefficients, residual, largest);
      const converged = gap <= goal;
      if (converged || iterations >= maxIterations) return { objective, gap, iterations, converged };
      left = screen(left, scale, Math.sqrt(2 * gap), penalty);
      innerGoal = innerShare * Math.max(goal, innerShare * gap);
    }
  };
}
