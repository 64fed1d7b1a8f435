import { describe, expect, it } from 'vitest';
import {
  fitPredictiveTail,
  predictiveExponent,
  predictiveValue,
  withObservation,
} from '../../../../src-main/numerics/statistics/predictive-tail.ts';

it('a tail that learns one observation more is that of all observations', () => {
  const observations = [0.8, 1.1, 0.95, 1.3, 0.7, 1.05];
  const grown = withObservation(fitPredictiveTail(observations), 2.4);
  const whole = fitPredictiveTail([...observations, 2.4]);
  expect(grown.count).toBe(whole.count);
  expect(grown.mean).toBeCloseTo(whole.mean, 12);
  expect(grown.deviation).toBeCloseTo(whole.deviation, 12);
  expect(predictiveExponent(grown, predictiveValue(grown, 2))).toBeCloseTo(2, 8);
  expect(() => withObservation(whole, 0)).toThrow(RangeError);
});

describe('a spread that is known beforehand', () => {
  const spread = { deviation: 0.2, count: 8 };
  const observations = [0.9, 1.1, 1, 1.05, 0.95];

  it('counts as so many observations: scale and degrees of freedom are those of both together', () => {
    const { mean, deviation, count } = fitPredictiveTail(observations);
    const variance = (4 * deviation ** 2 + 8 * 0.2 ** 2) / 12;
    // The same scale and freedom from thirteen observations, but for the doubt about the mean.
    const alike = { mean, deviation: Math.sqrt((variance * (1 + 1 / count)) / (1 + 1 / 13)), count: 13 };
    for (const value of [0.7, 1.2, 2]) {
      expect(predictiveExponent(fitPredictiveTail(observations, spread), value)).toBeCloseTo(
        predictiveExponent(alike, value),
        10,
      );
    }
  });

  it('makes few observations that happen to be alike less sure, and many hardly differ', () => {
    const few = predictiveValue(fitPredictiveTail(observations, spread), 2);
    expect(few).toBeGreaterThan(predictiveValue(fitPredictiveTail(observations), 2));
    const many = Array.from({ length: 200 }, () => observations).flat();
    const known = predictiveValue(fitPredictiveTail(many, spread), 2);
    expect(known / predictiveValue(fitPredictiveTail(many), 2)).toBeCloseTo(1, 1);
  });

  it('stays known when one more is observed', () => {
    const grown = withObservation(fitPredictiveTail(observations, spread), 1.4);
    expect(grown.spread).toEqual(spread);
    expect(predictiveExponent(grown, predictiveValue(grown, 2))).toBeCloseTo(2, 8);
  });
});
