import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cauchyPrior,
  gaussianPrior,
  laplacePrior,
  type SparsityPrior,
} from '../../../../src-main/numerics/sparse/priors.ts';
import {
  hardShrinkage,
  nonNegativeSoftShrinkage,
  shrinkAll,
  softShrinkage,
  tanhShrinkage,
} from '../../../../src-main/numerics/sparse/shrinkage.ts';

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
