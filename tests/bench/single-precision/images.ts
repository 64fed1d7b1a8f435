/**
 * How long the methods of src-main/numerics that take a picture as a whole, or all its patches, take in single and in double
 * precision, on one thread. Prints one JSON object: for each method the microseconds of processor time that a picture
 * takes, and what was reached: the error against the picture that was looked for (root of the mean square), or the mean
 * magnitude of what came out.
 *
 *   node tests/bench/single-precision/images.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dctDictionary } from '../../../src-main/numerics/dictionary/dct.ts';
import { deadLeaves } from '../../../src-main/numerics/experiments/dead-leaves.ts';
import { headPhantom } from '../../../src-main/numerics/experiments/phantom.ts';
import type { KernelOptions } from '../../../src-main/numerics/kernels/kernel-options.ts';
import { createKernels } from '../../../src-main/numerics/kernels/kernels.ts';
import { denseMatrix } from '../../../src-main/numerics/linalg/dense-matrix.ts';
import { patchGrid } from '../../../src-main/numerics/patches/patch-grid.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { reconstructFromFourier } from '../../../src-main/numerics/restoration/compressed-sensing.ts';
import { denoiseByDictionary } from '../../../src-main/numerics/restoration/dictionary-denoising.ts';
import { gridPatches } from '../../../src-main/numerics/restoration/image-patches.ts';
import {
  measureFourier,
  variableDensityMask,
} from '../../../src-main/numerics/restoration/partial-fourier.ts';
import type { ImageSparsity } from '../../../src-main/numerics/restoration/sparse-splitting.ts';
import { waveletTransform } from '../../../src-main/numerics/transforms/wavelet.ts';
import { fitWhitening, unwhitenRows, whitenRows } from '../../../src-main/numerics/transforms/whitening.ts';
import { timed } from './timed.ts';

const wasm = join(import.meta.dirname, '../../../src-main/numerics/kernels/kernels.wasm');
const kernels = createKernels(readFileSync(wasm));

/** Both precisions of a method, and a number that tells how far each got. */
function compared(
  method: (options: Required<KernelOptions>) => Float64Array,
  reached: (found: Float64Array) => number = meanMagnitude,
) {
  // The first runs of what both have in common are slower: neither is to pay for that alone.
  const singleReached = reached(method({ precision: 'single' }));
  const doubleReached = reached(method({ precision: 'double' }));
  const timeOf = (options: Required<KernelOptions>) => timed(1, () => void method(options));
  const single = timeOf({ precision: 'single' });
  const double = timeOf({ precision: 'double' });
  return { single, double, singleReached, doubleReached };
}

function meanMagnitude(found: Float64Array): number {
  return found.reduce((sum, value) => sum + Math.abs(value), 0) / found.length;
}

const scan = { width: 256, height: 256 };
const phantom = headPhantom(scan);
const measured = measureFourier(phantom, scan, variableDensityMask(scan, 0.25, createRandom(1, 'mask')));
const error = (found: Float64Array) =>
  Math.sqrt(found.reduce((sum, value, i) => sum + (value - phantom[i]!) ** 2, 0) / found.length);

const reconstruction = (sparsity: ImageSparsity) =>
  compared(({ precision }) => {
    const out = new Float64Array(phantom.length);
    reconstructFromFourier(measured, { sparsity, rounds: 5, precision }, out, kernels);
    return out;
  }, error);

const large = { width: 1024, height: 1024 };
const picture = Float64Array.from(deadLeaves(large, { seed: 1 }));
const plane = new Float64Array(picture.length);

const size = { width: 512, height: 512 };
const patches = gridPatches(deadLeaves(size, { seed: 1 }), size, patchGrid(size, { size: 10, stride: 2 }));
const settings = { method: 'zca', regularisation: 1e-3 } as const;
const scaler = fitWhitening(patches, settings, kernels);
const white = whitenRows(scaler, patches, kernels);

const smallSize = { width: 128, height: 128 };
const noise = createRandom(1, 'noise');
const small = Float64Array.from(deadLeaves(smallSize, { seed: 1 }), (value) => value + 0.08 * noise.normal());
const cosines = denseMatrix(128, 64, dctDictionary({ width: 8, height: 8, atoms: 128 }));

const rows = {
  'denoising by a dictionary': compared(({ precision }) => {
    const out = new Float64Array(small.length);
    const options = { patchSize: 8, sigma: 0.08 };
    denoiseByDictionary(
      cosines,
      small,
      smallSize,
      options,
      out,
      precision === 'single' ? kernels : undefined,
    );
    return out;
  }),
  'compressed sensing by total variation': reconstruction({ kind: 'total-variation' }),
  'compressed sensing by wavelets': reconstruction({ kind: 'wavelet', wavelet: 'haar', levels: 4 }),
  'wavelet transform': compared(({ precision }) => {
    plane.set(picture);
    // The reference does without kernels.
    const own = precision === 'single' ? kernels : undefined;
    waveletTransform(plane, large, 'daubechies4', 4, { precision }, own);
    return plane;
  }),
  'whitening of patches, fitted': compared(
    ({ precision }) => fitWhitening(patches, { ...settings, precision }, kernels).whitening.values,
  ),
  'patches whitened': compared((options) => whitenRows(scaler, patches, kernels, options).values),
  'patches turned back': compared((options) => unwhitenRows(scaler, white, kernels, options).values),
};
process.stdout.write(`${JSON.stringify(rows)}\n`);
