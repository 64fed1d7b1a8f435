/**
 * How long learning dictionaries and filters, convolutional and multi-layer codes take in single precision (in WebAssembly) and
 * in double precision (the reference), on one thread. Prints one JSON object: for each method the microseconds of processor
 * time that it takes and what was reached.
 *
 *   node tests/bench/single-precision/learning.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convolutionalCodes } from '../../../src-main/numerics/convolutional/convolutional-codes.ts';
import { mapSize } from '../../../src-main/numerics/convolutional/filter-bank.ts';
import { learnFilters } from '../../../src-main/numerics/convolutional/filter-learning.ts';
import { multiLayerCodes } from '../../../src-main/numerics/convolutional/multi-layer-codes.ts';
import { lassoCoder, priorCoder, pursuitCoder } from '../../../src-main/numerics/dictionary/coder.ts';
import { dctDictionary } from '../../../src-main/numerics/dictionary/dct.ts';
import { learnByLasso } from '../../../src-main/numerics/dictionary/lasso-learning.ts';
import { learnByMod } from '../../../src-main/numerics/dictionary/method-of-optimal-directions.ts';
import {
  learnByOlshausenField,
  sparseCodingEnergy,
} from '../../../src-main/numerics/dictionary/olshausen-field.ts';
import { deadLeaves } from '../../../src-main/numerics/experiments/dead-leaves.ts';
import { createKernels, type Kernels } from '../../../src-main/numerics/kernels/kernels.ts';
import { denseMatrix, rowOf } from '../../../src-main/numerics/linalg/dense-matrix.ts';
import { absoluteSum } from '../../../src-main/numerics/linalg/vectors.ts';
import { extractPatches } from '../../../src-main/numerics/patches/extract-patches.ts';
import { patchCount, patchGrid } from '../../../src-main/numerics/patches/patch-grid.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { cauchyPrior, gaussianPrior, type SparsityPrior } from '../../../src-main/numerics/sparse/priors.ts';
import { timed } from './timed.ts';

const wasm = join(import.meta.dirname, '../../../src-main/numerics/kernels/kernels.wasm');
const kernels = createKernels(readFileSync(wasm));
const random = createRandom(1, 'single-precision/learning');
const [patchSize, atomCount, nonzeros, count] = [8, 128, 4, 3000];
const dimension = patchSize * patchSize;
const penalty = 0.1;

const size = { width: 256, height: 256 };
const picture = deadLeaves(size, { seed: 1, stripes: 0.3 });
const patches = kernels.scoped(() => {
  const grid = patchGrid(size, { size: patchSize, stride: 4 });
  const all = patchCount(grid);
  const cut = { out: kernels.f32(all * dimension), means: kernels.f32(all), energies: kernels.f32(all) };
  const range = { grid, firstIndex: 0, count: all };
  extractPatches(kernels, kernels.copyF32(picture), size, range, { removeMean: true }, cut);
  return cut.out.view.slice(0, count * dimension);
});
const signals = denseMatrix(count, dimension, Float64Array.from(patches));
const cosines = () =>
  denseMatrix(
    atomCount,
    dimension,
    Float64Array.from(dctDictionary({ width: patchSize, height: patchSize, atoms: atomCount })),
  );

interface Row {
  readonly single: number;
  readonly double: number;
  readonly singleReached: number;
  readonly doubleReached: number;
}
const rows: Record<string, Row> = {};

/** @param work with kernels in single precision, without in double; gives what was reached */
function measure(name: string, work: (kernels?: Kernels) => number): void {
  let [singleReached, doubleReached] = [0, 0];
  const single = timed(1, () => (singleReached = work(kernels)));
  const double = timed(1, () => (doubleReached = work()));
  rows[name] = { single, double, singleReached, doubleReached };
}

const precisionOf = (available?: Kernels) => (available ? 'single' : 'double');

measure('learning by optimal directions', (available) => {
  const coder = pursuitCoder(nonzeros, available);
  return learnByMod(signals, cosines(), { coder, iterations: 3 }, available).at(-1)!;
});
measure("learning by Olshausen and Field's rule", (available) => {
  const precision = precisionOf(available);
  const options = { penalty, batch: 200, updates: 10, seed: 1, precision } as const;
  const coder = lassoCoder(penalty, { tolerance: 1e-4, precision }, available);
  return learnByOlshausenField(signals, cosines(), { ...options, coder }, available).at(-1)!;
});
measure('learning by the lasso', (available) => {
  const options = { penalty, iterations: 3, tolerance: 1e-4, precision: precisionOf(available) } as const;
  return learnByLasso(signals, cosines(), options, available).at(-1)!;
});

const some = denseMatrix(500, dimension, signals.values.subarray(0, 500 * dimension));
const measureCodes = (name: string, prior: SparsityPrior) =>
  measure(`500 codes under the ${name} prior`, (available) => {
    const atoms = cosines();
    const codes = denseMatrix(some.rows, atomCount, new Float64Array(some.rows * atomCount));
    priorCoder(prior, penalty, { tolerance: 1e-4 }, available)(atoms, some, codes);
    return sparseCodingEnergy(atoms, some, codes, penalty, prior);
  });
measureCodes('Gaussian', gaussianPrior);
measureCodes('Cauchy', cauchyPrior);

const image = { width: 128, height: 128 };
const mean = picture.reduce((sum, value) => sum + value, 0) / picture.length;
const middle = Float64Array.from(
  { length: 128 * 128 },
  (_, i) => picture[(64 + Math.floor(i / 128)) * 256 + 64 + (i % 128)]! - mean,
);
const start = Float64Array.from({ length: 16 * dimension }, () => random.normal() / patchSize / 1.3);
const bank = () => ({ count: 16, size: patchSize, values: start.slice() });
const map = mapSize(image, bank());
measure('convolutional codes of 16 filters, 128 x 128 pixels', (available) => {
  const maps = new Float64Array(16 * map.width * map.height);
  const options = { penalty, tolerance: 1e-4 };
  return convolutionalCodes(bank(), middle, image, options, maps, available).objective;
});
measure('learning 16 filters from 128 x 128 pixels', (available) => {
  const options = { penalty, iterations: 2, codeSteps: 20 };
  return learnFilters(bank(), [{ picture: middle, size: image }], options, available).at(-1)!;
});

const deeper = denseMatrix(64, atomCount, new Float64Array(64 * atomCount));
for (let k = 0; k < deeper.rows; k++)
  for (let use = 0; use < nonzeros; use++) rowOf(deeper, k)[random.integer(atomCount)] = random.normal() / 2;
measure('multi-layer codes', (available) => {
  const layers = [
    { atoms: cosines(), penalty: 0.01 },
    { atoms: deeper, penalty: 0.05 },
  ];
  const options = { tolerance: 1e-4, precision: precisionOf(available) } as const;
  let sum = 0;
  for (let i = 0; i < 3; i++)
    for (const code of multiLayerCodes(rowOf(signals, 500 * i), layers, options, available).codes)
      sum += absoluteSum(code);
  return sum;
});

process.stdout.write(`${JSON.stringify(rows)}\n`);
