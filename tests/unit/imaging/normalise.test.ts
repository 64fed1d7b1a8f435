import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enlargePlane } from '../../../src-main/imaging/normalise/enlarge.ts';
import { normaliseLighting } from '../../../src-main/imaging/normalise/lighting.ts';
import { median } from '../../../src-main/imaging/normalise/median.ts';
import { reducePlane, scaledSize } from '../../../src-main/imaging/normalise/reduce.ts';
import { autoWorkingScale } from '../../../src-main/imaging/normalise/working-scale.ts';
import { planeOf } from './pictures.ts';

const finite = fc.float({ noNaN: true, noDefaultInfinity: true, min: -1000, max: 1000 });
const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the median', () => {
  it('is the middle element of the sorted values', () => {
    fc.assert(
      fc.property(fc.float32Array({ ...rangeOf(-1000, 1000), minLength: 1 }), (values) => {
        const sorted = Float32Array.from(values).sort();
        expect(median(values) === sorted[(sorted.length - 1) >> 1]).toBe(true);
      }),
    );
  });

  it('leaves out what the mask leaves out', () => {
    expect(median(Float32Array.of(9, 1, 9, 2, 3), Uint8Array.of(0, 1, 0, 1, 1))).toBe(2);
  });

  it('of nothing is not a number', () => {
    expect(median(new Float32Array(0))).toBeNaN();
  });
});

describe('lighting', () => {
  const part = planeOf(8, 6, (x, y) => 0.2 + 0.01 * x + 0.02 * y);

  it('puts the median at one half', () => {
    expect(median(normaliseLighting(part, 'median').plane.data)).toBeCloseTo(0.5, 6);
  });

  it('makes two exposures of a part alike', () => {
    const brighter = { ...part, data: part.data.map((value) => value * 1.7) };
    const [a, b] = [part, brighter].map((plane) => normaliseLighting(plane, 'median').plane.data);
    a!.forEach((value, i) => {
      expect(b![i]).toBeCloseTo(value, 5);
    });
  });

  it('follows the part when its dark background is masked', () => {
    const onBlack = planeOf(10, 10, (x) => (x < 8 ? 0 : 0.25));
    const mask = Uint8Array.from(onBlack.data, (value) => Number(value > 0));
    expect(normaliseLighting(onBlack, 'median', mask).gain).toBeCloseTo(2, 6);
  });

  it('stretches a black image by a bounded gain', () => {
    const { plane, gain } = normaliseLighting(
      planeOf(4, 4, () => 0),
      'median',
    );
    expect(gain).toBe(64);
    expect([...plane.data].every((value) => value === 0)).toBe(true);
  });

  it('stays as it is when nothing is to be normalised', () => {
    expect(normaliseLighting(part, 'none')).toEqual({ plane: part, gain: 1 });
  });
});

describe('reducing', () => {
  it('by a whole number takes the mean of each block', () => {
    const plane = planeOf(4, 2, (x, y) => x + 10 * y);
    expect([...reducePlane(plane, { width: 2, height: 1 }).data]).toEqual([5.5, 7.5]);
  });

  it('counts pixels cut by a border by their covered part', () => {
    const plane = planeOf(3, 1, (x) => [3, 6, 9][x]!);
    const { data } = reducePlane(plane, { width: 2, height: 1 });
    expect(data[0]).toBeCloseTo((3 + 6 / 2) / 1.5, 6);
    expect(data[1]).toBeCloseTo((6 / 2 + 9) / 1.5, 6);
  });

  it('keeps the mean of the image and stays between its extremes', () => {
    const size = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(size, size, finite, finite, (width, height, a, b) => {
        const plane = planeOf(23, 21, (x, y) => a + b * ((x * 7 + y * 13) % 5));
        const reduced = reducePlane(plane, { width, height });
        const spread = Math.abs(a) + Math.abs(b) * 4 + 1;
        expect(Math.abs(mean(reduced.data) - mean(plane.data)) / spread).toBeLessThan(1e-5);
        const tolerance = 1e-5 * spread;
        expect(Math.max(...reduced.data)).toBeLessThanOrEqual(Math.max(...plane.data) + tolerance);
        expect(Math.min(...reduced.data)).toBeGreaterThanOrEqual(Math.min(...plane.data) - tolerance);
      }),
    );
  });

  it('refuses to enlarge', () => {
    expect(() =>
      reducePlane(
        planeOf(4, 4, () => 0),
        { width: 5, height: 4 },
      ),
    ).toThrow(RangeError);
  });

  it('never leaves less than a pixel', () => {
    expect(scaledSize({ width: 10, height: 3 }, 0.05)).toEqual({ width: 1, height: 1 });
  });
});

describe('enlarging', () => {
  it('continues a slope between pixel centres and is constant beyond them', () => {
    const { data } = enlargePlane(
      planeOf(2, 1, (x) => x),
      { width: 4, height: 1 },
    );
    expect([...data]).toEqual([0, 0.25, 0.75, 1]);
  });

  it('keeps a peak where it was', () => {
    const coarse = planeOf(8, 8, (x, y) => Number(x === 5 && y === 2));
    const { data } = enlargePlane(coarse, { width: 24, height: 24 });
    expect(data.indexOf(Math.max(...data))).toBe((2 * 3 + 1) * 24 + 5 * 3 + 1);
  });
});

describe('the working scale', () => {
  it('keeps images of up to two megapixels whole', () => {
    expect(autoWorkingScale({ width: 500, height: 1260 })).toBe(1);
  });

  it('brings larger ones to two megapixels', () => {
    const size = { width: 6000, height: 4000 };
    const reduced = scaledSize(size, autoWorkingScale(size));
    expect(Math.abs(reduced.width * reduced.height - 2e6)).toBeLessThan(4000);
    expect(reduced.width / reduced.height).toBeCloseTo(1.5, 2);
  });
});

function rangeOf(min: number, max: number) {
  return { min, max, noNaN: true, noDefaultInfinity: true };
}
