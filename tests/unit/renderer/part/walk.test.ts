import { describe, expect, it } from 'vitest';
import { shownPicture } from '../../../../src-renderer/screens/part/shown-picture.ts';
import { placeIn } from '../../../../src-renderer/screens/part/walk/walk.ts';

describe('next and previous', () => {
  it('follow the order of the list', () => {
    expect(placeIn([7, 3, 9], 3)).toEqual({ position: 2, total: 3, previous: 7, next: 9 });
  });

  it('end with the list', () => {
    expect(placeIn([7, 3], 7)).toEqual({ position: 1, total: 2, previous: null, next: 3 });
    expect(placeIn([7, 3], 3)).toEqual({ position: 2, total: 2, previous: 7, next: null });
  });

  it('lead into the list from a part that it does not have', () => {
    expect(placeIn([7, 3], 5)).toEqual({ position: null, total: 2, previous: null, next: 7 });
    expect(placeIn([], 5)).toEqual({ position: null, total: 0, previous: null, next: null });
  });
});

describe('the picture that is seen', () => {
  it('is the layer that was chosen, the photograph as it was taken', () => {
    expect(shownPicture('part', false, false)).toBe('part');
    expect(shownPicture('difference', false, false)).toBe('difference');
  });

  it('is the part in the light of the comparison while it is compared with what was expected', () => {
    expect([false, true].map((other) => shownPicture('part', true, other))).toEqual(['compared', 'expected']);
    expect([false, true].map((other) => shownPicture('expected', true, other))).toEqual([
      'expected',
      'compared',
    ]);
    expect([false, true].map((other) => shownPicture('difference', true, other))).toEqual([
      'difference',
      'compared',
    ]);
  });
});
