import type { F32, Kernels } from '../kernels/kernels.ts';
import { transposed, type DenseMatrix } from '../linalg/dense-matrix.ts';
import { timesTranspose } from '../linalg/products.ts';
import { squaredSpectralNorm } from '../linalg/spectral-norm.ts';
import { euclideanNorm } from '../linalg/vectors.ts';
import {
  checkLasso,
  lassoDefaults,
  type LassoProblem,
  type LassoReport,
  type LassoStopping,
} from './lasso-problem.ts';
import { singleDesign } from './single-design.ts';

const methods = { ista: 0, fista: 1, admm: 3 } as const;
/** Of the gap, which rounding may keep from falling below 1e-6. */
const defaultTolerance = 1e-5;

/**
 * `lassoIsta` and `lassoFista`, whose arguments these are, in single precision in WebAssembly.
 *
 * @param lipschitz by default found in double precision
 */
export function kernelProximalGradient(
  kernels: Kernels,
  problem: LassoProblem,
  coefficients: Float64Array,
  { lipschitz, ...stopping }: LassoStopping & { readonly lipschitz?: number },
  method: 'ista' | 'fista',
): LassoReport {
  checkLasso(problem, coefficients);
  // D Dt and Dt D have the same largest eigenvalue: the root of that of their squares.
  const most = lipschitz ?? Math.sqrt(squaredSpectralNorm(smallerGram(kernels, problem.atoms)));
  return kernels.scoped(() =>
    solve(kernels, problem, coefficients, stopping, { method, step: most > 0 ? 1 / most : 1 }),
  );
}

/**
 * `lassoAdmm`, whose arguments these are, in single precision in WebAssembly; the system is inverted in double precision.
 *
 * @param rho the weight of agreement
 */
export function kernelAdmm(
  kernels: Kernels,
  problem: LassoProblem,
  coefficients: Float64Array,
  stopping: LassoStopping,
  rho: number,
): LassoReport {
  checkLasso(problem, coefficients);
  if (!Number.isFinite(rho)) return unsolved(coefficients);
  // In the unit in which rho is 1: atoms are divided by its root, and coefficients multiplied.
  const root = rho > 0 ? Math.sqrt(rho) : 1;
  const { rows, columns, values } = problem.atoms;
  const atoms = { rows, columns, values: values.map((value) => value / root) };
  const scaled = { ...problem, atoms, penalty: problem.penalty / root };
  const x = coefficients.map((value) => value * root);
  const report = kernels.scoped(() => {
    const inverse = liftedInverse(kernels, smallerGram(kernels, atoms));
    return solve(kernels, scaled, x, stopping, { method: 'admm', inverse, hasLemma: rows > columns });
  });
  x.forEach((value, k) => (coefficients[k] = value / root));
  return report;
}

interface Method {
  readonly method: keyof typeof methods;
  readonly step?: number;
  readonly inverse?: F32;
  readonly hasLemma?: boolean;
}

function solve(
  kernels: Kernels,
  { atoms, signal, penalty, nonNegative = false }: LassoProblem,
  coefficients: Float64Array,
  { tolerance = defaultTolerance, maxIterations = lassoDefaults.maxIterations }: LassoStopping,
  { method, step = 0, inverse, hasLemma = false }: Method,
): LassoReport {
  const { functions } = kernels;
  // The signal is brought to length 1, so that it may be in any unit.
  const norm = euclideanNorm(signal);
  if (!Number.isFinite(norm)) return unsolved(coefficients);
  const unit = norm || 1;
  const { rows, stride } = singleDesign(kernels, atoms);
  const target = kernels.f32(stride);
  target.view.set(signal.map((value) => value / unit));
  const x = kernels.copyF32(coefficients.map((value) => value / unit));
  const report = kernels.f64(4);
  functions.lassoSteps(
    methods[method],
    rows.pointer,
    atoms.rows,
    stride,
    target.pointer,
    nonNegative ? 1 : 0,
    penalty / unit,
    step,
    inverse?.pointer ?? 0,
    hasLemma ? 1 : 0,
    tolerance,
    maxIterations,
    x.pointer,
    report.pointer,
    kernels.f32(functions.lassoStepsScratch(atoms.rows, stride) / 4).pointer,
  );
  x.view.forEach((value, k) => (coefficients[k] = value * unit));
  const [objective, gap, iterations, converged] = report.view;
  return {
    objective: objective! * unit * unit,
    gap: gap! * unit * unit,
    iterations: iterations!,
    converged: converged === 1,
  };
}

/** What there is to say of a problem that is not finite. */
function unsolved(coefficients: Float64Array): LassoReport {
  coefficients.fill(0);
  return { objective: Number.NaN, gap: Number.NaN, iterations: 0, converged: false };
}

/** D Dt, or Dt D where that is smaller, in double precision. */
function smallerGram(kernels: Kernels, atoms: DenseMatrix): DenseMatrix {
  const few = atoms.rows <= atoms.columns ? atoms : transposed(atoms);
  return timesTranspose(few, few, kernels);
}

/**
 * (G + I)^-1 in kernel memory, rows [n rounded up to a multiple of 8]; beyond n they are 0.
 *
 * @throws RangeError where G is not one of numbers whose squares are finite
 */
function liftedInverse(kernels: Kernels, { rows: n, values }: DenseMatrix): F32 {
  const { functions } = kernels;
  const [stride, wide] = [Math.ceil(n / 8) * 8, Math.ceil(n / 4) * 4];
  const inverse = kernels.f32(stride * stride);
  for (let i = 0; i < n; i++) values[i * n + i]! += 1;
  kernels.scoped(() => {
    const scratch = kernels.f64(Math.ceil(functions.homotopyScratch(0, n) / 8));
    const found = functions.invertGram(kernels.copyF64(values).pointer, n, scratch.pointer);
    if (found === 0) throw new RangeError('The squares of the atoms are not finite.');
    const first = (found - scratch.pointer) / 8;
    for (let i = 0; i < n; i++)
      inverse.view.set(scratch.view.subarray(first + i * wide, first + i * wide + n), i * stride);
  });
  return inverse;
}
