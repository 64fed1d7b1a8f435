import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import {
  falseAlarmExponent,
  fitFalseAlarmScale,
} from '../../../../src-main/numerics/statistics/false-alarm-scale.ts';

const normalScores = (count: number) => {
  const random = createRandom(11);
  return Float64Array.from({ length: count }, () => random.normal());
};

describe('false-alarm scale', () => {
  it('says one in ten, a hundred, ten thousand where a normal distribution does', () => {
    const scale = fitFalseAlarmScale(normalScores(50_000), { minimumShape: -0.4 });
    expect(falseAlarmExponent(scale, 1.2816)).toBeCloseTo(1, 1);
    expect(falseAlarmExponent(scale, 2.3263)).toBeCloseTo(2, 1);
    expect(Math.abs(falseAlarmExponent(scale, 3.719) - 4)).toBeLessThan(0.4);
  });

  it('never calls a score rarer than it is when its tail may not end', () => {
    const exponent = falseAlarmExponent(fitFalseAlarmScale(normalScores(50_000)), 3.719);
    expect(exponent).toBeGreaterThan(3.2);
    expect(exponent).toBeLessThan(4);
  });

  it('never falls as the score rises, and keeps rising beyond every good score', () => {
    const scores = normalScores(300);
    const scale = fitFalseAlarmScale(scores);
    let before = -1;
    for (let score = -5; score < 20; score += 0.01) {
      const exponent = falseAlarmExponent(scale, score);
      expect(exponent).toBeGreaterThanOrEqual(before);
      if (score > Math.max(...scores)) expect(exponent).toBeGreaterThan(before);
      expect(Number.isFinite(exponent)).toBe(true);
      before = exponent;
    }
  });

  it('is the same after being stored as JSON', () => {
    const scale = fitFalseAlarmScale(normalScores(500));
    const stored = JSON.parse(JSON.stringify(scale)) as typeof scale;
    expect(falseAlarmExponent(stored, 2.5)).toBe(falseAlarmExponent(scale, 2.5));
  });

  it('calls a clear step above good scores that never differ rare', () => {
    const scale = fitFalseAlarmScale(new Float64Array(50).fill(0.3));
    expect(falseAlarmExponent(scale, 0.2)).toBe(0);
    expect(falseAlarmExponent(scale, 0.3)).toBeLessThan(2);
    expect(falseAlarmExponent(scale, 0.4)).toBeGreaterThan(6);
  });

  it('can be learnt from ten scores, not from nine or from one that is no number', () => {
    expect(falseAlarmExponent(fitFalseAlarmScale(normalScores(10)), 10)).toBeGreaterThan(1);
    expect(() => fitFalseAlarmScale(normalScores(9))).toThrow(RangeError);
    expect(() => fitFalseAlarmScale([...normalScores(20), NaN])).toThrow(RangeError);
  });
});
