import { describe, expect, it } from 'vitest';
import { headPhantom } from '../../../../src-main/numerics/experiments/phantom.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import {
  reconstructFromFourier,
  type CompressedSensingOptions,
} from '../../../../src-main/numerics/restoration/compressed-sensing.ts';
import {
  measureFourier,
  variableDensityMask,
  type PartialFourier,
} from '../../../../src-main/numerics/restoration/partial-fourier.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const kernels = loadKernels();
const sparsities = [
  { kind: 'total-variation' },
  { kind: 'wavelet', wavelet: 'haar', levels: 3 },
  { kind: 'wavelet', wavelet: 'daubechies4', levels: 2 },
] as const;

function measuredPhantom(width: number, height: number): PartialFourier {
  const size = { width, height };
  const mask = variableDensityMask(size, 0.4, createRandom(1, 'mask'));
  return measureFourier(headPhantom(size), size, mask);
}

function reconstructed(
  measured: PartialFourier,
  options: CompressedSensingOptions,
  withKernels = kernels as typeof kernels | undefined,
): Float64Array {
  const out = new Float64Array(measured.mask.length).fill(9);
  const before = kernels.mark();
  reconstructFromFourier(measured, options, out, withKernels);
  expect(kernels.mark()).toBe(before);
  return out;
}

const single = 'single';
const rms = (a: Float64Array, b: Float64Array) =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0) / a.length);

describe.each(sparsities)('compressed sensing in single precision, $kind $wavelet', (sparsity) => {
  it.each([
    [64, 64],
    [8, 32],
    [32, 8],
    [128, 16],
  ])('comes on %i x %i pixels to the image of the reference', (width, height) => {
    const measured = measuredPhantom(width, height);
    const options = { sparsity, rounds: 5, steps: 15 };
    const fast = reconstructed(measured, { ...options, precision: single });
    expect(largestDifference(fast, reconstructed(measured, options))).toBeLessThan(5e-5);
  });

  it('does so where a frequency is measured without its mirror image', () => {
    const { size, mask, spectrum } = measuredPhantom(32, 32);
    const random = createRandom(2, 'asymmetric');
    const values = spectrum.values.slice();
    const some = mask.map((value, i) => {
      if (random.uniform() < 0.8) return value;
      values[2 * i] = values[2 * i + 1] = 0;
      return 0;
    });
    const measured = { size, mask: some, spectrum: { ...spectrum, values } };
    const fast = reconstructed(measured, { sparsity, rounds: 3, precision: single });
    expect(largestDifference(fast, reconstructed(measured, { sparsity, rounds: 3 }))).toBeLessThan(5e-5);
  });

  it('is exact from all coefficients', () => {
    const size = { width: 32, height: 64 };
    const image = headPhantom(size);
    const all = measureFourier(image, size, new Uint8Array(2048).fill(1));
    const out = reconstructed(all, { sparsity, rounds: 15, steps: 10, precision: single });
    expect(rms(out, image)).toBeLessThan(1e-3);
  });

  it('is not a number anywhere when a coefficient is none, and ends', () => {
    const measured = measuredPhantom(16, 16);
    const { spectrum } = measured;
    const values = spectrum.values.slice();
    values[0] = Number.NaN;
    const out = reconstructed(
      { ...measured, spectrum: { ...spectrum, values } },
      { sparsity, precision: single },
    );
    expect(out.every(Number.isNaN)).toBe(true);
  });

  it('is done in double precision with kernels too, and on pictures of few pixels', () => {
    const measured = measuredPhantom(16, 16);
    const expected = [...reconstructed(measured, { sparsity, rounds: 2 }, undefined)];
    expect([...reconstructed(measured, { sparsity, rounds: 2 })]).toEqual(expected);
    const few = measuredPhantom(32, 4);
    const levels = sparsity.kind === 'wavelet' ? { ...sparsity, levels: 1 } : sparsity;
    const small = reconstructed(few, { sparsity: levels, rounds: 2, precision: single });
    expect([...small]).toEqual([...reconstructed(few, { sparsity: levels, rounds: 2 }, undefined)]);
  });
});

describe('compressed sensing in single precision', () => {
  const size = { width: 64, height: 64 };
  const measured = measuredPhantom(64, 64);
  const sparsity = { kind: 'total-variation' } as const;

  it('finds the phantom nearly exactly', () => {
    const out = reconstructed(measured, { sparsity, rounds: 12, steps: 15, precision: single });
    expect(rms(out, headPhantom(size))).toBeLessThan(0.005);
  });

  it('makes the objective as small as the reference does', () => {
    const penalty = 0.02;
    const objective = (u: Float64Array) => {
      const now = measureFourier(u, size, measured.mask).spectrum.values;
      let misfit = 0;
      now.forEach((value, i) => (misfit += (value - measured.spectrum.values[i]!) ** 2));
      let variation = 0;
      for (let i = 0; i < u.length; i++) {
        const gx = u[i % 64 === 63 ? i - 63 : i + 1]! - u[i]!;
        const gy = u[(i + 64) % u.length]! - u[i]!;
        variation += Math.hypot(gx, gy);
      }
      return misfit / 2 + penalty * variation;
    };
    const options = { sparsity, penalty, rounds: 1, steps: 300 };
    const least = objective(reconstructed(measured, options));
    const found = objective(reconstructed(measured, { ...options, precision: single }));
    expect(Math.abs(found - least)).toBeLessThan(1e-5 * least);
  });
});

describe('compressed sensing refuses, with kernels and without,', () => {
  const measured = measuredPhantom(16, 16);

  it.each([
    ['sides that are no powers of two', { ...measured, size: { width: 12, height: 16 } }, sparsities[0]],
    ['a plane of another size', { ...measured, size: { width: 16, height: 32 } }, sparsities[0]],
    ['sides that cannot be halved so often', measured, { ...sparsities[1], levels: 5 }],
  ])('%s', (_, given, sparsity) => {
    for (const own of [kernels, undefined])
      expect(() => reconstructed(given, { sparsity, precision: single }, own)).toThrow(RangeError);
  });
});
