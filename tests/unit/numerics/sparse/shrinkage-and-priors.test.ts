import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cauchyPrior,
  gaussianPrior,
  laplacePrior,
  type SparsityPrior,
} from '../../../../src-main/numerics/sparse/priors.ts';
import { shrinkAllInSingle } from '../../../../src-main/numerics/sparse/kernel-shrinkage.ts';
import {
  hardShrinkage,
  nonNegativeSoftShrinkage,
  shrinkAll,
  softShrinkage,
  tanhShrinkage,
} from '../../../../src-main/numerics/sparse/shrinkage.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from './regression-problem.ts';

const kernels = loadKernels();

const value = fc.double({ min: -50, max: 50, noNaN: true });
const threshold = fc.double({ min: 0, max: 20, noNaN: true });

/** The least of (u - a)^2 / 2 + lambda S(a) on a fine grid. */
function leastEnergy(prior: SparsityPrior, u: number, lambda: number): number {
  let least = Infinity;
  for (let i = 0; i <= 4000; i++) {
    const a = (u * i) / 4000;
    least = Math.min(least, (u - a) ** 2 / 2 + lambda * prior.cost(a));
  }
  return least;
}

describe('shrinkages', () => {
  it('are known at known values', () => {
    expect([3, -3, 0.5].map((v) => softShrinkage(v, 1))).toEqual([2, -2, 0]);
    expect([3, -3, 0.5].map((v) => nonNegativeSoftShrinkage(v, 1))).toEqual([2, 0, 0]);
    expect([3, -3, 0.5].map((v) => hardShrinkage(v, 1))).toEqual([3, -3, 0]);
    expect(tanhShrinkage(0.01, 1)).toBeCloseTo(0.01 ** 3 / 3, 9);
    expect(tanhShrinkage(30, 1)).toBeCloseTo(29, 12);
    expect(tanhShrinkage(2, 0)).toBe(2);
  });

  it('are odd but for the non-negative one, never grow a value and never change its sign', () => {
    fc.assert(
      fc.property(value, threshold, (v, t) => {
        for (const shrink of [softShrinkage, hardShrinkage, tanhShrinkage, cauchyPrior.shrink]) {
          expect(shrink(-v, t)).toBeCloseTo(-shrink(v, t), 12);
          expect(Math.abs(shrink(v, t))).toBeLessThanOrEqual(Math.abs(v));
          expect(shrink(v, t) * v).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('work on all values in place', () => {
    const values = Float64Array.of(2, -0.5, -4);
    shrinkAll(softShrinkage, values, 1, values);
    expect([...values]).toEqual([1, 0, -3]);
  });
});

describe.each([
  ['soft', softShrinkage],
  ['non-negative', nonNegativeSoftShrinkage],
  ['hard', hardShrinkage],
  ['tanh', tanhShrinkage],
] as const)('the %s shrinkage of all values in single precision', (kind, shrink) => {
  const values = Float32Array.from({ length: 23 }, (_, i) => (i - 11) * 0.37);

  it.each([0, 0.5, 1.25])('is that of double precision, threshold %d', (limit) => {
    const expected = new Float64Array(values.length);
    shrinkAll(shrink, Float64Array.from(values), limit, expected);
    kernels.scoped(() => {
      const given = kernels.copyF32(values);
      const out = kernels.f32(values.length);
      shrinkAllInSingle(kernels, kind, given, limit, out);
      expect(largestDifference(Float64Array.from(out.view), expected)).toBeLessThan(1e-6);
      shrinkAllInSingle(kernels, kind, given, limit, given);
      expect([...given.view]).toEqual([...out.view]);
    });
  });

  it('refuses a negative threshold and room that is too short', () => {
    kernels.scoped(() => {
      const given = kernels.copyF32(values);
      expect(() => shrinkAllInSingle(kernels, kind, given, -1, given)).toThrow(RangeError);
      expect(() => shrinkAllInSingle(kernels, kind, given, 1, kernels.f32(5))).toThrow(RangeError);
    });
  });
});

describe.each([
  ['Gaussian', gaussianPrior],
  ['Laplace', laplacePrior],
  ['Cauchy', cauchyPrior],
])('the %s prior', (_name, prior) => {
  it('has the derivative of its cost', () => {
    for (const r of [-3, -0.4, 0.2, 1, 7]) {
      const slope = (prior.cost(r + 1e-6) - prior.cost(r - 1e-6)) / 2e-6;
      expect(prior.derivative(r)).toBeCloseTo(slope, 7);
    }
  });

  it('gives the threshold that minimises the energy', () => {
    fc.assert(
      fc.property(value, threshold, (u, lambda) => {
        const a = prior.shrink(u, lambda);
        const energy = (u - a) ** 2 / 2 + lambda * prior.cost(a);
        expect(energy).toBeLessThanOrEqual(leastEnergy(prior, u, lambda) + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a stationary point where it is smooth', () => {
    for (const [u, lambda] of [
      [4, 0.5],
      [-2, 0.3],
      [9, 3],
    ] as const) {
      const a = prior.shrink(u, lambda);
      expect(u - a).toBeCloseTo(lambda * prior.derivative(a), 9);
    }
  });
});
