import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { psnr, squaredErrorMap } from '../../../src-main/imaging/quality/psnr.ts';
import { ssim } from '../../../src-main/imaging/quality/ssim.ts';
import { createKernels, type Kernels } from '../../../src-main/numerics/kernels/kernels.ts';
import expected from '../../reference/images.json' with { type: 'json' };
import { planeOf } from './pictures.ts';

const wasm = new URL('../../../src-main/numerics/kernels/kernels.wasm', import.meta.url);

// The planes of tests/reference/images.py.
const referenceAt = (x: number, y: number) =>
  x < 12 && y < 12 ? 100 : (5 * x + 3 * y + 64 * (((x >> 3) ^ (y >> 3)) & 1)) % 256;
const testAt = (x: number, y: number) =>
  Math.min(Math.max(referenceAt(x, y) + ((73 * x + 151 * y + 29 * x * y) % 41) - 20, 0), 255);
const { width, height } = expected;
const reference = planeOf(width, height, (x, y) => referenceAt(x, y) / 256);
const test = planeOf(width, height, (x, y) => testAt(x, y) / 256);

describe('PSNR', () => {
  it('agrees with scikit-image', () => {
    expect(psnr(reference, test)).toBeCloseTo(expected.psnr, 6);
  });

  it('is infinite for equal planes and counts from the range given', () => {
    expect(psnr(reference, reference)).toBe(Infinity);
    const [a, b] = [planeOf(2, 2, () => 0), planeOf(2, 2, () => 25.5)];
    expect(psnr(a, b, 255)).toBeCloseTo(20, 6);
  });

  it('is the logarithm of the mean of the squared error map', () => {
    const { data } = squaredErrorMap(reference, test);
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    expect(psnr(reference, test)).toBeCloseTo(-10 * Math.log10(mean), 4);
  });

  it('refuses planes of different sizes', () => {
    expect(() =>
      psnr(
        reference,
        planeOf(3, 3, () => 0),
      ),
    ).toThrow(RangeError);
  });
});

describe('SSIM', () => {
  let kernels: Kernels;
  beforeAll(() => {
    kernels = createKernels(readFileSync(wasm));
  });

  it('agrees with scikit-image, over the whole and at single pixels', () => {
    const { mean, map } = ssim(kernels, reference, test);
    expect(mean).toBeCloseTo(expected.ssim.mean, 4);
    for (const point of [...expected.ssim.interior, ...expected.ssim.border]) {
      expect(map.data[point.y * width + point.x]).toBeCloseTo(point.ssim, 3);
    }
  });

  it('is 1 for equal planes, also for ones smaller than its window', () => {
    expect(ssim(kernels, reference, reference).mean).toBeCloseTo(1, 5);
    const small = planeOf(6, 4, (x, y) => (x + y) / 10);
    expect(ssim(kernels, small, small).mean).toBeCloseTo(1, 5);
  });

  it('leaves the kernels with the memory they had', () => {
    const before = kernels.mark();
    ssim(kernels, reference, test);
    expect(kernels.mark()).toBe(before);
  });
});
