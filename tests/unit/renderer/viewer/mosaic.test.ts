import { describe, expect, test } from 'vitest';
import { atomAt, drawMosaic, mosaicColumns } from '../../../../src-renderer/viewer/mosaic.ts';

/** Two atoms of 2 x 2 pixels: one rises from its lowest to its highest, the other is flat. */
const atoms = Float32Array.of(-0.5, -0.25, 0.25, 0.5, 0, 0, 0, 0);

describe('the mosaic of a dictionary', () => {
  const { width, height, pixels } = drawMosaic(atoms, 2, 2, 2);
  const pixelAt = (x: number, y: number) => Array.from(pixels.subarray(4 * (y * width + x)).subarray(0, 4));

  test('has a pixel for each of an atom, and gaps between and around atoms', () => {
    expect({ width, height }).toEqual({ width: 7, height: 4 });
    expect(pixelAt(0, 0)).toEqual([0, 0, 0, 0]);
    expect(pixelAt(3, 1)).toEqual([0, 0, 0, 0]);
  });

  test('gives each atom the whole range of grey', () => {
    expect(pixelAt(1, 1)).toEqual([0, 0, 0, 255]);
    expect(pixelAt(2, 2)).toEqual([255, 255, 255, 255]);
  });

  test('shows nothing as mid-grey', () => {
    expect(pixelAt(4, 1)).toEqual([128, 128, 128, 255]);
  });

  test('tells which atom lies under a pixel', () => {
    const layout = { count: 2, side: 2, columns: 2 };
    expect(atomAt(2, 2, layout)).toBe(0);
    expect(atomAt(5, 1, layout)).toBe(1);
    expect(atomAt(5, 5, layout)).toBeNull();
    expect(atomAt(-3, 1, layout)).toBeNull();
  });

  test('is about as wide as high, or as wide as it is asked to be', () => {
    expect(mosaicColumns(128, 1)).toBe(11);
    expect(mosaicColumns(128, 4)).toBe(23);
    expect(mosaicColumns(1, 4)).toBe(1);
  });
});
