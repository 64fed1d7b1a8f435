import type { Kernels } from '../kernels/kernels.ts';
import { factorise } from '../linalg/cholesky-in-place.ts';
import { transposed, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { timesTranspose } from '../linalg/products.ts';
import { largestMagnitude } from '../linalg/vectors.ts';
import { differenceAdmmSteps, isSplit } from './admm-difference-steps.ts';
import type { AdmmSteps } from './admm-steps.ts';
import { correlate, type GeneralisedLassoProblem } from './generalised-lasso-problem.ts';
import { kernelSpace, type Precision } from './kernel-linear-map.ts';
import { matrixOf } from './linear-map.ts';

/** Steps in WebAssembly; they last as long as the kernels keep what this allocated. */
export function kernelAdmmSteps(
  kernels: Kernels,
  problem: GeneralisedLassoProblem,
  firstRho: number,
  wanted: Precision,
): AdmmSteps {
  const { target, design, transform, penalty } = problem;
  if (!design && isSplit(transform)) return differenceAdmmSteps(kernels, problem, firstRho);
  // Differences of a signal too short to be split, or of a high order: ill conditioned, see difference-admm.ts.
  const precision = !design && transform.stencil ? 'double' : wanted;
  const { functions } = kernels;
  const steps = precision === 'single' ? functions.admmSteps32 : functions.admmSteps64;
  const space = kernelSpace(kernels, precision, transform.stencil?.length ?? 0);
  const map = space.map(transform);
  const n = transform.columns;
  const goal = space.vector(correlate(design, target));
  const x = space.vector(n);
  const z = space.vector(transform.rows);
  const u = space.vector(transform.rows);
  const work = space.vector(transform.rows);
  const squares = kernels.f64(2);
  const system = normalSystem(kernels, problem);
  const height = kernels.mark();
  // F x is as uncertain as the magnitudes that it adds.
  const uncertainty =
    (precision === 'single' ? 2 ** -20 : 0) * largestMagnitude(transform.absoluteSums().rows);

  function factor(rho: number): { rows: number; inverses: number } {
    kernels.release(height);
    const lower = system(rho);
    factorise(lower.values, n);
    const inverses = space.vector(Float64Array.from({ length: n }, (_, i) => 1 / lower.values[i * n + i]!));
    for (let i = 0; i < n; i++) lower.values.fill(0, i * n + i, (i + 1) * n);
    return { rows: space.rows(lower), inverses: inverses.pointer };
  }

  let rho = firstRho;
  let { rows, inverses } = factor(rho);
  return {
    move(count) {
      const shared = [goal.pointer, x.pointer, z.pointer, u.pointer, work.pointer] as const;
      steps(map, rows, inverses, ...shared, rho, penalty / rho, count, squares.pointer);
      const [primal, change] = squares.view;
      const rounding = transform.rows * (uncertainty * largestOf(x.view)) ** 2;
      return { primal: primal!, dual: rho * rho * change!, rounding };
    },
    rebalance(by) {
      rho *= by;
      const { view } = u;
      for (let i = 0; i < view.length; i++) view[i]! /= by;
      ({ rows, inverses } = factor(rho));
    },
    read: () => ({
      coefficients: Float64Array.from(x.view),
      transformed: Float64Array.from(z.view),
      // What rounding leaves beyond lambda is none of the certificate.
      multipliers: Float64Array.from(u.view, (value) => Math.max(-penalty, Math.min(penalty, rho * value))),
    }),
  };
}

function largestOf(values: Float32Array | Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}

/** AtA + rho FtF [n x n] for one rho after another, in memory of its own. */
function normalSystem(
  kernels: Kernels,
  { design, transform }: GeneralisedLassoProblem,
): (rho: number) => DenseMatrix {
  const n = transform.columns;
  const gramOfColumns = (matrix: DenseMatrix): Float64Array => {
    const columns = transposed(matrix);
    return timesTranspose(columns, columns, kernels).values;
  };
  const ofTransform = gramOfColumns(matrixOf(transform));
  const ofDesign = design && gramOfColumns(design);
  return (rho) => {
    const values = ofTransform.map((value, i) => rho * value + (ofDesign ? ofDesign[i]! : 0));
    if (!ofDesign) for (let i = 0; i < n; i++) values[i * n + i]! += 1;
    return { rows: n, columns: n, values };
  };
}
