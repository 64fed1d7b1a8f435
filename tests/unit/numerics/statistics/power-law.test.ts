import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { fitPowerLaw, powerLawAt } from '../../../../src-main/numerics/statistics/power-law.ts';

describe('a falling power law', () => {
  it('is recovered from points that lie on it', () => {
    const points = [5, 8, 13, 20, 40].map((count) => ({ count, value: 2 + 6 * count ** -0.75 }));
    const law = fitPowerLaw(points);
    expect(law.limit).toBeCloseTo(2, 6);
    expect(law.gain).toBeCloseTo(6, 6);
    expect(law.exponent).toBeCloseTo(0.75, 6);
  });

  it('foretells twice as many observations within a few percent under noise', () => {
    const random = createRandom(3);
    for (let round = 0; round < 50; round++) {
      const points = [5, 8, 12, 18, 27, 40].map((count) => ({
        count,
        value: (1 + 4 / count) * (1 + 0.02 * random.normal()),
      }));
      expect(Math.abs(powerLawAt(fitPowerLaw(points), 80) / 1.05 - 1)).toBeLessThan(0.08);
    }
  });

  it('never falls below zero and never rises', () => {
    const rising = fitPowerLaw([5, 10, 20].map((count) => ({ count, value: count })));
    expect(powerLawAt(rising, 5)).toBeCloseTo(powerLawAt(rising, 1000), 9);
    const steep = fitPowerLaw([5, 10, 20].map((count) => ({ count, value: 100 / count ** 3 })));
    expect(powerLawAt(steep, 1e6)).toBeGreaterThanOrEqual(0);
  });

  it('refuses to extrapolate from one count', () => {
    expect(() => fitPowerLaw([{ count: 5, value: 1 }])).toThrow(RangeError);
  });
});
