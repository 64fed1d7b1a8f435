import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { changePoints, fusedLasso } from '../../../../src-main/numerics/regression/fused-lasso.ts';
import {
  generalisedKktResidual,
  generalisedObjective,
} from '../../../../src-main/numerics/regression/generalised-lasso-problem.ts';
import { differenceMap } from '../../../../src-main/numerics/regression/linear-map.ts';
import { tautString } from '../../../../src-main/numerics/regression/taut-string.ts';
import { trendFilter } from '../../../../src-main/numerics/regression/trend-filtering.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

/** The certificate of total variation: running sums of what was taken off. */
function certificate(signal: Float64Array, found: Float64Array): Float64Array {
  let sum = 0;
  return Float64Array.from({ length: signal.length - 1 }, (_, i) => (sum += found[i]! - signal[i]!));
}

describe('the taut string', () => {
  it('meets the optimality conditions for any signal', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2, maxLength: 60 }),
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        (values, penalty) => {
          const target = Float64Array.from(values);
          const found = new Float64Array(target.length);
          tautString(target, penalty, found);
          const problem = { target, transform: differenceMap(target.length, 1), penalty };
          if (target.every((value) => Math.abs(value) < 1e-6)) return;
          const w = certificate(target, found);
          // Running sums of the sort that the string itself keeps round at this size.
          expect(generalisedKktResidual(problem, found, w)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('agrees with ADMM', () => {
    const random = createRandom(11, 'string');
    const signal = Float64Array.from({ length: 200 }, (_, i) => Math.floor(i / 50) + random.normal());
    const exact = new Float64Array(200);
    tautString(signal, 3, exact);
    const { coefficients } = trendFilter(signal, 'constant', 3, { tolerance: 1e-10 });
    expect(largestDifference(exact, coefficients)).toBeLessThan(1e-6);
  });

  it('leaves the signal without penalty and its mean under a large one', () => {
    const signal = Float64Array.of(1, 5, 2, 8);
    const out = new Float64Array(4);
    tautString(signal, 0, out);
    expect(largestDifference(out, signal)).toBeLessThan(1e-12);
    tautString(signal, 1e6, out);
    expect(largestDifference(out, [4, 4, 4, 4])).toBeLessThan(1e-12);
  });
});

describe('the fused lasso', () => {
  it('finds the steps of a noisy signal, and makes zero what is nearly', () => {
    const random = createRandom(5, 'steps');
    const clean = Float64Array.from({ length: 120 }, (_, i) => (i >= 40 && i < 80 ? 2 : 0));
    const noisy = clean.map((value) => value + 0.1 * random.normal());
    const found = new Float64Array(120);
    fusedLasso(noisy, { fusion: 1, sparsity: 0.1 }, found);
    expect(changePoints(found)).toEqual([40, 80]);
    expect(found.subarray(0, 40).every((value) => value === 0)).toBe(true);
    expect(() => fusedLasso(noisy, { fusion: 1, sparsity: -1 }, found)).toThrow(RangeError);
  });
});

describe('trend filtering', () => {
  it.each([
    ['linear', (i: number) => (i < 50 ? i : 100 - i) / 10, [50]],
    ['quadratic', (i: number) => (i / 20) ** 2 - Math.max(i - 50, 0) ** 2 / 100, [50]],
  ] as const)('leaves a signal of few %s pieces nearly as it is', (pieces, shape, knots) => {
    const signal = Float64Array.from({ length: 100 }, (_, i) => shape(i));
    const { coefficients, transformed } = trendFilter(signal, pieces, 0.01, { tolerance: 1e-10 });
    expect(largestDifference(coefficients, signal)).toBeLessThan(0.02);
    const bends = [...transformed.keys()].filter((i) => Math.abs(transformed[i]!) > 1e-4);
    for (const knot of knots) expect(bends.some((place) => Math.abs(place + 1 - knot) <= 3)).toBe(true);
  });

  it('of a long noisy sine comes nearer to the sine, and to the optimum', () => {
    const random = createRandom(2, 'sine');
    const clean = Float64Array.from({ length: 500 }, (_, i) => Math.sin(i / 40));
    const noisy = clean.map((value) => value + 0.3 * random.normal());
    const found = trendFilter(noisy, 'linear', 20, { tolerance: 1e-7 });
    expect(found.converged).toBe(true);
    const error = (a: Float64Array) => a.reduce((sum, value, i) => sum + (value - clean[i]!) ** 2, 0);
    expect(error(found.coefficients)).toBeLessThan(error(noisy) / 10);
    const problem = { target: noisy, transform: differenceMap(500, 2), penalty: 20 };
    expect(generalisedObjective(problem, found.coefficients)).toBeLessThan(
      generalisedObjective(problem, clean),
    );
  });
});
