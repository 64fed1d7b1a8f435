import {
  checkGeneralisedLasso,
  generalisedDefaults,
  generalisedKktResidual,
  type GeneralisedLassoProblem,
  type GeneralisedLassoSolution,
  type GeneralisedLassoStopping,
} from './generalised-lasso-problem.ts';
import { denseMap } from './linear-map.ts';

export interface PrimalDualOptions extends GeneralisedLassoStopping {
  /** Weight of the dual steps against the primal ones, positive: changes the speed alone. @default 1 */
  readonly balance?: number;
}

const stepsPerCheck = 50;

/**
 * The generalised lasso by the preconditioned primal-dual algorithm (Pock & Chambolle, ICCV 2011, with alpha = 1): no
 * system is solved, and every coordinate has the step that the magnitudes of its row or column in K = [A; F] allow.
 *
 * @throws RangeError when shapes do not fit or the penalty is negative
 */
export function generalisedLassoPrimalDual(
  problem: GeneralisedLassoProblem,
  { tolerance = generalisedDefaults.tolerance, maxIterations = 200_000, balance = 1 }: PrimalDualOptions = {},
): GeneralisedLassoSolution {
  const size = checkGeneralisedLasso(problem);
  const { target, transform, penalty } = problem;
  const design = problem.design && denseMap(problem.design);
  const steps = stepSizes(problem, balance);
  const x = new Float64Array(size);
  const beyond = new Float64Array(size);
  const w = new Float64Array(transform.rows);
  const p = new Float64Array(design ? target.length : 0);
  const Fx = new Float64Array(transform.rows);
  const Ax = new Float64Array(p.length);
  const pull = new Float64Array(size);
  const fit = new Float64Array(size);
  for (let iterations = 1; ; iterations++) {
    transform.apply(beyond, Fx);
    for (let i = 0; i < w.length; i++)
      w[i] = Math.min(Math.max(w[i]! + steps.transform[i]! * Fx[i]!, -penalty), penalty);
    if (design) {
      design.apply(beyond, Ax);
      for (let i = 0; i < p.length; i++) {
        const sigma = steps.design[i]!;
        p[i] = (p[i]! + sigma * (Ax[i]! - target[i]!)) / (1 + sigma);
      }
      design.applyTransposed(p, fit);
    }
    transform.applyTransposed(w, pull);
    for (let i = 0; i < size; i++) {
      const tau = steps.primal[i]!;
      const moved = x[i]! - tau * (pull[i]! + fit[i]!);
      const fresh = design ? moved : (moved + tau * target[i]!) / (1 + tau);
      beyond[i] = 2 * fresh - x[i]!;
      x[i] = fresh;
    }
    if (iterations % stepsPerCheck !== 0 && iterations < maxIterations) continue;
    const converged = generalisedKktResidual(problem, x, w) <= tolerance;
    if (!converged && iterations < maxIterations) continue;
    transform.apply(x, Fx);
    // Inside its bounds the multiplier says that the transform is 0 there.
    const transformed = Fx.map((value, i) => (Math.abs(w[i]!) < penalty ? 0 : value));
    return { coefficients: x, transformed, multipliers: w, iterations, converged };
  }
}

interface StepSizes {
  /** tau: 1 over the sum of magnitudes of each column of K. */
  readonly primal: Float64Array;
  /** sigma: 1 over that of each row of F, and of A. */
  readonly transform: Float64Array;
  readonly design: Float64Array;
}

function stepSizes({ design, transform }: GeneralisedLassoProblem, balance: number): StepSizes {
  const ofTransform = transform.absoluteSums();
  const ofDesign = design
    ? denseMap(design).absoluteSums()
    : { rows: new Float64Array(0), columns: new Float64Array(transform.columns) };
  const inverse = (sum: number) => (sum > 0 ? 1 / sum : 1);
  return {
    primal: ofTransform.columns.map((sum, i) => inverse(sum + ofDesign.columns[i]!) / balance),
    transform: ofTransform.rows.map((sum) => inverse(sum) * balance),
    design: ofDesign.rows.map((sum) => inverse(sum) * balance),
  };
}
