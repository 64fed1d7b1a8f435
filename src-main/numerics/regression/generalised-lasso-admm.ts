import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { kernelAdmmSteps } from './admm-kernel-steps.ts';
import { plainAdmmSteps, type AdmmSteps } from './admm-steps.ts';
import {
  checkGeneralisedLasso,
  generalisedDefaults,
  generalisedKktResidual,
  generalisedTolerance,
  type GeneralisedLassoProblem,
  type GeneralisedLassoSolution,
  type GeneralisedLassoStopping,
} from './generalised-lasso-problem.ts';

export interface GeneralisedAdmmOptions extends GeneralisedLassoStopping, KernelOptions {
  /** rho to begin with: the weight of agreement between F x and its sparse copy. @default lambda, or 1 */
  readonly rho?: number;
}

/** Steps between two looks at the optimality conditions, and at the balance of the residuals. */
const stepsPerCheck = 25;
/** Residuals more unequal than this change rho by its square root. */
const imbalance = 10;
/** After this many steps rho stays, so that the method is sure to converge. */
const balancedSteps = 5000;

/**
 * The generalised lasso by the alternating direction method of multipliers (Boyd et al. 2011, sections 3.4 and 6.4.1),
 * with rho balanced between the two residuals. Where the target itself is approximated and F is made of differences,
 * a step costs time proportional to the length of the signal.
 *
 * In single precision the optimality conditions are met to about 1e-5; to 1e-4 or less where AtA + rho FtF is ill
 * conditioned, as it is under a large penalty on small differences of large numbers. What was reached is measured in
 * double precision. Differences of the target itself, which suffer most from this, are in double precision all the same:
 * they would be no quicker.
 *
 * @param kernels with them the steps are done in WebAssembly
 * @throws RangeError when shapes do not fit, the penalty is negative, or AtA + FtF is singular
 */
export function generalisedLasso(
  problem: GeneralisedLassoProblem,
  options: GeneralisedAdmmOptions = {},
  kernels?: Kernels,
): GeneralisedLassoSolution {
  checkGeneralisedLasso(problem);
  const { rho = problem.penalty > 0 ? problem.penalty : 1, precision = 'double' } = options;
  if (!kernels) return untilDone(problem, plainAdmmSteps(problem, rho), options);
  const stopping = { tolerance: generalisedTolerance[precision], ...options };
  return kernels.scoped(() =>
    untilDone(problem, kernelAdmmSteps(kernels, problem, rho, precision), stopping),
  );
}

function untilDone(
  problem: GeneralisedLassoProblem,
  steps: AdmmSteps,
  {
    tolerance = generalisedTolerance.double,
    maxIterations = generalisedDefaults.maxIterations,
  }: GeneralisedLassoStopping,
): GeneralisedLassoSolution {
  for (let iterations = 0; ;) {
    const count = Math.max(Math.min(stepsPerCheck, maxIterations - iterations), 1);
    const { primal, dual, rounding } = steps.move(count);
    iterations += count;
    const state = steps.read();
    const converged = generalisedKktResidual(problem, state.coefficients, state.multipliers) <= tolerance;
    if (converged || iterations >= maxIterations) return { ...state, iterations, converged };
    const ratio = Math.sqrt(primal / dual);
    if (iterations > balancedSteps || !(ratio > imbalance || ratio < 1 / imbalance)) continue;
    // A larger rho would not bring x and z together, but let rounding into the multipliers.
    if (ratio > 1 && primal <= rounding) continue;
    steps.rebalance(Math.min(Math.max(Math.sqrt(ratio), 0.1), 10));
  }
}
