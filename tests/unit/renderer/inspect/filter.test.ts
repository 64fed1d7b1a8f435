import { expect, test } from 'vitest';
import {
  countOf,
  filters,
  firstView,
  queryOf,
  restrictionOf,
} from '../../../../src-renderer/screens/inspect/results/filter.ts';
import { resultQuerySchema } from '../../../../src-shared/contract/results.ts';

const counts = { total: 20, pass: 9, review: 4, reject: 5, unreadable: 2 };

test('every filter makes a query that the engine accepts', () => {
  for (const filter of filters) {
    expect(resultQuerySchema.safeParse(queryOf(3, { ...firstView, filter })).success).toBe(true);
  }
});

test('a decision asks for its parts, a question about people for theirs, and all for everything', () => {
  expect(restrictionOf('reject')).toEqual({ decisions: ['reject'] });
  expect(restrictionOf('disagreements')).toEqual({ only: 'disagreements' });
  expect(restrictionOf('all')).toEqual({});
});

test('unreadable files are no results: they are not among all', () => {
  expect(countOf('all', counts)).toBe(18);
  expect(countOf('review', counts)).toBe(4);
});

test('what a run does not say of itself has to be counted', () => {
  expect(countOf('unjudged', counts)).toBeNull();
});
