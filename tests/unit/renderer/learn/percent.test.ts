import { expect, test } from 'vitest';
import { toPercent, toShare } from '../../../../src-renderer/screens/learn/recipe/percent.ts';

test('a share that is shown in percent and read again is the same share', () => {
  for (let tenThousandths = 1; tenThousandths <= 5000; tenThousandths++) {
    const share = tenThousandths / 10_000;
    expect(toShare(toPercent(share))).toBe(share);
  }
});

test('percentages show no trace of binary fractions', () => {
  expect(toPercent(0.07)).toBe(7);
  expect(toPercent(0.0001)).toBe(0.01);
});
