import { describe, expect, it } from 'vitest';
import { estimateTransform } from '../../../src-main/imaging/align/estimate-transform.ts';
import { layBack } from '../../../src-main/imaging/align/lay-back.ts';
import { compose, identityTransform, invert } from '../../../src-main/imaging/align/rigid-transform.ts';
import { warpPlane } from '../../../src-main/imaging/align/warp.ts';
import { planeOf, scenePlane } from './pictures.ts';

const reference = scenePlane(180, 140);
const degree = Math.PI / 180;

describe('a shifted part', () => {
  it.each([
    [0, 0],
    [4, -7],
    [2.5, 3.25],
    [-31, 22.4],
  ])('is found to within 0.05 pixels: %f, %f', (dx, dy) => {
    const { transform, correlation } = estimateTransform(reference, scenePlane(180, 140, dx, dy));
    expect(Math.abs(transform.dx - dx)).toBeLessThan(0.05);
    expect(Math.abs(transform.dy - dy)).toBeLessThan(0.05);
    expect(transform.radians).toBe(0);
    expect(correlation).toBeGreaterThan(0.99);
  });

  it('is found under other light', () => {
    const part = scenePlane(180, 140, 5.5, -3);
    const darker = { ...part, data: part.data.map((value) => 0.3 * value + 0.2) };
    const { transform } = estimateTransform(reference, darker);
    expect(transform.dx).toBeCloseTo(5.5, 1);
    expect(transform.dy).toBeCloseTo(-3, 1);
  });

  it('is found on reduced copies when the image is large', () => {
    const { transform } = estimateTransform(
      enlarge(scenePlane(180, 140), 5),
      enlarge(scenePlane(180, 140, 6, -4), 5),
    );
    expect(Math.abs(transform.dx - 30)).toBeLessThan(0.3);
    expect(Math.abs(transform.dy + 20)).toBeLessThan(0.3);
  });
});

describe('a turned part', () => {
  it.each([-2.7, -0.4, 1.5, 3])('is found to within a hundredth of a degree: %f degrees', (degrees) => {
    const truth = { dx: 4, dy: -6, radians: degrees * degree };
    const part = warpPlane(reference, invert(truth)).plane;
    const { transform } = estimateTransform(reference, part, { mostTurn: 3 * degree });
    expect(Math.abs(transform.radians / degree - degrees)).toBeLessThan(0.01);
    expect(Math.abs(transform.dx - 4)).toBeLessThan(0.1);
    expect(Math.abs(transform.dy + 6)).toBeLessThan(0.1);
  });
});

describe('a part that lies at any angle', () => {
  it.each([-171, -96.5, -40, 13, 77.7, 124, 180])(
    'is found to within a tenth of a degree: %f degrees',
    (degrees) => {
      const truth = { dx: 4, dy: -6, radians: degrees * degree };
      const part = warpPlane(reference, invert(truth)).plane;
      const { transform, correlation } = estimateTransform(reference, part, { mostTurn: Math.PI });
      const off = (transform.radians - truth.radians) / degree;
      expect(Math.abs(off - 360 * Math.round(off / 360))).toBeLessThan(0.1);
      expect(Math.abs(transform.dx - 4)).toBeLessThan(0.3);
      expect(Math.abs(transform.dy + 6)).toBeLessThan(0.3);
      expect(correlation).toBeGreaterThan(0.97);
    },
  );

  it('is looked for no further than it is said to lie turned', () => {
    const part = warpPlane(reference, { dx: 0, dy: 0, radians: -70 * degree }).plane;
    const { transform } = estimateTransform(reference, part, { mostTurn: 30 * degree });
    expect(Math.abs(transform.radians)).toBeLessThan(35 * degree);
  });
});

describe('what was found on the reference', () => {
  const found = planeOf(40, 40, (x) => 1 + x / 40);
  const turn = { dx: 0, dy: 0, radians: 45 * degree };

  it('is laid back onto the part, and nothing is found where the reference does not reach', () => {
    const { data } = layBack(found, turn, 0);
    for (const corner of [0, 39, 39 * 40, 40 * 40 - 1]) expect(data[corner]).toBe(0);
    // The reference's right side lies below on a part that is turned clockwise by 45 degrees, and to the right.
    expect(data[20 * 40 + 20]).toBeCloseTo(1.5, 1);
    expect(data[30 * 40 + 30]!).toBeGreaterThan(data[10 * 40 + 10]! + 0.5);
  });

  it('leaves there what stood there before', () => {
    const before = planeOf(40, 40, () => 0.25);
    expect(layBack(found, turn, before).data[0]).toBe(0.25);
    expect(layBack(found, identityTransform, before).data).toEqual(found.data);
  });
});

describe('a part without anything to hold on to', () => {
  it.each([
    ['flat', planeOf(64, 64, () => 0.5)],
    ['tiny', planeOf(6, 5, (x, y) => (x * y) / 30)],
  ])('is taken as it lies: %s', (_, plane) => {
    expect(estimateTransform(plane, plane, { mostTurn: 3 * degree }).transform).toEqual(identityTransform);
  });

  it('gains nothing from being moved onto an unrelated reference', () => {
    const { correlation, correlationBefore } = estimateTransform(
      reference,
      planeOf(180, 140, (x, y) => ((x * 7919 + y * 104_729) % 1009) / 1009),
    );
    expect(correlation).toBeGreaterThanOrEqual(correlationBefore);
    expect(correlation).toBeLessThan(0.3);
  });
});

describe('moving a part onto its reference', () => {
  it('by whole pixels keeps its values and marks what was not seen', () => {
    const part = planeOf(4, 3, (x, y) => x + 10 * y);
    const { plane, seen } = warpPlane(part, { dx: 1, dy: -1, radians: 0 });
    expect([...plane.data]).toEqual([1, 2, 3, 3, 1, 2, 3, 3, 11, 12, 13, 13]);
    expect([...seen]).toEqual([0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0]);
  });

  it('and back leaves it where it was', () => {
    const there = { dx: 3.2, dy: -5.1, radians: 0.04 };
    const around = compose(there, invert(there));
    for (const value of [around.dx, around.dy, around.radians]) expect(value).toBeCloseTo(0, 12);
    const back = warpPlane(warpPlane(reference, there).plane, invert(there));
    const differences = back.plane.data.map((value, i) =>
      insideBy(i, 15) ? Math.abs(value - reference.data[i]!) : 0,
    );
    // Interpolating twice rounds the smallest shapes off a little.
    expect(Math.max(...differences)).toBeLessThan(0.04);
  });
});

function insideBy(i: number, margin: number): boolean {
  const x = i % 180;
  const y = Math.floor(i / 180);
  return x >= margin && y >= margin && x < 180 - margin && y < 140 - margin;
}

function enlarge(plane: ReturnType<typeof scenePlane>, factor: number) {
  return planeOf(
    plane.width * factor,
    plane.height * factor,
    (x, y) => plane.data[Math.floor(y / factor) * plane.width + Math.floor(x / factor)]!,
  );
}
