/**
 * How long the methods of src-main/numerics that take a picture as a whole take in single and in double precision, on one
 * thread. Prints one JSON object: for each method the microseconds of processor time that a picture takes, and what was
 * reached: the error against the picture that was looked for (root of the mean square), or the sum of what came out.
 *
 *   node tests/bench/single-precision/images.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deadLeaves } from '../../../src-main/numerics/experiments/dead-leaves.ts';
import { headPhantom } from '../../../src-main/numerics/experiments/phantom.ts';
import { createKernels } from '../../../src-main/numerics/kernels/kernels.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { reconstructFromFourier } from '../../../src-main/numerics/restoration/compressed-sensing.ts';
import {
  measureFourier,
  variableDensityMask,
} from '../../../src-main/numerics/restoration/partial-fourier.ts';
import type { ImageSparsity } from '../../../src-main/numerics/restoration/sparse-splitting.ts';
import { waveletTransform } from '../../../src-main/numerics/transforms/wavelet.ts';
import { timed } from './timed.ts';

const wasm = join(import.meta.dirname, '../../../src-main/numerics/kernels/kernels.wasm');
const kernels = createKernels(readFileSync(wasm));

const scan = { width: 256, height: 256 };
const phantom = headPhantom(scan);
const measured = measureFourier(phantom, scan, variableDensityMask(scan, 0.25, createRandom(1, 'mask')));

function reconstruction(sparsity: ImageSparsity) {
  const options = { sparsity, rounds: 5 };
  const [fast, plain] = [new Float64Array(phantom.length), new Float64Array(phantom.length)];
  const error = (out: Float64Array) =>
    Math.sqrt(out.reduce((sum, value, i) => sum + (value - phantom[i]!) ** 2, 0) / out.length);
  return {
    single: timed(1, () => {
      reconstructFromFourier(measured, { ...options, precision: 'single' }, fast, kernels);
    }),
    double: timed(1, () => {
      reconstructFromFourier(measured, options, plain);
    }),
    singleReached: error(fast),
    doubleReached: error(plain),
  };
}

function wavelets() {
  const size = { width: 1024, height: 1024 };
  const picture = Float64Array.from(deadLeaves(size, { seed: 1 }));
  const [fast, plain] = [new Float64Array(picture.length), new Float64Array(picture.length)];
  const magnitudes = (out: Float64Array) => out.reduce((sum, value) => sum + Math.abs(value), 0);
  return {
    single: timed(1, () => {
      fast.set(picture);
      waveletTransform(fast, size, 'daubechies4', 4, { precision: 'single' }, kernels);
    }),
    double: timed(1, () => {
      plain.set(picture);
      waveletTransform(plain, size, 'daubechies4', 4);
    }),
    singleReached: magnitudes(fast),
    doubleReached: magnitudes(plain),
  };
}

const rows = {
  'compressed sensing by total variation': reconstruction({ kind: 'total-variation' }),
  'compressed sensing by wavelets': reconstruction({ kind: 'wavelet', wavelet: 'haar', levels: 4 }),
  'wavelet transform': wavelets(),
};
process.stdout.write(`${JSON.stringify(rows)}\n`);
