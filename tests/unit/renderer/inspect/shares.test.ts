import { expect, test } from 'vitest';
import { partsPerSecond, sharesOf } from '../../../../src-renderer/screens/inspect/run/shares.ts';

const counts = { total: 20, pass: 10, review: 0, reject: 5, unreadable: 5 };

test('the shares of a run add up to all of its parts', () => {
  const shares = sharesOf(counts);
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBe(1);
  expect(shares.map(({ outcome }) => outcome)).toEqual(['pass', 'review', 'reject', 'unreadable']);
});

test('unreadable files are only spoken of where there are any', () => {
  expect(sharesOf({ ...counts, unreadable: 0 })).toHaveLength(3);
});

test('a run without parts has no shares', () => {
  const none = { total: 0, pass: 0, review: 0, reject: 0, unreadable: 0 };
  expect(sharesOf(none).map(({ share }) => share)).toEqual([0, 0, 0]);
});

test('the speed is known once the time is', () => {
  expect(partsPerSecond(counts, 4)).toBe(5);
  expect(partsPerSecond(counts, null)).toBeNull();
  expect(partsPerSecond(counts, 0)).toBeNull();
});
