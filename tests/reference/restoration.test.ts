import { describe, expect, it } from 'vitest';
import { msSsim } from '../../src-main/imaging/quality/ms-ssim.ts';
import { denseMatrix } from '../../src-main/numerics/linalg/dense-matrix.ts';
import { patchGrid } from '../../src-main/numerics/patches/patch-grid.ts';
import { averagePatches, gridPatches } from '../../src-main/numerics/restoration/image-patches.ts';
import { denoiseByChambolle } from '../../src-main/numerics/restoration/total-variation-chambolle.ts';
import { restoreBySplitBregman } from '../../src-main/numerics/restoration/total-variation-split-bregman.ts';
import { totalVariationEnergy } from '../../src-main/numerics/restoration/total-variation.ts';
import { waveletTransform, type Wavelet } from '../../src-main/numerics/transforms/wavelet.ts';
import { fitWhitening, whitenRows } from '../../src-main/numerics/transforms/whitening.ts';
import { loadKernels } from '../unit/numerics/kernels/load-kernels.ts';
import { largestDifference } from '../unit/numerics/sparse/regression-problem.ts';
import reference from './restoration.json' with { type: 'json' };

/** The planes of the script: clean and noisy. */
function planes(width: number, height: number): { clean: Float64Array; noisy: Float64Array } {
  const base = (i: number) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return 60 + 80 * (((x >> 3) ^ (y >> 3)) & 1) + (x >> 1);
  };
  const clean = Float64Array.from({ length: width * height }, (_, i) => base(i) / 256);
  const noisy = clean.map((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return Math.min(Math.max(base(i) + ((73 * x + 151 * y + 29 * x * y) % 41) - 20, 0), 255) / 256;
  });
  return { clean, noisy };
}

describe('total variation beside scikit-image', () => {
  const { width, height, penalty, ...expected } = reference.totalVariation;
  const { noisy: image } = planes(width, height);
  const problem = { image, size: { width, height }, penalty };
  const out = new Float64Array(image.length);

  it('takes the same steps by the dual method', () => {
    expect(image.reduce((sum, value) => sum + value, 0)).toBeCloseTo(expected.noisySum, 9);
    denoiseByChambolle(problem, out, { tolerance: 0, maxIterations: expected.chambolleIterations });
    expect(largestDifference(out, expected.chambolle)).toBeLessThan(1e-12);
  });

  it('takes them in single precision to its digits', () => {
    const stopping = {
      tolerance: 0,
      maxIterations: expected.chambolleIterations,
      precision: 'single',
    } as const;
    denoiseByChambolle(problem, out, stopping, loadKernels());
    expect(largestDifference(out, expected.chambolle)).toBeLessThan(1e-5);
  });

  it('comes to the same optimum by both methods', () => {
    denoiseByChambolle(problem, out, { tolerance: 1e-7, maxIterations: 20_000 });
    expect(totalVariationEnergy(problem, out)).toBeLessThan(expected.leastEnergy * (1 + 1e-6));
    expect(largestDifference(out, expected.optimum)).toBeLessThan(2e-3);
    restoreBySplitBregman(problem, out, { tolerance: 1e-8, maxIterations: 5000 });
    expect(totalVariationEnergy(problem, out)).toBeLessThan(expected.leastEnergy * (1 + 1e-5));
    expect(largestDifference(out, expected.optimum)).toBeLessThan(2e-3);
  });

  it.each(['isotropic', 'anisotropic'] as const)('is no worse by split Bregman, %s', (kind) => {
    restoreBySplitBregman({ ...problem, kind }, out, { tolerance: 1e-8, maxIterations: 5000 });
    expect(totalVariationEnergy({ ...problem, kind }, out)).toBeLessThan(expected.bregmanEnergy[kind]);
  });
});

describe('multi-scale structural similarity beside scikit-image', () => {
  const { width, height, value } = reference.msSsim;
  const { clean, noisy } = planes(width, height);

  it('is the product of its scales', () => {
    const plane = (data: Float64Array) => ({ width, height, data: Float32Array.from(data) });
    const kernels = loadKernels();
    expect(msSsim(kernels, plane(clean), plane(noisy))).toBeCloseTo(value, 5);
    expect(msSsim(kernels, plane(clean), plane(clean))).toBeCloseTo(1, 6);
  });
});

describe('whitening beside scikit-learn', () => {
  it('gives the components of PCA(whiten=True), but for their signs', () => {
    const { count, dimension, components, variances, white } = reference.whitening;
    const rows = Float64Array.from({ length: count * dimension }, (_, at) => {
      const [i, j] = [Math.floor(at / dimension), at % dimension];
      return ((37 * i + 11 * j + i * i * (j + 1)) % 64) / 64 + (0.5 * ((i % 7) * (j % 3))) / 7;
    });
    const matrix = denseMatrix(count, dimension, rows);
    const scaler = fitWhitening(matrix, { method: 'pca', components });
    expect(largestDifference(scaler.variances, variances)).toBeLessThan(1e-12);
    const found = whitenRows(scaler, matrix).values;
    for (let k = 0; k < components; k++) {
      const sign = Math.sign(found[k]! * white[k]!);
      for (let i = k; i < found.length; i += components) expect(found[i]).toBeCloseTo(sign * white[i]!, 9);
    }
  });
});

describe('patches beside scikit-learn', () => {
  const { width, height, size, image, values, changed } = reference.patches;
  const grid = patchGrid({ width, height }, { size, stride: 1 });

  it('are cut out in the same order', () => {
    expect([...gridPatches(image, { width, height }, grid).values]).toEqual(values);
  });

  it('are averaged where they overlap', () => {
    const patches = gridPatches(image, { width, height }, grid);
    const dimension = size * size;
    const grown = patches.values.map((value, i) => value * (1 + Math.floor(i / dimension) / 64));
    const out = new Float64Array(width * height);
    averagePatches({ ...patches, values: grown }, { width, height }, grid, out);
    expect(largestDifference(out, changed)).toBeLessThan(1e-12);
  });
});

describe('wavelets beside PyWavelets', () => {
  const { side } = reference.wavelet;
  const { noisy } = planes(32, 24);
  const norm = (plane: Float64Array, x: number, y: number, size: number) => {
    let sum = 0;
    for (let j = y; j < y + size; j++) for (let i = x; i < x + size; i++) sum += plane[j * side + i]! ** 2;
    return Math.sqrt(sum);
  };

  it.each(['haar', 'daubechies4'] satisfies Wavelet[])(
    'by %s put the same energy into each band',
    (wavelet) => {
      const plane = Float64Array.from(
        { length: side * side },
        (_, i) => noisy[Math.floor(i / side) * 32 + (i % side)]!,
      );
      waveletTransform(plane, { width: side, height: side }, wavelet, 2);
      const [, coarse, fine] = reference.wavelet[wavelet] as [number, number[], number[]];
      const bands = (size: number) => [
        norm(plane, 0, size, size),
        norm(plane, size, 0, size),
        norm(plane, size, size, size),
      ];
      expect(largestDifference(bands(side / 4), coarse)).toBeLessThan(1e-9);
      expect(largestDifference(bands(side / 2), fine)).toBeLessThan(1e-9);
    },
  );
});
