/**
 * How long the lasso of one signal over many features takes in single precision and in double precision, on one thread: its
 * paths, the methods for one penalty, and orthogonal matching pursuit. 100 samples of 1,000 features of which 20 matter. Prints one JSON object: for each
 * method the microseconds of processor time and what was reached.
 *
 *   node tests/bench/single-precision/lasso-paths.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKernels } from '../../../src-main/numerics/kernels/kernels.ts';
import { denseMatrix, rowOf, transposed } from '../../../src-main/numerics/linalg/dense-matrix.ts';
import { transposeTimesVector } from '../../../src-main/numerics/linalg/products.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { crossValidatedLasso } from '../../../src-main/numerics/regression/cross-validated-lasso.ts';
import { lassoPath, penaltyGrid } from '../../../src-main/numerics/regression/lasso-path.ts';
import { lassoAdmm } from '../../../src-main/numerics/sparse/lasso-admm.ts';
import { lassoCoordinateDescent } from '../../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import { largestPenalty, lassoObjective } from '../../../src-main/numerics/sparse/lasso-problem.ts';
import { lassoFista, lassoIsta } from '../../../src-main/numerics/sparse/lasso-proximal-gradient.ts';
import {
  coefficientsAt,
  leastAngleRegression,
} from '../../../src-main/numerics/sparse/least-angle-regression.ts';
import { orthogonalMatchingPursuit } from '../../../src-main/numerics/sparse/orthogonal-matching-pursuit.ts';
import { timed } from './timed.ts';

const [features, samples] = [1000, 100];
const wasm = join(import.meta.dirname, '../../../src-main/numerics/kernels/kernels.wasm');
const kernels = createKernels(readFileSync(wasm));
const random = createRandom(0, 'bench/lasso-paths');
const normals = (length: number) => Float64Array.from({ length }, () => random.normal());
const atoms = denseMatrix(features, samples, normals(samples * features));
const truth = new Float64Array(features);
for (let k = 0; k < features; k += 50) truth[k] = random.normal() + 1;
const signal = new Float64Array(samples);
transposeTimesVector(atoms, truth, signal);
signal.forEach((value, i) => (signal[i] = value + 0.1 * random.normal()));
const design = transposed(atoms);
const largest = largestPenalty(atoms, signal);
const penalty = 0.05 * largest;
const penalties = penaltyGrid(largest, { count: 100, ratio: 1e-2 });
/** Of the gap to the least objective, for all that iterates. */
const tolerance = 2e-6;

type Precision = 'single' | 'double';

/** One round of a method; what it reached. */
type Method = (precision: Precision) => number;

/** The objective. */
function by(
  solve: typeof lassoCoordinateDescent | typeof lassoIsta | typeof lassoFista | typeof lassoAdmm,
): Method {
  return (precision) => {
    const x = new Float64Array(features);
    solve({ atoms, signal, penalty }, x, { tolerance, precision }, kernels);
    return lassoObjective({ atoms, signal, penalty }, x);
  };
}

/** The objective at the last penalty. */
function overGrid(precision: Precision): number {
  const path = lassoPath(atoms, signal, penalties, { tolerance, precision }, kernels);
  return lassoObjective({ atoms, signal, penalty: penalties[99]! }, rowOf(path, 99));
}

/** The penalty chosen. */
function byCrossValidation(precision: Precision): number {
  const options = { folds: 5, count: 100, ratio: 1e-2, tolerance: 2e-4, precision } as const;
  return crossValidatedLasso(design, signal, options, kernels).chosen;
}

/** What is left of the signal's energy after as many atoms as matter. */
function byPursuit(precision: Precision): number {
  const x = new Float64Array(features);
  return orthogonalMatchingPursuit(atoms, signal, { nonzeros: 20, precision }, x, kernels).residualEnergy;
}

/** The objective at one penalty within the path. */
function byLeastAngles(method: 'lars' | 'lasso', nonNegative: boolean): Method {
  return (precision) => {
    const path = leastAngleRegression(atoms, signal, { method, nonNegative, precision }, kernels);
    const x = new Float64Array(features);
    coefficientsAt(path, penalty, x);
    return lassoObjective({ atoms, signal, penalty }, x);
  };
}

const methods: Readonly<Record<string, Method>> = {
  'path by LARS': byLeastAngles('lars', false),
  'path by lasso-LARS': byLeastAngles('lasso', false),
  'path by lasso-LARS, non-negative': byLeastAngles('lasso', true),
  'lasso by coordinate descent': by(lassoCoordinateDescent),
  'lasso by ISTA': by(lassoIsta),
  'lasso by FISTA': by(lassoFista),
  'lasso by ADMM': by(lassoAdmm),
  'lasso path, 100 penalties': overGrid,
  'cross-validated lasso, 5 folds, 100 penalties': byCrossValidation,
  'orthogonal matching pursuit of one signal, 20 atoms': byPursuit,
};

/** Rounds that are timed together, after as many for the compiler. */
const rounds = 3;

function measure(method: Method) {
  const one = (precision: Precision) => {
    let reached = 0;
    const work = () => {
      for (let round = 0; round < rounds; round++) reached = method(precision);
    };
    work();
    return { time: timed(rounds, work), reached };
  };
  const [single, double] = [one('single'), one('double')];
  return {
    single: single.time,
    double: double.time,
    singleReached: single.reached,
    doubleReached: double.reached,
  };
}

const rows = Object.entries(methods).map(([name, method]) => [name, measure(method)]);
process.stdout.write(`${JSON.stringify(Object.fromEntries(rows))}\n`);
