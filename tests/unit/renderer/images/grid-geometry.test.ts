import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, placeAfter } from '../../../../src-renderer/screens/images/gallery/grid-geometry.ts';

const grid = { total: 23, columns: 5, rowsInSight: 2 };
const after = (place: number, key: string) => placeAfter(place, { ...grid, key });

describe('the layout of the grid', () => {
  it('has as many columns as fit and shares what is left over', () => {
    expect(layOut(23, 1000, 190)).toEqual({ columns: 5, rows: 5, cellWidth: 200 });
  });

  it('has one column however narrow it is', () => {
    expect(layOut(3, 40, 190).columns).toBe(1);
    expect(layOut(3, 0, 190).columns).toBe(1);
  });

  it('has no rows without images', () => {
    expect(layOut(0, 1000, 190).rows).toBe(0);
  });
});

describe('moving in the grid', () => {
  it('goes to the neighbours, over the end of a row to the next', () => {
    expect(after(4, 'ArrowRight')).toBe(5);
    expect(after(5, 'ArrowLeft')).toBe(4);
    expect(after(7, 'ArrowUp')).toBe(2);
    expect(after(7, 'ArrowDown')).toBe(12);
  });

  it('goes by whole screens with Page Up and Page Down', () => {
    expect(after(12, 'PageDown')).toBe(22);
    expect(after(12, 'PageUp')).toBe(2);
  });

  it('goes to the first and the last image with Home and End', () => {
    expect(after(12, 'Home')).toBe(0);
    expect(after(12, 'End')).toBe(22);
  });

  it('keeps to the images where the last row is short', () => {
    expect(after(19, 'ArrowDown')).toBe(22);
  });

  it('stays where it is at the edges', () => {
    expect(after(0, 'ArrowLeft')).toBe(0);
    expect(after(3, 'ArrowUp')).toBe(3);
    expect(after(22, 'ArrowRight')).toBe(22);
    expect(after(21, 'ArrowDown')).toBe(21);
  });

  it('leaves other keys alone', () => {
    expect(after(3, 'a')).toBeNull();
  });

  it('never leaves the list', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(),
        fc.constantFrom(...keys),
        (total, columns, anywhere, key) => {
          const place = placeAfter(anywhere % total, { key, total, columns, rowsInSight: 4 });
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThan(total);
        },
      ),
    );
  });
});
