import { expect, test } from 'vitest';
import { remainingShares } from '../../../../src-renderer/screens/learn/progress/objective.ts';

test('what is left unexplained is told as a share of what was left after the first pass', () => {
  expect(remainingShares([8, 4, 2])).toEqual([1, 0.5, 0.25]);
});

test('surfaces that were explained completely at once have nothing left', () => {
  expect(remainingShares([0, 0])).toEqual([0, 0]);
  expect(remainingShares([])).toEqual([]);
});
