/**
 * How long codes of one picture's patches take by each iterative method of src-main/numerics, in single precision (in
 * WebAssembly) and in double precision (the reference), on one thread. Prints one JSON object: for each method the
 * microseconds of processor time that a signal takes and the mean objective reached.
 *
 *   node tests/bench/single-precision/iterative-codes.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { learnDictionary } from '../../../src-main/numerics/dictionary/learn.ts';
import { deadLeaves } from '../../../src-main/numerics/experiments/dead-leaves.ts';
import { createKernels } from '../../../src-main/numerics/kernels/kernels.ts';
import { denseMatrix, rowOf } from '../../../src-main/numerics/linalg/dense-matrix.ts';
import { gramOfRows, timesVector } from '../../../src-main/numerics/linalg/products.ts';
import { squaredSpectralNorm } from '../../../src-main/numerics/linalg/spectral-norm.ts';
import { extractPatches } from '../../../src-main/numerics/patches/extract-patches.ts';
import { patchCount, patchGrid } from '../../../src-main/numerics/patches/patch-grid.ts';
import { prepareDictionary } from '../../../src-main/numerics/sparse/dictionary.ts';
import { iterativeCodes } from '../../../src-main/numerics/sparse/iterative-codes.ts';
import type { IterativeCoding } from '../../../src-main/numerics/sparse/iterative-codes.ts';
import { iterativeHardThresholding } from '../../../src-main/numerics/sparse/iterative-hard-thresholding.ts';
import { lassoAdmm } from '../../../src-main/numerics/sparse/lasso-admm.ts';
import { lassoCoordinateDescent } from '../../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import { lassoObjective } from '../../../src-main/numerics/sparse/lasso-problem.ts';
import { lassoFista, lassoIsta } from '../../../src-main/numerics/sparse/lasso-proximal-gradient.ts';
import { locallyCompetitive } from '../../../src-main/numerics/sparse/locally-competitive.ts';
import { matchingPursuit } from '../../../src-main/numerics/sparse/matching-pursuit.ts';
import { hardShrinkage, softShrinkage } from '../../../src-main/numerics/sparse/shrinkage.ts';
import type { Shrinkage } from '../../../src-main/numerics/sparse/shrinkage.ts';
import { timed } from './timed.ts';

const penalty = 0.05;
const nonzeros = 4;
/** Of the gap to the least objective, and of the optimality conditions. */
const tolerance = 2e-6;
const conditions = 1e-4;
const [atomCount, dimension] = [128, 64];
const [manySignals, fewSignals] = [2000, 100];

const wasm = join(import.meta.dirname, '../../../src-main/numerics/kernels/kernels.wasm');
const kernels = createKernels(readFileSync(wasm));
const size = { width: 256, height: 256 };
const grid = patchGrid(size, { size: 8, stride: 4 });
const count = patchCount(grid);
const cut = { out: kernels.f32(count * dimension), means: kernels.f32(count), energies: kernels.f32(count) };
const picture = kernels.copyF32(deadLeaves(size, { seed: 1, stripes: 0.3 }));
extractPatches(kernels, picture, size, { grid, firstIndex: 0, count }, { removeMean: true }, cut);
const patches = cut.out.view.slice(0, manySignals * dimension);
const settings = { atoms: atomCount, nonzeros, iterations: 5, initialisation: 'data', seed: 0 } as const;
const { atoms } = learnDictionary(kernels, patches, manySignals, { ...settings, method: 'ksvd' });

const dictionary = denseMatrix(atomCount, dimension, Float64Array.from(atoms));
const signals = denseMatrix(
  fewSignals,
  dimension,
  Float64Array.from(patches.subarray(0, fewSignals * dimension)),
);
const gram = gramOfRows(dictionary);
// The step that the single-precision form takes.
const step = Math.min(0.2, 1 / squaredSpectralNorm(dictionary));
const drive = new Float64Array(atomCount);

function compete(signal: Float64Array, code: Float64Array, shrink: Shrinkage): void {
  timesVector(dictionary, signal, drive);
  locallyCompetitive(gram, drive, penalty, code, { shrink, step, tolerance: conditions });
}

/** Codes under smooth priors are measured with what is learnt from them. */
type Method = Exclude<IterativeCoding['method'], 'prior'>;

const references: Record<Method, (signal: Float64Array, code: Float64Array) => void> = {
  ista: (signal, code) => void lassoIsta({ atoms: dictionary, signal, penalty }, code, { tolerance }),
  fista: (signal, code) => void lassoFista({ atoms: dictionary, signal, penalty }, code, { tolerance }),
  'coordinate-descent': (signal, code) =>
    void lassoCoordinateDescent({ atoms: dictionary, signal, penalty }, code, { tolerance }),
  admm: (signal, code) => void lassoAdmm({ atoms: dictionary, signal, penalty }, code, { tolerance }),
  lca: (signal, code) => compete(signal, code, softShrinkage),
  'hard-lca': (signal, code) => compete(signal, code, hardShrinkage),
  'matching-pursuit': (signal, code) =>
    void matchingPursuit(dictionary, signal, { nonzeros: 4 * nonzeros }, code),
  'hard-thresholding': (signal, code) =>
    void iterativeHardThresholding(dictionary, signal, { nonzeros, tolerance: 1e-6 }, code),
};

const unpenalised: readonly string[] = ['hard-thresholding', 'hard-lca', 'matching-pursuit'];

/** Mean objective of the first signals; without a penalty where the method has none. */
function objective(method: Method, codes: Float64Array): number {
  const own = unpenalised.includes(method) ? 0 : penalty;
  let sum = 0;
  for (let i = 0; i < fewSignals; i++) {
    const code = codes.subarray(i * atomCount, (i + 1) * atomCount);
    sum += lassoObjective({ atoms: dictionary, signal: rowOf(signals, i), penalty: own }, code);
  }
  return sum / fewSignals;
}

function codingBy(method: Method): IterativeCoding {
  const common = { tolerance: conditions };
  if (method === 'hard-thresholding') return { method, nonzeros, ...common };
  if (method === 'matching-pursuit') return { method, steps: 4 * nonzeros, ...common };
  return { method, penalty, ...common };
}

function measure(method: Method, reference: (typeof references)[typeof method]) {
  const coding = codingBy(method);
  const fast = kernels.f32(manySignals * atomCount);
  const coder = prepareDictionary(kernels, atoms, { atomCount, dimension });
  const input = kernels.copyF32(patches);
  const single = timed(manySignals, () => iterativeCodes(kernels, coder, input, manySignals, coding, fast));
  const codes = new Float64Array(fewSignals * atomCount);
  const double = timed(fewSignals, () => {
    for (let i = 0; i < fewSignals; i++)
      reference(rowOf(signals, i), codes.subarray(i * atomCount, (i + 1) * atomCount).fill(0));
  });
  return {
    single,
    double,
    singleReached: objective(method, Float64Array.from(fast.view.subarray(0, codes.length))),
    doubleReached: objective(method, codes),
  };
}

const rows = Object.entries(references).map(([method, reference]) => [
  `codes by ${method}`,
  kernels.scoped(() => measure(method as Method, reference)),
]);
process.stdout.write(`${JSON.stringify(Object.fromEntries(rows))}\n`);
