import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { timesVector } from '../linalg/products.ts';
import { squaredSpectralNorm } from '../linalg/spectral-norm.ts';
import { squaredNorm } from '../linalg/vectors.ts';
import { kernelProximalGradient } from './kernel-lasso-steps.ts';
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

export interface ProximalGradientOptions extends LassoStopping, KernelOptions {
  /**
   * L, at least the largest eigenvalue of D Dt; worth giving where many signals share a dictionary.
   * @default by power iteration
   */
  readonly lipschitz?: number;
}

/**
 * The lasso by iterative shrinkage-thresholding, x + D (y - Dt x) / L shrunk by lambda / L (Daubechies, Defrise & De Mol,
 * CPAM 57, 2004). The objective never rises.
 *
 * @param coefficients [atomCount]; on entry where to start, on return the solution
 * @param kernels with them and `precision: 'single'` the steps are made in WebAssembly in single precision. The tolerance is
 *   1e-5 by default then: rounding may keep the gap from falling below 1e-6, where the steps end too. Atoms must be in the
 *   range of single precision, the signal may be in any unit; where one of either is NaN or infinite, coefficients are 0
 * @throws RangeError when shapes do not fit or the penalty is negative
 */
export function lassoIsta(
  problem: LassoProblem,
  coefficients: Float64Array,
  options: ProximalGradientOptions = {},
  kernels?: Kernels,
): LassoReport {
  return kernels && options.precision === 'single'
    ? kernelProximalGradient(kernels, problem, coefficients, options, 'ista')
    : proximalGradient(problem, coefficients, options, false);
}

/**
 * The lasso by FISTA: ISTA with momentum (Beck & Teboulle, SIAM J. Imaging Sci. 2(1), 2009), which is dropped whenever
 * it points uphill (the gradient restart of O'Donoghue & Candes, Found. Comput. Math. 15, 2015).
 *
 * @param coefficients [atomCount]; on entry where to start, on return the solution
 * @param kernels as for {@link lassoIsta}
 * @throws RangeError when shapes do not fit or the penalty is negative
 */
export function lassoFista(
  problem: LassoProblem,
  coefficients: Float64Array,
  options: ProximalGradientOptions = {},
  kernels?: Kernels,
): LassoReport {
  return kernels && options.precision === 'single'
    ? kernelProximalGradient(kernels, problem, coefficients, options, 'fista')
    : proximalGradient(problem, coefficients, options, true);
}

/** Steps between two looks at the duality gap, each of which costs as much as a step. */
const stepsPerCheck = 10;

function proximalGradient(
  problem: LassoProblem,
  coefficients: Float64Array,
  {
    tolerance = lassoDefaults.tolerance,
    maxIterations = lassoDefaults.maxIterations,
    lipschitz = squaredSpectralNorm(problem.atoms),
  }: ProximalGradientOptions,
  momentum: boolean,
): LassoReport {
  checkLasso(problem, coefficients);
  const { atoms, signal, penalty, nonNegative = false } = problem;
  const goal = (tolerance * squaredNorm(signal)) / 2;
  const shrink = nonNegative ? nonNegativeSoftShrinkage : softShrinkage;
  const residual = new Float64Array(atoms.columns);
  const correlations = new Float64Array(atoms.rows);
  const point = coefficients.slice();
  let t = 1;
  for (let iterations = 0; ; iterations++) {
    if (iterations % stepsPerCheck === 0 || iterations >= maxIterations) {
      lassoResidual(problem, coefficients, residual);
      timesVector(atoms, residual, correlations);
      const largest = largestCorrelation(correlations, nonNegative);
      const { objective, gap } = dualityGap(problem, coefficients, residual, largest);
      const converged = gap <= goal;
      if (converged || iterations >= maxIterations) return { objective, gap, iterations, converged };
    }
    lassoResidual(problem, point, residual);
    timesVector(atoms, residual, correlations);
    const next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
    const push = momentum ? (t - 1) / next : 0;
    let uphill = 0;
    for (let k = 0; k < point.length; k++) {
      const old = coefficients[k]!;
      const fresh = shrink(point[k]! + correlations[k]! / lipschitz, penalty / lipschitz);
      uphill += (point[k]! - fresh) * (fresh - old);
      coefficients[k] = fresh;
      point[k] = fresh + push * (fresh - old);
    }
    t = next;
    if (uphill > 0) {
      point.set(coefficients);
      t = 1;
    }
  }
}
