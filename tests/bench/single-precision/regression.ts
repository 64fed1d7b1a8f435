/**
 * How long the regressions of src-main/numerics take in single precision (in WebAssembly) and in double precision (the
 * reference), on one thread. Prints one JSON object: for each method the microseconds of processor time that a problem
 * takes and the objective reached.
 *
 *   node tests/bench/single-precision/regression.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKernels, type Kernels } from '../../../src-main/numerics/kernels/kernels.ts';
import { denseMatrix } from '../../../src-main/numerics/linalg/dense-matrix.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { fusedLasso } from '../../../src-main/numerics/regression/fused-lasso.ts';
import { generalisedLasso } from '../../../src-main/numerics/regression/generalised-lasso-admm.ts';
import {
  generalisedObjective,
  type GeneralisedLassoProblem,
} from '../../../src-main/numerics/regression/generalised-lasso-problem.ts';
import { hmLasso } from '../../../src-main/numerics/regression/high-missing-rate-lasso.ts';
import { denseMap, differenceMap } from '../../../src-main/numerics/regression/linear-map.ts';
import { pairwiseCovariance } from '../../../src-main/numerics/regression/pairwise-covariance.ts';
import { generalisedLassoPrimalDual } from '../../../src-main/numerics/regression/primal-dual.ts';
import { timed } from './timed.ts';

const wasm = join(import.meta.dirname, '../../../src-main/numerics/kernels/kernels.wasm');
const kernels = createKernels(readFileSync(wasm));
const random = createRandom(1, 'single-precision/regression');
const normals = (length: number) => Float64Array.from({ length }, () => random.normal());

type Precision = 'single' | 'double';
interface Row {
  readonly single: number;
  readonly double: number;
  readonly singleReached: number;
  readonly doubleReached: number;
}
const rows: Record<string, Row> = {};

/**
 * Measures a method that takes a precision, and kernels for the single one.
 *
 * @param runs problems in one measurement
 * @param reachedBy what a solution is judged by
 */
function measure<Solution>(
  name: string,
  runs: number,
  solve: (precision: Precision, available: Kernels | undefined) => Solution,
  reachedBy: (solution: Solution) => number,
): void {
  const by = (precision: Precision) => {
    const once = () => solve(precision, precision === 'single' ? kernels : undefined);
    const time = timed(runs, () => {
      for (let run = 0; run < runs; run++) once();
    });
    return { time, reached: reachedBy(once()) };
  };
  const single = by('single');
  const double = by('double');
  rows[name] = {
    single: single.time,
    double: double.time,
    singleReached: single.reached,
    doubleReached: double.reached,
  };
}

function measureGeneralised(
  name: string,
  solve: typeof generalisedLasso | typeof generalisedLassoPrimalDual,
  problem: GeneralisedLassoProblem,
  runs: number,
): void {
  measure(
    name,
    runs,
    (precision, available) => solve(problem, { tolerance: 1e-4, precision }, available),
    ({ coefficients, converged }) => {
      if (!converged) throw new Error(`${name} did not converge.`);
      return generalisedObjective(problem, coefficients);
    },
  );
}

const noisySine = (length: number) =>
  Float64Array.from({ length }, (_, i) => Math.sin(i / 40) + 0.3 * random.normal());
const noisySteps = (length: number) =>
  Float64Array.from({ length }, (_, i) => (Math.floor(i / 500) % 3) + 0.3 * random.normal());

// A profile of 2,000 values along a part.
const profile = noisySine(2000);
const fused = { target: noisySteps(2000), transform: differenceMap(2000, 1), penalty: 1 };
measureGeneralised('fused lasso by ADMM', generalisedLasso, fused, 5);
measureGeneralised('fused lasso by primal-dual', generalisedLassoPrimalDual, fused, 5);
measure(
  'fused lasso by the taut string',
  200,
  (precision, available) => {
    const found = new Float64Array(2000);
    fusedLasso(fused.target, { fusion: fused.penalty }, found, { precision }, available);
    return found;
  },
  (found) => generalisedObjective(fused, found),
);
const trend = { target: profile, transform: differenceMap(2000, 2), penalty: 5 };
measureGeneralised('trend filter', generalisedLasso, trend, 3);
// 300 samples of a spectrum of 200 neighbouring channels, of which few runs matter.
const spectra = denseMatrix(300, 200, normals(300 * 200));
const weights = Float64Array.from({ length: 200 }, (_, k) => (k % 67 < 15 ? 1 : 0));
const response = Float64Array.from({ length: 300 }, (_, i) =>
  weights.reduce((sum, w, k) => sum + w * spectra.values[i * 200 + k]!, random.normal()),
);
const smooth = { target: response, design: spectra, transform: differenceMap(200, 1), penalty: 20 };
measureGeneralised('fused regression by ADMM', generalisedLasso, smooth, 3);
measureGeneralised('fused regression by primal-dual', generalisedLassoPrimalDual, smooth, 1);
const analysis = denseMap(denseMatrix(400, 200, normals(400 * 200)));
const dense = { target: response.subarray(0, 200), transform: analysis, penalty: 0.05 };
measureGeneralised('dense transform by ADMM', generalisedLasso, dense, 3);
measureGeneralised('dense transform by primal-dual', generalisedLassoPrimalDual, dense, 1);
// 400 parts with 60 measurements each, of which more than half were not taken.
const measured = denseMatrix(400, 60, normals(400 * 60));
const outcome = Float64Array.from({ length: 400 }, (_, i) =>
  [2, -1.5, 1].reduce((sum, w, k) => sum + w * measured.values[i * 60 + k]!, 0.3 * random.normal()),
);
for (let at = 0; at < measured.values.length; at++) if (random.uniform() < 0.6) measured.values[at] = NaN;
const { covariance, observed } = pairwiseCovariance(measured, outcome);
measure(
  'lasso with missing values',
  2,
  (precision, available) => hmLasso(measured, outcome, 0.1, { precision }, available),
  // The weighted distance of the covariance that was used.
  (found) =>
    found.covariance.values.reduce(
      (sum, value, at) => sum + (observed.values[at]! * (value - covariance.values[at]!)) ** 2 / 2,
      0,
    ),
);

process.stdout.write(`${JSON.stringify(rows)}\n`);
