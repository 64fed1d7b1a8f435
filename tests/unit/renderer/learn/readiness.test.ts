import { expect, test } from 'vitest';
import { readinessOf } from '../../../../src-renderer/screens/learn/form/readiness.ts';

test.each([
  [0, 'none'],
  [1, 'guess'],
  [4, 'guess'],
  [5, 'few'],
  [19, 'few'],
  [20, 'enough'],
])('%d good parts: %s', (goodParts, readiness) => {
  expect(readinessOf(goodParts)).toBe(readiness);
});
