import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawingOrder,
  levelFor,
  parentOf,
  tileArea,
  tileKey,
  tilesIn,
} from '../../../../src-renderer/viewer/tiles.ts';

const levels = { width: 10_000, height: 7000, tileSide: 512, levels: 6 };

describe('tiles', () => {
  it('come from the coarsest level that has a pixel for each of the screen', () => {
    expect(levelFor(1, levels)).toBe(0);
    expect(levelFor(0.5, levels)).toBe(1);
    expect(levelFor(0.51, levels)).toBe(0);
    expect(levelFor(0.26, levels)).toBe(1);
    expect(levelFor(0.001, levels)).toBe(5);
    expect(levelFor(20, levels)).toBe(0);
  });

  it('cover the whole area that is seen, and no tile lies beside it', () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.double({ min: 0, max: 9000, noNaN: true }),
          y: fc.double({ min: 0, max: 6000, noNaN: true }),
          width: fc.double({ min: 1, max: 1000, noNaN: true }),
          height: fc.double({ min: 1, max: 1000, noNaN: true }),
        }),
        fc.integer({ min: 0, max: 5 }),
        (area, level) => {
          const areas = tilesIn(area, level, levels).map((tile) => tileArea(tile, levels));
          const right = Math.max(...areas.map(({ x, width }) => x + width));
          const bottom = Math.max(...areas.map(({ y, height }) => y + height));
          expect(Math.min(...areas.map(({ x }) => x))).toBeLessThanOrEqual(area.x);
          expect(Math.min(...areas.map(({ y }) => y))).toBeLessThanOrEqual(area.y);
          expect(right).toBeGreaterThanOrEqual(area.x + area.width);
          expect(bottom).toBeGreaterThanOrEqual(area.y + area.height);
          for (const { x, y, width, height } of areas) {
            expect(x < area.x + area.width && x + width > area.x).toBe(true);
            expect(y < area.y + area.height && y + height > area.y).toBe(true);
          }
        },
      ),
    );
  });

  it('at the edge of the picture end with it', () => {
    expect(tileArea({ level: 0, column: 19, row: 13 }, levels)).toEqual({
      x: 9728,
      y: 6656,
      width: 272,
      height: 344,
    });
  });

  it('in the middle of the view are asked for first', () => {
    const [first] = tilesIn({ x: 0, y: 0, width: 2560, height: 2560 }, 0, levels);
    expect(first).toEqual({ level: 0, column: 2, row: 2 });
  });

  it('that are not there yet are stood in for by coarser ones, drawn below', () => {
    const wanted = [
      { level: 0, column: 0, row: 0 },
      { level: 0, column: 1, row: 0 },
    ];
    const there = new Set([
      tileKey({ level: 0, column: 1, row: 0 }),
      tileKey({ level: 2, column: 0, row: 0 }),
    ]);
    const drawn = drawingOrder(wanted, (tile) => there.has(tileKey(tile)), levels);
    expect(drawn).toEqual([
      { level: 2, column: 0, row: 0 },
      { level: 0, column: 1, row: 0 },
    ]);
  });

  it('have a parent that covers them', () => {
    expect(parentOf({ level: 1, column: 5, row: 3 }, levels)).toEqual({ level: 2, column: 2, row: 1 });
    expect(parentOf({ level: 5, column: 0, row: 0 }, levels)).toBeNull();
  });
});
