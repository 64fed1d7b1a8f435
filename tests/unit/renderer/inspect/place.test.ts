import { describe, expect, test } from 'vitest';
import { placeAfter } from '../../../../src-renderer/screens/inspect/results/place.ts';

describe('in a table', () => {
  const table = { total: 100, columns: 1, rowsInSight: 10 };

  test.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 15],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 99],
  ])('%s leads from the sixth row to place %d', (key, place) => {
    expect(placeAfter(5, key, table)).toBe(place);
  });

  test('keys sideways and letters do not move', () => {
    expect(placeAfter(5, 'ArrowRight', table)).toBeNull();
    expect(placeAfter(5, 'a', table)).toBeNull();
  });
});

describe('in a gallery', () => {
  const gallery = { total: 100, columns: 6, rowsInSight: 3 };

  test('keys sideways go to the neighbour, keys up and down to the next row', () => {
    expect(placeAfter(7, 'ArrowRight', gallery)).toBe(8);
    expect(placeAfter(7, 'ArrowUp', gallery)).toBe(1);
    expect(placeAfter(7, 'PageDown', gallery)).toBe(25);
  });

  test('no key leaves the list', () => {
    expect(placeAfter(98, 'ArrowDown', gallery)).toBe(99);
    expect(placeAfter(0, 'ArrowLeft', gallery)).toBe(0);
  });
});

test('in an empty list no key moves', () => {
  expect(placeAfter(0, 'ArrowDown', { total: 0, columns: 1, rowsInSight: 5 })).toBeNull();
});
