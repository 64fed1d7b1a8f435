import { expect, test } from 'vitest';
import { pageOffsets, pageSize } from '../../../../src-renderer/screens/inspect/results/pages.ts';

test('the pages of what is in sight are fetched, and no others', () => {
  expect(pageOffsets(0, 10, 10_000)).toEqual([0]);
  expect(pageOffsets(pageSize - 1, pageSize, 10_000)).toEqual([0, pageSize]);
});

test('nothing past the last result is fetched', () => {
  expect(pageOffsets(0, 500, 120)).toEqual([0, 100]);
  expect(pageOffsets(0, 500, 100)).toEqual([0]);
});

test('an empty list has no pages', () => {
  expect(pageOffsets(0, -1, 0)).toEqual([]);
});
