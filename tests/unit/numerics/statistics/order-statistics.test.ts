import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { orderStatistic } from '../../../../src-main/numerics/statistics/order-statistic.ts';
import { quantile } from '../../../../src-main/numerics/statistics/quantile.ts';
import { robustScale } from '../../../../src-main/numerics/statistics/robust-scale.ts';

describe('quantile', () => {
  it('interpolates between neighbours as numpy does', () => {
    // numpy.quantile([3, 1, 4, 1, 5], [0, 0.1, 0.5, 0.9, 1])
    const numbers = [3, 1, 4, 1, 5];
    expect([0, 0.1, 0.5, 0.9, 1].map((p) => quantile(numbers, p))).toEqual([1, 1, 3, 4.6, 5]);
    expect(numbers).toEqual([3, 1, 4, 1, 5]);
  });

  it('refuses no numbers and impossible probabilities', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1], NaN)).toThrow(RangeError);
  });
});

describe('robust scale', () => {
  it('is the mean and standard deviation of normal numbers, whatever a tenth of outliers does', () => {
    const random = createRandom(9);
    const numbers = Array.from({ length: 20_000 }, (_, i) => (i % 10 === 0 ? 1e6 : 5 + 2 * random.normal()));
    const { median, deviation } = robustScale(numbers);
    expect(Math.abs(median - 5)).toBeLessThan(0.4);
    expect(Math.abs(deviation - 2)).toBeLessThan(0.4);
  });

  it('is 0 wide for equal numbers', () => {
    expect(robustScale([2, 2, 2])).toEqual({ median: 2, deviation: 0 });
  });
});

describe('an order statistic', () => {
  const finite = fc.float32Array({ noNaN: true, noDefaultInfinity: true, minLength: 1 });

  it('is the element of that rank among the sorted values', () => {
    fc.assert(
      fc.property(finite, fc.nat(), (values, n) => {
        const rank = n % values.length;
        expect(orderStatistic(values, rank) === values.toSorted()[rank]).toBe(true);
      }),
    );
  });

  it('looks only at what the mask keeps, and refuses a rank beyond it', () => {
    const values = Float32Array.of(9, -1, 9, 2, 3);
    const mask = Uint8Array.of(0, 1, 0, 1, 1);
    expect([0, 1, 2].map((rank) => orderStatistic(values, rank, mask))).toEqual([-1, 2, 3]);
    expect(() => orderStatistic(values, 3, mask)).toThrow(RangeError);
  });
});
