import { describe, expect, it } from 'vitest';

import {
  fitByLikelihood,
  fitByWeightedMoments,
  tailExponent,
} from '../../../../src-main/numerics/statistics/generalised-pareto.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import reference from '../../../reference/generalised-pareto.json' with { type: 'json' };

describe('generalised Pareto tail', () => {
  it('is fitted as likely as scipy fits it, with the same shape and scale', () => {
    for (const { exceedances, shape, scale, negativeLogLikelihood } of reference.cases) {
      const fitted = fitByLikelihood(exceedances);
      const cost = exceedances.reduce(
        (sum, x) =>
          sum +
          Math.log(fitted.scale) +
          (1 + 1 / fitted.shape) * Math.log1p((fitted.shape * x) / fitted.scale),
        0,
      );
      expect(cost).toBeLessThan(negativeLogLikelihood + 1e-6);
      expect(Math.abs(fitted.shape - shape)).toBeLessThan(2e-3);
      expect(Math.abs(fitted.scale / scale - 1)).toBeLessThan(2e-3);
    }
  });

  it('has the survival function of scipy', () => {
    for (const { shape, scale, at, exponents } of reference.cases) {
      at.forEach((x, i) => {
        expect(tailExponent({ shape, scale }, x)).toBeCloseTo(exponents[i]!, 9);
      });
    }
  });

  it('is recovered from a large sample by both fits', () => {
    const random = createRandom(4);
    const sample = Float64Array.from({ length: 20_000 }, () => (2 * (random.uniform() ** -0.25 - 1)) / 0.25);
    for (const fit of [fitByLikelihood, fitByWeightedMoments]) {
      const { shape, scale } = fit(sample);
      expect(Math.abs(shape - 0.25)).toBeLessThan(0.04);
      expect(Math.abs(scale - 2)).toBeLessThan(0.1);
    }
  });

  it('is exponential in the limit of shape 0', () => {
    expect(tailExponent({ shape: 1e-12, scale: 2 }, 6)).toBeCloseTo(3 * Math.LOG10E, 9);
    expect(tailExponent({ shape: 1e-8, scale: 2 }, 6)).toBeCloseTo(3 * Math.LOG10E, 6);
  });

  it('is impossible beyond its end when bounded, and certain at or below 0', () => {
    expect(tailExponent({ shape: -0.5, scale: 1 }, 2)).toBe(Infinity);
    expect(tailExponent({ shape: -0.5, scale: 1 }, 1.9)).toBeLessThan(Infinity);
    expect(tailExponent({ shape: 0.1, scale: 1 }, 0)).toBe(0);
    expect(tailExponent({ shape: 0.1, scale: 1 }, -1)).toBe(0);
  });

  it('copes with exceedances that hardly differ', () => {
    const { shape, scale } = fitByLikelihood([1, 1, 1, 1, 1.0001]);
    expect(Number.isFinite(shape) && scale > 0).toBe(true);
  });

  it('refuses too few, negative, endless or all-zero exceedances', () => {
    for (const bad of [[], [1], [0, 0], [-1, 2], [1, NaN], [1, Infinity]])
      expect(() => fitByLikelihood(bad)).toThrow(RangeError);
  });
});
