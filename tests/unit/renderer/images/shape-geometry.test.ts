import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../../src-shared/domain/recipe.ts';
import {
  closesPolygon,
  dragged,
  finished,
  pressed,
} from '../../../../src-renderer/screens/images/regions/drawing.ts';
import { nudge } from '../../../../src-renderer/screens/images/regions/nudge.ts';
import {
  boxOf,
  fittedTo,
  moved,
  rounded,
} from '../../../../src-renderer/screens/images/regions/shape-geometry.ts';
import { thinStroke } from '../../../../src-renderer/screens/images/regions/thin-stroke.ts';

const rectangle: Shape = { kind: 'rectangle', x: 10, y: 20, width: 30, height: 40 };
const triangle: Shape = {
  kind: 'polygon',
  points: [
    [0, 0],
    [10, 0],
    [0, 20],
  ],
};
const stroke: Shape = {
  kind: 'stroke',
  points: [
    [10, 10],
    [30, 10],
  ],
  width: 6,
};

describe('the box of a shape', () => {
  it('holds the whole shape, half a brush beyond its path included', () => {
    expect(boxOf(rectangle)).toEqual({ x: 10, y: 20, width: 30, height: 40 });
    expect(boxOf(triangle)).toEqual({ x: 0, y: 0, width: 10, height: 20 });
    expect(boxOf(stroke)).toEqual({ x: 7, y: 7, width: 26, height: 6 });
  });

  it.each([rectangle, triangle, stroke])('moves with the shape', (shape) => {
    const { x, y, width, height } = boxOf(shape);
    expect(boxOf(moved(shape, 5, -3))).toEqual({ x: x + 5, y: y - 3, width, height });
  });

  it.each([rectangle, triangle])('is what the shape was stretched to', (shape) => {
    const to = { x: 100, y: 50, width: 20, height: 60 };
    expect(boxOf(fittedTo(shape, to))).toEqual(to);
  });

  it('does not change the width of a brush', () => {
    const wide = fittedTo(stroke, { x: 7, y: 7, width: 46, height: 6 });
    expect(wide).toEqual({
      ...stroke,
      points: [
        [10, 10],
        [50, 10],
      ],
    });
  });

  it('never vanishes', () => {
    expect(boxOf(fittedTo(rectangle, { x: 0, y: 0, width: 0, height: -5 }))).toMatchObject({
      width: 1,
      height: 1,
    });
  });
});

describe('drawing', () => {
  it('makes a rectangle between two corners, whichever comes first', () => {
    const begun = pressed(null, 'rectangle', [50, 60], 8);
    expect(begun && finished(dragged(begun, [20, 10]), 2)).toEqual({
      kind: 'rectangle',
      x: 20,
      y: 10,
      width: 30,
      height: 50,
    });
  });

  it('makes nothing of a click with the rectangle', () => {
    const begun = pressed(null, 'rectangle', [50, 60], 8);
    expect(begun && finished(begun, 2)).toBeNull();
  });

  it('closes a polygon of three corners and not of two', () => {
    const first = pressed(null, 'polygon', [0, 0], 8);
    const second = pressed(first, 'polygon', [10, 0], 8);
    const third = pressed(second, 'polygon', [0, 10], 8);
    expect(second && finished(second, 1)).toBeNull();
    expect(third && finished(third, 1)).toMatchObject({ kind: 'polygon', points: { length: 3 } });
  });

  it('closes a polygon with a press on its first corner or once more on its last', () => {
    const first = pressed(null, 'polygon', [0, 0], 8);
    const second = pressed(first, 'polygon', [100, 0], 8);
    expect(closesPolygon(second, [2, 1], 4)).toBe(true);
    expect(closesPolygon(second, [99, 0], 4)).toBe(true);
    expect(closesPolygon(second, [50, 50], 4)).toBe(false);
    expect(closesPolygon(null, [0, 0], 4)).toBe(false);
  });

  it('makes a dot of a click with the brush', () => {
    const begun = pressed(null, 'brush', [5, 5], 8);
    expect(begun && finished(begun, 1)).toMatchObject({ kind: 'stroke', width: 8 });
  });

  it('keeps of a straight stroke its ends only', () => {
    const points = Array.from({ length: 50 }, (_, i): [number, number] => [i, 2 * i]);
    expect(thinStroke(points, 0.5)).toEqual([
      [0, 0],
      [49, 98],
    ]);
  });

  it('keeps the corner of a bent stroke', () => {
    expect(
      thinStroke(
        [
          [0, 0],
          [5, 0.1],
          [10, 0],
          [10, 5],
          [10, 10],
        ],
        0.5,
      ),
    ).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
  });

  it('ends on whole pixels', () => {
    expect(rounded({ kind: 'rectangle', x: 0.4, y: 0.6, width: 9.8, height: 0.2 })).toEqual({
      kind: 'rectangle',
      x: 0,
      y: 1,
      width: 10,
      height: 1,
    });
  });
});

describe('arrow keys', () => {
  it('move a region by one pixel, with Shift by ten', () => {
    expect(nudge('ArrowLeft', false)).toEqual([-1, 0]);
    expect(nudge('ArrowDown', true)).toEqual([0, 10]);
    expect(nudge('Enter', false)).toBeNull();
  });
});
