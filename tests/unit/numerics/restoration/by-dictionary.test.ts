import { describe, expect, it } from 'vitest';
import { dctDictionary } from '../../../../src-main/numerics/dictionary/dct.ts';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { patchGrid } from '../../../../src-main/numerics/patches/patch-grid.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { denoiseByDictionary } from '../../../../src-main/numerics/restoration/dictionary-denoising.ts';
import {
  inpaintByDictionary,
  learnFromMasked,
} from '../../../../src-main/numerics/restoration/dictionary-inpainting.ts';
import { averagePatches, gridPatches } from '../../../../src-main/numerics/restoration/image-patches.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const size = { width: 32, height: 28 };
const pixels = 32 * 28;
const random = createRandom(61, 'by-dictionary');
const clean = Float64Array.from({ length: pixels }, (_, i) => {
  const [x, y] = [i % 32, Math.floor(i / 32)];
  return 0.5 + 0.2 * Math.sin(x / 3) * Math.cos(y / 4) + (x > y ? 0.2 : 0);
});
const error = (a: ArrayLike<number>) =>
  Array.from(a, (value, i) => (value - clean[i]!) ** 2).reduce((sum, value) => sum + value, 0);

describe('patches', () => {
  it.each([1, 3, 8])('%i apart put the plane together again', (stride) => {
    const grid = patchGrid(size, { size: 8, stride });
    const out = new Float64Array(pixels);
    averagePatches(gridPatches(clean, size, grid), size, grid, out);
    expect(largestDifference(out, clean)).toBeLessThan(1e-12);
  });
});

describe('denoising by a dictionary', () => {
  it('takes most of the noise away', () => {
    const sigma = 0.08;
    const noisy = clean.map((value) => value + sigma * random.normal());
    const out = new Float64Array(pixels);
    const atoms = denseMatrix(128, 64, dctDictionary({ width: 8, height: 8, atoms: 128 }));
    denoiseByDictionary(atoms, noisy, size, { patchSize: 8, sigma }, out);
    expect(error(out)).toBeLessThan(error(noisy) / 4);
    expect(() => denoiseByDictionary(atoms, noisy, size, { patchSize: 8, sigma: 0 }, out)).toThrow(
      RangeError,
    );
    expect(() => denoiseByDictionary(atoms, noisy, size, { patchSize: 7, sigma }, out)).toThrow(RangeError);

    const kernels = loadKernels();
    const before = kernels.mark();
    const single = new Float64Array(pixels);
    denoiseByDictionary(atoms, noisy, size, { patchSize: 8, sigma }, single, kernels);
    expect(kernels.mark()).toBe(before);
    // A patch that only just leaves no more than noise may take an atom more.
    expect(largestDifference(single, out)).toBeLessThan(0.01);
    expect(error(single) / error(out)).toBeCloseTo(1, 1);
  });
});

describe('inpainting by a dictionary', () => {
  const mask = Uint8Array.from({ length: pixels }, () => (random.uniform() < 0.5 ? 0 : 1));
  const image = clean.map((value, i) => (mask[i] === 0 ? 5 : value));
  const options = { patchSize: 8, stride: 2, nonzeros: 8, errorTarget: 1e-5 };
  const start = () =>
    denseMatrix(128, 64, dctDictionary({ width: 8, height: 8, atoms: 128, constantAtom: true }));

  it('leaves observed pixels and comes near to the missing ones', () => {
    const out = new Float64Array(pixels);
    inpaintByDictionary(start(), { image, mask, size }, options, out);
    for (let i = 0; i < pixels; i++) if (mask[i] !== 0) expect(out[i]).toBe(clean[i]);
    const missing = mask.filter((value) => value === 0).length;
    expect(Math.sqrt(error(out) / missing)).toBeLessThan(0.06);
  });

  it('is better still with a dictionary learnt from what is left of the image', () => {
    const byDct = new Float64Array(pixels);
    inpaintByDictionary(start(), { image, mask, size }, options, byDct);
    const atoms = start();
    learnFromMasked(atoms, { image, mask, size }, { ...options, iterations: 4 });
    const learnt = new Float64Array(pixels);
    inpaintByDictionary(atoms, { image, mask, size }, options, learnt);
    expect(error(learnt)).toBeLessThan(error(byDct));
  });

  it('is as good in single precision, with cosines and with what it learns', () => {
    const kernels = loadKernels();
    const masked = { image, mask, size };
    const [byReference, bySingle] = [new Float64Array(pixels), new Float64Array(pixels)];
    const single = { ...options, precision: 'single' } as const;
    inpaintByDictionary(start(), masked, options, byReference);
    inpaintByDictionary(start(), masked, single, bySingle, kernels);
    expect(largestDifference(bySingle, byReference)).toBeLessThan(1e-3);
    const [atoms, singleAtoms] = [start(), start()];
    learnFromMasked(atoms, masked, { ...options, iterations: 3 });
    learnFromMasked(singleAtoms, masked, { ...single, iterations: 3 }, kernels);
    inpaintByDictionary(atoms, masked, options, byReference);
    inpaintByDictionary(singleAtoms, masked, single, bySingle, kernels);
    // Some atom may have been chosen otherwise, and what was learnt since has followed.
    expect(error(bySingle) / error(byReference)).toBeCloseTo(1, 1);
    expect(kernels.mark()).toBe(loadKernels().mark());
  });
});
