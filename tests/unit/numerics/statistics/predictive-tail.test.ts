import { expect, it } from 'vitest';
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
