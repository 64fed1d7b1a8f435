import { expect, test } from 'vitest';
import { outOf } from '../../../../src-renderer/screens/learn/form/out-of.ts';

test.each([
  [0.02, { count: 2, of: 100 }],
  [0.07, { count: 7, of: 100 }],
  [0.005, { count: 5, of: 1000 }],
  [0.025, { count: 25, of: 1000 }],
  [0.0001, { count: 1, of: 10_000 }],
])('a share of %d is said as whole parts', (share, said) => {
  expect(outOf(share)).toEqual(said);
});
