import { describe, expect, it } from 'vitest';
import { deadLeaves } from '../../../../src-main/numerics/experiments/dead-leaves.ts';
import { learnImageDictionary } from '../../../../src-main/numerics/experiments/image-dictionary.ts';
import { compareInpainting } from '../../../../src-main/numerics/experiments/inpainting-comparison.ts';
import { reconstructPhantom } from '../../../../src-main/numerics/experiments/phantom-from-few-frequencies.ts';
import { headPhantom } from '../../../../src-main/numerics/experiments/phantom.ts';
import { compareTotalVariationWithBlur } from '../../../../src-main/numerics/experiments/total-variation-against-blur.ts';
import { loadKernels } from '../kernels/load-kernels.ts';

const kernels = loadKernels();

describe('an image', () => {
  const size = { width: 64, height: 64 };
  const image = deadLeaves(size, { seed: 5, stripes: 0.4, radii: [8, 40] });

  it('is rebuilt from atoms learnt from it', () => {
    const single = Float32Array.from(image);
    const found = learnImageDictionary(kernels, single, size, { seed: 1, atoms: 64, iterations: 5 });
    expect(found.objective.at(-1)).toBeLessThan(found.objective[0]!);
    expect(found.psnr).toBeGreaterThan(24);
    expect(found.reconstruction).toHaveLength(64 * 64);
    expect([...found.usage]).toEqual([...found.usage].sort((a, b) => b - a));
  });

  it('with missing pixels is painted in better from atoms learnt from it than from cosines', () => {
    const [found] = compareInpainting(image, size, { seed: 1, shares: [0.25], iterations: 3 });
    expect(found!.psnr.dct).toBeGreaterThan(found!.psnr.damaged + 10);
    expect(found!.psnr.ksvd).toBeGreaterThan(found!.psnr.dct);
    const options = { seed: 1, shares: [0.25], iterations: 3 };
    const [single] = compareInpainting(image, size, options, kernels);
    expect(single!.psnr.dct).toBeCloseTo(found!.psnr.dct, 2);
    expect(single!.psnr.ksvd).toBeCloseTo(found!.psnr.ksvd, 1);
  });

  it.each([
    ['discs with stripes', deadLeaves(size, { seed: 6, stripes: 0.5 })],
    ['flat discs', deadLeaves(size, { seed: 2 })],
    ['waves', Float64Array.from({ length: 4096 }, (_, i) => 0.5 + 0.4 * Math.sin((i % 64) / 3 + i / 900))],
  ])('of which three quarters are missing, too: %s', (_, picture) => {
    const [found] = compareInpainting(picture, size, { seed: 2, shares: [0.75], iterations: 5 }, kernels);
    expect(found!.psnr.ksvd).toBeGreaterThan(found!.psnr.dct + 0.3);
  });

  it('that is flat in pieces loses its noise better by total variation than by a blur', () => {
    const found = compareTotalVariationWithBlur(kernels, headPhantom(size), size, { seed: 1 });
    expect(found.blur.psnr).toBeGreaterThan(found.noisy.psnr);
    expect(found.totalVariation.psnr).toBeGreaterThan(found.blur.psnr + 2);
  });

  it('of a phantom comes back from few Fourier coefficients', () => {
    const options = { seed: 1, side: 64, share: 0.4, rounds: 5 };
    const { psnr } = reconstructPhantom(options);
    expect(psnr.totalVariation).toBeGreaterThan(psnr.wavelets);
    expect(psnr.wavelets).toBeGreaterThan(psnr.zeroFilled);
    expect(psnr.totalVariation).toBeGreaterThan(40);
    const single = reconstructPhantom(options, kernels).psnr;
    expect(single.totalVariation).toBeCloseTo(psnr.totalVariation, 2);
    expect(single.wavelets).toBeCloseTo(psnr.wavelets, 2);
  });
});
