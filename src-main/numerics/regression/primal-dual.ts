import type { KernelOptions } from '../kernels/kernel-options.ts';
import type { Kernels } from '../kernels/kernels.ts';
import {
  checkGeneralisedLasso,
  generalisedKktResidual,
  generalisedTolerance,
  type GeneralisedLassoProblem,
  type GeneralisedLassoSolution,
  type GeneralisedLassoStopping,
} from './generalised-lasso-problem.ts';
import { kernelSpace, type Precision } from './kernel-linear-map.ts';
import { denseMap } from './linear-map.ts';

export interface PrimalDualOptions extends GeneralisedLassoStopping, KernelOptions {
  /** Weight of the dual steps against the primal ones, positive: changes the speed alone. @default 1 */
  readonly balance?: number;
}

const stepsPerCheck = 50;

/**
 * The generalised lasso by the preconditioned primal-dual algorithm (Pock & Chambolle, ICCV 2011, with alpha = 1): no
 * system is solved, and every coordinate has the step that the magnitudes of its row or column in K = [A; F] allow.
 *
 * In single precision the optimality conditions are met to about 1e-5, and a tolerance below 1e-6 is seldom reached; what
 * was reached is measured in double precision.
 *
 * @param kernels with them the steps are done in WebAssembly
 * @throws RangeError when shapes do not fit or the penalty is negative
 */
export function generalisedLassoPrimalDual(
  problem: GeneralisedLassoProblem,
  options: PrimalDualOptions = {},
  kernels?: Kernels,
): GeneralisedLassoSolution {
  checkGeneralisedLasso(problem);
  const { balance = 1, precision = 'double' } = options;
  const sizes = stepSizes(problem, balance);
  if (!kernels) return untilDone(problem, plainSteps(problem, sizes), options);
  const stopping = { tolerance: generalisedTolerance[precision], ...options };
  return kernels.scoped(() => untilDone(problem, kernelSteps(kernels, problem, sizes, precision), stopping));
}

/** The algorithm at work on a problem. */
interface PrimalDualSteps {
  move(count: number): void;
  /** x [coefficients] and w [rows of F] */
  read(): { x: Float64Array; w: Float64Array };
}

function untilDone(
  problem: GeneralisedLassoProblem,
  steps: PrimalDualSteps,
  { tolerance = generalisedTolerance.double, maxIterations = 200_000 }: GeneralisedLassoStopping,
): GeneralisedLassoSolution {
  const { transform, penalty } = problem;
  for (let iterations = 0; ;) {
    const count = Math.max(Math.min(stepsPerCheck, maxIterations - iterations), 1);
    steps.move(count);
    iterations += count;
    const { x, w } = steps.read();
    const converged = generalisedKktResidual(problem, x, w) <= tolerance;
    if (!converged && iterations < maxIterations) continue;
    const Fx = new Float64Array(transform.rows);
    transform.apply(x, Fx);
    // Inside its bounds the multiplier says that the transform is 0 there.
    const transformed = Fx.map((value, i) => (Math.abs(w[i]!) < penalty ? 0 : value));
    return { coefficients: x, transformed, multipliers: w, iterations, converged };
  }
}

/** Steps in double precision: the reference. */
function plainSteps(problem: GeneralisedLassoProblem, steps: StepSizes): PrimalDualSteps {
  const { target, transform, penalty } = problem;
  const design = problem.design && denseMap(problem.design);
  const size = transform.columns;
  const x = new Float64Array(size);
  const beyond = new Float64Array(size);
  const w = new Float64Array(transform.rows);
  const p = new Float64Array(design ? target.length : 0);
  const Fx = new Float64Array(transform.rows);
  const Ax = new Float64Array(p.length);
  const pull = new Float64Array(size);
  const fit = new Float64Array(size);

  function step(): void {
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
  }

  return {
    move(count) {
      for (let done = 0; done < count; done++) step();
    },
    read: () => ({ x, w }),
  };
}

/** Steps in WebAssembly; they last as long as the kernels keep what this allocated. */
function kernelSteps(
  kernels: Kernels,
  { target, design, transform, penalty }: GeneralisedLassoProblem,
  sizes: StepSizes,
  precision: Precision,
): PrimalDualSteps {
  const { functions } = kernels;
  const steps = precision === 'single' ? functions.primalDualSteps32 : functions.primalDualSteps64;
  const { rows: m, columns: n } = transform;
  const space = kernelSpace(kernels, precision, transform.stencil?.length ?? 0);
  const map = space.map(transform);
  const designMap = design ? space.map(denseMap(design)) : 0;
  const [y, tau, sigma] = [space.vector(target), space.vector(sizes.primal), space.vector(sizes.transform)];
  const sigmaOfDesign = space.vector(sizes.design);
  const [x, beyond, w] = [space.vector(n), space.vector(n), space.vector(m)];
  const p = space.vector(sizes.design.length);
  const work = space.vector(Math.max(n, m));
  const other = space.vector(Math.max(n, target.length));
  const bound = precision === 'single' ? Math.fround(penalty) : penalty;
  const state = [x, beyond, w, p, work, other].map(({ pointer }) => pointer) as Six;
  return {
    move(count) {
      const shared = [y.pointer, penalty, tau.pointer, sigma.pointer, sigmaOfDesign.pointer] as const;
      steps(map, designMap, ...shared, ...state, count);
    },
    read: () => ({
      x: Float64Array.from(x.view),
      // At its bound in the kernels' numbers a multiplier is at lambda.
      w: Float64Array.from(w.view, (value) =>
        Math.abs(value) >= bound ? Math.sign(value) * penalty : value,
      ),
    }),
  };
}

type Six = [number, number, number, number, number, number];

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
