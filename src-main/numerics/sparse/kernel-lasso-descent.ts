import type { Kernels } from '../kernels/kernels.ts';
import { euclideanNorm } from '../linalg/vectors.ts';
import {
  checkLasso,
  lassoDefaults,
  type LassoProblem,
  type LassoReport,
  type LassoStopping,
} from './lasso-problem.ts';
import { singleDesign } from './single-design.ts';

export interface LassoDescent {
  /** [penalties x atomCount] */
  readonly path: Float64Array;
  /** For each penalty. */
  readonly reports: readonly LassoReport[];
}

/**
 * `coordinateDescent` for one penalty after another in single precision in WebAssembly.
 *
 * @param start [atomCount] the coefficients to start the first from
 * @throws RangeError when shapes do not fit or a penalty is negative
 */
export function kernelLassoDescent(
  kernels: Kernels,
  { atoms, signal, nonNegative = false }: Omit<LassoProblem, 'penalty'>,
  penalties: Float64Array,
  start: Float64Array,
  { tolerance = lassoDefaults.tolerance, maxIterations = lassoDefaults.maxIterations }: LassoStopping = {},
): LassoDescent {
  for (const penalty of penalties) checkLasso({ atoms, signal, penalty }, start);
  const { rows: atomCount, columns: dimension } = atoms;
  const count = penalties.length;
  const most = Math.min(atomCount, dimension);
  // The signal is brought to length 1, so that it may be in any unit.
  const norm = euclideanNorm(signal);
  if (!Number.isFinite(norm)) return unsolved(count, atomCount);
  const unit = norm || 1;
  return kernels.scoped(() => {
    const { functions } = kernels;
    const design = singleDesign(kernels, atoms);
    const target = kernels.f64(design.stride);
    target.view.set(signal.map((value) => value / unit));
    const path = kernels.f64(count * atomCount);
    const found = kernels.f64(count * 4);
    const scratchBytes = functions.lassoDescentScratch(atomCount, design.stride, most);
    functions.lassoDescent(
      design.atoms.pointer,
      design.rows.pointer,
      atomCount,
      dimension,
      design.stride,
      target.pointer,
      most,
      nonNegative ? 1 : 0,
      kernels.copyF64(penalties.map((penalty) => penalty / unit)).pointer,
      count,
      tolerance,
      maxIterations,
      kernels.copyF64(start.map((value) => value / unit)).pointer,
      path.pointer,
      found.pointer,
      kernels.f64(Math.ceil(scratchBytes / 8)).pointer,
    );
    const reports = Array.from({ length: count }, (_, i): LassoReport => {
      const [objective, gap, iterations, converged] = found.view.subarray(4 * i);
      return {
        objective: objective! * unit * unit,
        gap: gap! * unit * unit,
        iterations: iterations!,
        converged: converged === 1,
      };
    });
    return { path: path.view.map((value) => value * unit), reports };
  });
}

/** What there is to say of a signal that is not finite. */
function unsolved(count: number, atomCount: number): LassoDescent {
  const report = { objective: Number.NaN, gap: Number.NaN, iterations: 0, converged: false };
  return { path: new Float64Array(count * atomCount), reports: Array<LassoReport>(count).fill(report) };
}
