/**
 * How long the methods of src-main/numerics take, in double precision unless a row says otherwise, on one thread. Writes
 * the problems into a folder, so that other software can be given the same, and prints one JSON object.
 *
 *   node tests/bench/numerics.ts FOLDER
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { learnDictionary } from '../../src-main/numerics/dictionary/learn.ts';
import { learnByLasso } from '../../src-main/numerics/dictionary/lasso-learning.ts';
import { deadLeaves } from '../../src-main/numerics/experiments/dead-leaves.ts';
import { createKernels } from '../../src-main/numerics/kernels/kernels.ts';
import { denseMatrix, rowOf, transposed } from '../../src-main/numerics/linalg/dense-matrix.ts';
import { gramOfRows, transposeTimesVector } from '../../src-main/numerics/linalg/products.ts';
import { squaredNorm } from '../../src-main/numerics/linalg/vectors.ts';
import { extractPatches } from '../../src-main/numerics/patches/extract-patches.ts';
import { finishOverlapAdd, overlapAdd } from '../../src-main/numerics/patches/overlap-add.ts';
import { patchCount, patchGrid } from '../../src-main/numerics/patches/patch-grid.ts';
import { createRandom } from '../../src-main/numerics/random/generator.ts';
import { crossValidatedLasso } from '../../src-main/numerics/regression/cross-validated-lasso.ts';
import { lassoPath, penaltyGrid } from '../../src-main/numerics/regression/lasso-path.ts';
import { denoiseByChambolle } from '../../src-main/numerics/restoration/total-variation-chambolle.ts';
import { restoreBySplitBregman } from '../../src-main/numerics/restoration/total-variation-split-bregman.ts';
import { totalVariationEnergy } from '../../src-main/numerics/restoration/total-variation.ts';
import { batchOmp, createCodes, prepareDictionary } from '../../src-main/numerics/sparse/batch-omp.ts';
import { jointCodes } from '../../src-main/numerics/sparse/joint-codes.ts';
import { homotopyCodes } from '../../src-main/numerics/sparse/homotopy-codes.ts';
import { lassoCoordinateDescent } from '../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import { largestPenalty, lassoObjective } from '../../src-main/numerics/sparse/lasso-problem.ts';
import { leastAngleRegression } from '../../src-main/numerics/sparse/least-angle-regression.ts';
import { orthogonalMatchingPursuit } from '../../src-main/numerics/sparse/orthogonal-matching-pursuit.ts';
import { fitWhitening, whitenRows } from '../../src-main/numerics/transforms/whitening.ts';

interface Row {
  seconds: number;
  /** What was reached, in the same terms by everybody: an objective, an energy, a count. */
  reached: number;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder that the problems are written to.');

const random = createRandom(0, 'bench/numerics');
const normals = (length: number) => Float64Array.from({ length }, () => random.normal());
const wasm = join(import.meta.dirname, '..', '..', 'src-main', 'numerics', 'kernels', 'kernels.wasm');
const kernels = createKernels(readFileSync(wasm));
const rows: Record<string, Row> = {};

/**
 * The least processor time of some rounds, the compiler's and the garbage collector's included: other work on the machine
 * disturbs it least.
 */
function measure(name: string, rounds: number, work: () => number): void {
  let seconds = Infinity;
  let reached = 0;
  for (let round = 0; round < rounds; round++) {
    const started = process.cpuUsage();
    reached = work();
    const { user, system } = process.cpuUsage(started);
    seconds = Math.min(seconds, (user + system) / 1e6);
  }
  rows[name] = { seconds, reached };
}

function write(name: string, values: Float64Array): void {
  writeFileSync(join(folder!, `${name}.f64`), values);
}

// 1,000 features of which 20 matter, 100 samples.
const samples = 100;
const features = 1000;
const atoms = denseMatrix(features, samples, normals(samples * features));
const truth = new Float64Array(features);
for (let k = 0; k < 20; k++) truth[50 * k] = random.normal() + 1;
const signal = new Float64Array(samples);
transposeTimesVector(atoms, truth, signal);
signal.forEach((value, i) => (signal[i] = value + 0.1 * random.normal()));
const design = transposed(atoms);
write('design', design.values);
write('target', signal);
const penalty = 0.05 * largestPenalty(atoms, signal);
const tolerance = 2e-6;

measure('lasso', 60, () => {
  const x = new Float64Array(features);
  lassoCoordinateDescent({ atoms, signal, penalty }, x, { tolerance });
  return lassoObjective({ atoms, signal, penalty }, x);
});
measure('lasso path', 10, () => {
  const penalties = penaltyGrid(largestPenalty(atoms, signal), { count: 100, ratio: 1e-2 });
  const path = lassoPath(atoms, signal, penalties, { tolerance });
  return lassoObjective({ atoms, signal, penalty: penalties[99]! }, rowOf(path, 99));
});
measure('lasso path by LARS', 15, () => {
  const { penalties } = leastAngleRegression(atoms, signal, { method: 'lasso' }, kernels);
  return penalties.length;
});
measure(
  'orthogonal matching pursuit',
  100,
  () =>
    orthogonalMatchingPursuit(atoms, signal, { nonzeros: 20 }, new Float64Array(features), kernels)
      .residualEnergy,
);
measure('cross-validated lasso', 3, () => {
  const { chosen } = crossValidatedLasso(design, signal, {
    folds: 5,
    count: 100,
    ratio: 1e-2,
    tolerance: 2e-4,
  });
  return chosen;
});

// Patches of a picture over a dictionary learnt from it.
const size = { width: 256, height: 256 };
const picture = deadLeaves(size, { seed: 1, stripes: 0.3 });
const noisy = picture.map((value) => value + 0.05 * random.normal());
write('noisy', noisy);
const grid = patchGrid(size, { size: 8, stride: 1 });
const count = patchCount(grid);
const plane = kernels.copyF32(noisy);
const cut = { out: kernels.f32(count * 64), means: kernels.f32(count), energies: kernels.f32(count) };
const range = { grid, firstIndex: 0, count };
measure('patches, single precision', 7, () => {
  extractPatches(kernels, plane, size, range, { removeMean: false }, cut);
  return kernels.scoped(() => {
    const sums = { accumulator: kernels.f32(noisy.length), weights: kernels.f32(noisy.length) };
    overlapAdd(kernels, cut.out, cut.means, size, range, sums);
    finishOverlapAdd(kernels, size, sums);
    return sums.accumulator.view[1000]!;
  });
});

extractPatches(kernels, plane, size, range, { removeMean: true }, cut);
const many = 10_000;
const every = Math.floor(count / many);
const patches = new Float64Array(many * 64);
for (let i = 0; i < many; i++)
  patches.set(cut.out.view.subarray(i * every * 64, (i * every + 1) * 64), i * 64);
write('patches', patches);
const singles = Float32Array.from(patches);
const options = { atoms: 128, nonzeros: 4, iterations: 5, initialisation: 'data', seed: 0 } as const;
measure('dictionary learning, single precision', 3, () => {
  const { objective } = learnDictionary(kernels, singles, many, { ...options, method: 'online' });
  return objective.at(-1)!;
});
const learnt = learnDictionary(kernels, singles, many, { ...options, method: 'ksvd' }).atoms;
const dictionary = denseMatrix(128, 64, learnt);
write('atoms', dictionary.values);
measure('omp codes, single precision', 7, () =>
  kernels.scoped(() => {
    const coder = prepareDictionary(kernels, learnt, { atomCount: 128, dimension: 64 });
    const codes = createCodes(kernels, many, 4);
    batchOmp(kernels, coder, kernels.copyF32(singles), many, { nonzeros: 4, errorTarget: 0 }, codes);
    return codes.residualEnergy.view.reduce((sum, value) => sum + value, 0);
  }),
);
const few = 2000;
const signals = denseMatrix(few, 64, patches.slice(0, few * 64));
const codePenalty = 0.05;
const objectiveOf = (codes: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < few; i++)
    sum += lassoObjective(
      { atoms: dictionary, signal: rowOf(signals, i), penalty: codePenalty },
      codes.subarray(i * 128, (i + 1) * 128),
    );
  return sum;
};
const codes = denseMatrix(few, 128, new Float64Array(few * 128));
measure('lasso codes', 5, () => {
  homotopyCodes(dictionary, signals, codePenalty, codes, {}, gramOfRows(dictionary), kernels);
  return codes.values.length;
});
rows['lasso codes']!.reached = objectiveOf(codes.values);
const together = denseMatrix(200, 64, patches.slice(0, 200 * 64));
const jointObjective = () => {
  let sum = 0;
  for (let i = 0; i < 200; i++)
    sum += lassoObjective({ atoms: dictionary, signal: rowOf(together, i), penalty: 0 }, rowOf(jointly, i));
  const byAtom = transposed(jointly);
  for (let k = 0; k < 128; k++) sum += Math.sqrt(squaredNorm(rowOf(byAtom, k)));
  return sum;
};
const jointly = denseMatrix(200, 128, new Float64Array(200 * 128));
measure('joint codes', 3, () => {
  jointCodes(dictionary, together, 1, jointly, { tolerance: 1e-7 });
  return jointly.values.length;
});
rows['joint codes']!.reached = jointObjective();

const positive = denseMatrix(1000, 64, patches.slice(0, 64_000).map(Math.abs));
write('positive', positive.values);
const start = positive.values.slice(0, 32 * 64);
for (let k = 0; k < 32; k++) {
  const atom = start.subarray(k * 64, (k + 1) * 64);
  const norm = Math.hypot(...atom) || 1;
  atom.forEach((value, a) => (atom[a] = norm > 0 ? value / norm : 0));
}
write('start', start);
measure('non-negative dictionary', 3, () => {
  const settings = { penalty: 0.1, iterations: 10, nonNegative: true };
  const objective = learnByLasso(positive, denseMatrix(32, 64, start.slice()), settings, kernels);
  return objective.at(-1)! * 1000;
});
measure('whitening', 15, () => {
  const all = denseMatrix(many, 64, patches);
  const white = whitenRows(fitWhitening(all, { method: 'pca', components: 63 }, kernels), all, kernels);
  return white.columns;
});

const problem = { image: noisy, size, penalty: 0.05 };
const out = new Float64Array(noisy.length);
measure('total variation, dual', 15, () => {
  denoiseByChambolle(problem, out, { tolerance: 0, maxIterations: 50 }, kernels);
  return totalVariationEnergy(problem, out);
});
measure('total variation, split Bregman', 15, () => {
  restoreBySplitBregman(problem, out, { tolerance: 0, maxIterations: 50 }, kernels);
  return totalVariationEnergy(problem, out);
});

process.stdout.write(`${JSON.stringify(rows)}\n`);
