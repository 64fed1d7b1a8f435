import { describe, expect, it } from 'vitest';
import { absoluteDifference, differenceScale } from '../../../../src-renderer/screens/part/difference.ts';
import { crop } from '../../../../src-renderer/screens/part/explain/crop.ts';
import { detailWord, indicatorWord } from '../../../../src-renderer/screens/part/explain/indicator-words.ts';
import { valueRange } from '../../../../src-renderer/screens/part/explain/value-range.ts';
import { regionReason } from '../../../../src-renderer/screens/part/panel/region-words.ts';
import { scoreScale } from '../../../../src-renderer/screens/part/panel/score-scale.ts';
import { rarityOf } from '../../../../src-renderer/screens/part/rarity.ts';
import { regionThreshold } from '../../../../src-renderer/screens/part/region-threshold.ts';
import { contourIn } from '../../../../src-renderer/viewer/contour.ts';
import type { DefectRegion } from '../../../../src-shared/domain/region.ts';

const grid = (width: number, height: number, at: (x: number, y: number) => number) => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
});

/** A hill of evidence whose pixels from 3 up are 3 by 3. */
const hill = grid(10, 8, (x, y) => (Math.max(Math.abs(x - 4), Math.abs(y - 3)) <= 1 ? 3 + 0.1 * x : 1));
const picture = { width: 100, height: 80 };
const region: DefectRegion = {
  rank: 1,
  box: { x: 30, y: 20, width: 30, height: 30 },
  area: 900,
  peak: { x: 45, y: 35, value: 3.5 },
  mean: 3.4,
  indicator: 'brightness',
  atoms: [],
  intensity: { found: 0.2, expected: 0.5 },
};

describe('how rarely good parts look like something', () => {
  it('is told as one in so many, with two digits', () => {
    expect(rarityOf(2)).toEqual({ kind: 'about', parts: 100 });
    expect(rarityOf(2.386)).toEqual({ kind: 'about', parts: 240 });
  });

  it('is not counted where every other good part looks so', () => {
    expect(rarityOf(0.2)).toEqual({ kind: 'common' });
  });

  it('is not told beyond one in a million, where its digits would mean nothing', () => {
    expect(rarityOf(325)).toEqual({ kind: 'fewer', parts: 1_000_000 });
  });
});

describe('regions', () => {
  it('give away the threshold that they were found with', () => {
    expect(regionThreshold(hill, [region], picture)).toBeCloseTo(3.3);
    expect(regionThreshold(hill, [], picture)).toBeNull();
  });

  it('are outlined where the heat map crosses the threshold, in pixels of the file', () => {
    const [ring = []] = contourIn(hill, 2, region.box, picture);
    const xs = ring.map(({ x }) => x);
    const ys = ring.map(({ y }) => y);
    expect(Math.min(...xs)).toBeGreaterThan(25);
    expect(Math.max(...xs)).toBeLessThan(65);
    expect(Math.min(...ys)).toBeGreaterThan(15);
    expect(Math.max(...ys)).toBeLessThan(55);
  });

  it('are outlined with closed lines at the edge of the picture, too', () => {
    const full = grid(10, 8, () => 5);
    const [ring = []] = contourIn(full, 2, { x: 0, y: 0, width: 100, height: 80 }, picture);
    expect(ring.length).toBeGreaterThan(4);
    expect(ring[0]).toEqual(ring.at(-1));
  });

  it('say in words what is seen', () => {
    expect(regionReason(region)).toBe('darker');
    expect(regionReason({ ...region, intensity: { found: 0.7, expected: 0.5 } })).toBe('brighter');
    expect(regionReason({ ...region, indicator: 'structure' })).toBe('structure');
    expect(regionReason({ ...region, indicator: 'something new' })).toBe('other');
  });
});

describe('the difference from the expected part', () => {
  it('is compared place by place where the sizes differ', () => {
    const part = grid(4, 2, (x) => (x < 2 ? 0.5 : 0.75));
    const expected = grid(2, 1, (x) => (x === 0 ? 0.5 : 0.25));
    expect([...absoluteDifference(part, expected).data]).toEqual([0, 0, 0.5, 0.5, 0, 0, 0.5, 0.5]);
  });

  it('has a round scale that single pixels do not stretch', () => {
    expect(differenceScale(grid(100, 100, (x, y) => (x === 5 && y === 5 ? 0.9 : 0.08)))).toBe(0.1);
    expect(differenceScale(grid(100, 100, (x) => (x < 10 ? 0.4 : 0)))).toBe(0.5);
    expect(differenceScale(grid(4, 4, () => 0))).toBe(0.05);
  });
});

describe('the explanation of a place', () => {
  it('shows its pixels of a map, whatever the size of the map', () => {
    const piece = crop(hill, { x: 30, y: 20, width: 20, height: 10 }, picture);
    expect(piece).toMatchObject({ width: 2, height: 1 });
    expect([...piece.data]).toEqual([...Float32Array.of(3.3, 3.4)]);
  });

  it('stays on the map at its edge', () => {
    expect(crop(hill, { x: 95, y: 75, width: 30, height: 30 }, picture)).toMatchObject({
      width: 1,
      height: 1,
    });
  });

  it('shows several patches in one range of grey, and an even one in the middle of it', () => {
    expect(valueRange(Float32Array.of(0.25, 0.5), Float32Array.of(1))).toEqual({ low: 0.25, high: 1 });
    expect(valueRange(Float32Array.of(0.5, 0.5))).toEqual({ low: 0, high: 1 });
  });

  it('names indicators and scales without the words of the trade behind it', () => {
    expect(indicatorWord('codeCost')).toBe('codeCost');
    expect(indicatorWord('unheard of')).toBe('other');
    expect([0, 1, 2, 3, 4, 9].map(detailWord)).toEqual([
      'scaleFinest',
      'scaleFine',
      'scaleMiddle',
      'scaleCoarse',
      'scaleCoarsest',
      'scaleCoarsest',
    ]);
  });
});

describe('the scale of the score', () => {
  it('has room for both limits and the score', () => {
    const scale = scoreScale(1.5, { review: 1.3, reject: 1.7 });
    expect(scale.review).toBeLessThan(scale.score);
    expect(scale.score).toBeLessThan(scale.reject);
    expect(scale.reject).toBeLessThan(1);
  });

  it('keeps the limits apart however large the score is', () => {
    const scale = scoreScale(300, { review: 1.3, reject: 1.7 });
    expect(scale.score).toBe(1);
    expect(scale.reject - scale.review).toBeGreaterThan(0.05);
  });
});
