import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedRegions } from '../../../src-main/imaging/regions/connected-regions.ts';
import { inspectionMask, rasterise } from '../../../src-main/imaging/regions/rasterise.ts';
import type { Plane } from '../../../src-shared/domain/image.ts';
import type { Shape } from '../../../src-shared/domain/recipe.ts';
import { planeOf } from './pictures.ts';

/** A plane from rows of digits. */
function drawn(...rows: string[]): Plane {
  return planeOf(rows[0]!.length, rows.length, (x, y) => Number(rows[y]![x]));
}

describe('connected regions', () => {
  it('are described by area, box, peak and mean, strongest first', () => {
    const map = drawn('0000000', '0230000', '0050010', '0000480', '0000000');
    expect(connectedRegions(map, 1)).toEqual([
      {
        area: 3,
        box: { x: 4, y: 2, width: 2, height: 2 },
        peak: { x: 5, y: 3, value: 8 },
        mean: 13 / 3,
        runs: [
          { y: 2, start: 5, end: 6 },
          { y: 3, start: 4, end: 6 },
        ],
      },
      {
        area: 3,
        box: { x: 1, y: 1, width: 2, height: 2 },
        peak: { x: 2, y: 2, value: 5 },
        mean: 10 / 3,
        runs: [
          { y: 1, start: 1, end: 3 },
          { y: 2, start: 2, end: 3 },
        ],
      },
    ]);
  });

  it('touch across corners in all four directions', () => {
    expect(connectedRegions(drawn('100', '010', '100'), 1)).toHaveLength(1);
    expect(connectedRegions(drawn('001', '010', '001'), 1)).toHaveLength(1);
    expect(connectedRegions(drawn('100', '000', '001'), 1)).toHaveLength(2);
  });

  it('do not wrap around the edges of the image', () => {
    expect(connectedRegions(drawn('001', '100'), 1)).toHaveLength(2);
  });

  it('join when a later row connects them, however they wind', () => {
    const spiral = drawn('1111111', '0000001', '1111101', '1000101', '1011101', '1000001', '1111111');
    expect(connectedRegions(spiral, 1)).toHaveLength(1);
    expect(connectedRegions(drawn('10101', '10101', '11111'), 1)).toHaveLength(1);
  });

  it('include pixels that just reach the threshold, and none that is not a number', () => {
    const map = { width: 4, height: 1, data: Float32Array.of(2, NaN, 1.99, 2) };
    expect(connectedRegions(map, 2).map((region) => region.peak.x)).toEqual([0, 3]);
  });

  it('leave out small ones, masked pixels, and all but the strongest', () => {
    const map = drawn('12034', '10000');
    expect(connectedRegions(map, 1, { minArea: 3 }).map((region) => region.area)).toEqual([3]);
    expect(connectedRegions(map, 1, { limit: 1 }).map((region) => region.peak.value)).toEqual([4]);
    const mask = Uint8Array.of(1, 1, 1, 1, 0, 1, 1, 1, 1, 1);
    expect(connectedRegions(map, 1, { mask }).map((region) => region.peak.value)).toEqual([3, 2]);
  });

  it('agree with a flood fill on any map', () => {
    const anyMap = fc
      .record({ width: fc.integer({ min: 1, max: 14 }), height: fc.integer({ min: 1, max: 14 }) })
      .chain((size) =>
        fc
          .array(fc.integer({ min: 0, max: 3 }), {
            minLength: size.width * size.height,
            maxLength: size.width * size.height,
          })
          .map((values) => ({ ...size, data: Float32Array.from(values) })),
      );
    fc.assert(
      fc.property(anyMap, (map) => {
        const found = connectedRegions(map, 2, { limit: Infinity });
        const pixels = found.map(({ runs }) =>
          runs.flatMap(({ y, start, end }) =>
            Array.from({ length: end - start }, (_, i) => y * map.width + start + i),
          ),
        );
        expect(sorted(pixels)).toEqual(sorted(floodFill(map, 2)));
        expect(found.map((region) => region.area)).toEqual(pixels.map((list) => list.length));
      }),
    );
  });
});

const sorted = (regions: number[][]) => regions.map((region) => region.join(' ')).sort();

function floodFill(map: Plane, threshold: number): number[][] {
  const left = new Set([...map.data.keys()].filter((i) => map.data[i]! >= threshold));
  const regions: number[][] = [];
  for (const first of left) {
    const region: number[] = [];
    const open = [first];
    left.delete(first);
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      region.push(i);
      for (const next of left) {
        const acrossX = Math.abs((next % map.width) - (i % map.width));
        const acrossY = Math.abs(Math.floor(next / map.width) - Math.floor(i / map.width));
        if (acrossX <= 1 && acrossY <= 1) {
          left.delete(next);
          open.push(next);
        }
      }
    }
    regions.push(region.sort((a, b) => a - b));
  }
  return regions;
}

/** Distance to a line through points, from points sampled closely along it. */
function nearest(points: readonly [number, number][], x: number, y: number): number {
  const steps = 200;
  const along = points.flatMap(([x1, y1], i) => {
    const [x2, y2] = points[i + 1] ?? [x1, y1];
    const samples = x1 === x2 && y1 === y2 ? 1 : steps;
    return Array.from({ length: samples }, (_, s) =>
      Math.hypot(x - x1 - ((x2 - x1) * s) / steps, y - y1 - ((y2 - y1) * s) / steps),
    );
  });
  return along.reduce((least, distance) => Math.min(least, distance), Infinity);
}

describe('shapes of a recipe', () => {
  const rows = (mask: Uint8Array, width: number) =>
    Array.from({ length: mask.length / width }, (_, y) => mask.slice(y * width, (y + 1) * width).join(''));

  it('cover the pixels whose centre they hold', () => {
    const mask = rasterise([{ kind: 'rectangle', x: 1, y: 1, width: 2.4, height: 1.6 }], {
      width: 5,
      height: 4,
    });
    expect(rows(mask, 5)).toEqual(['00000', '01100', '01100', '00000']);
  });

  it('are cut off at the border of the image', () => {
    const mask = rasterise([{ kind: 'rectangle', x: -5, y: 2, width: 7, height: 50 }], {
      width: 3,
      height: 3,
    });
    expect(rows(mask, 3)).toEqual(['000', '000', '110']);
  });

  it('that cross themselves follow the even-odd rule', () => {
    const points: [number, number][] = [
      [0, 0],
      [5, 0],
      [5, 5],
      [0, 5],
      [0, 0],
      [1, 1],
      [4, 1],
      [4, 4],
      [1, 4],
      [1, 1],
    ];
    const mask = rasterise([{ kind: 'polygon', points }], { width: 5, height: 5 });
    expect(rows(mask, 5)).toEqual(['11111', '10001', '10001', '10001', '11111']);
  });

  it('brushed in strokes cover what lies within half the width of the brush', () => {
    const across: [number, number][] = [
      [2.5, 2.5],
      [5.5, 2.5],
    ];
    const stroke = { kind: 'stroke', points: across, width: 2 } as const;
    expect(rows(rasterise([stroke], { width: 8, height: 5 }), 8)).toEqual([
      '00000000',
      '00111100',
      '01111110',
      '00111100',
      '00000000',
    ]);
  });

  it('brushed in one dab are round, and in bends have no gaps', () => {
    const size = { width: 7, height: 7 };
    const dab = { kind: 'stroke', points: [[3.5, 3.5]], width: 5 } satisfies Shape;
    expect(rows(rasterise([dab], size), 7)).toEqual([
      '0000000',
      '0011100',
      '0111110',
      '0111110',
      '0111110',
      '0011100',
      '0000000',
    ]);
    const bend = {
      kind: 'stroke',
      points: [
        [0.5, 1.5],
        [5.5, 1.5],
        [5.5, 6.5],
      ],
      width: 1,
    } satisfies Shape;
    expect(rows(rasterise([bend], size), 7)).toEqual([
      '0000000',
      '1111110',
      '0000010',
      '0000010',
      '0000010',
      '0000010',
      '0000010',
    ]);
  });

  it('brushed in strokes mark each pixel by its distance to the nearest line, at any scale', () => {
    const coordinate = fc.double({ min: -5, max: 45, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0.5, max: 20, noNaN: true }),
        (points, width) => {
          const drawnOn = { width: 40, height: 40 };
          const size = { width: 20, height: 10 };
          const mask = rasterise([{ kind: 'stroke', points, width }], size, drawnOn);
          mask.forEach((value, i) => {
            const x = ((i % 20) + 0.5) * 2;
            const y = (Math.floor(i / 20) + 0.5) * 4;
            const distance = nearest(points, x, y);
            if (Math.abs(distance - width / 2) > 0.1) expect(value).toBe(Number(distance < width / 2));
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('scale with the image they were drawn on', () => {
    const shape = { kind: 'rectangle', x: 20, y: 0, width: 40, height: 100 } as const;
    const mask = rasterise([shape], { width: 10, height: 2 }, { width: 100, height: 200 });
    expect(rows(mask, 10)).toEqual(['0011110000', '0000000000']);
  });

  it('side by side neither overlap nor leave a gap', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 11.9, noNaN: true }), (cut) => {
        const size = { width: 12, height: 3 };
        const left = rasterise([{ kind: 'rectangle', x: 0, y: 0, width: cut, height: 3 }], size);
        const right = rasterise([{ kind: 'rectangle', x: cut, y: 0, width: 12 - cut, height: 3 }], size);
        expect(left.map((value, i) => value + right[i]!).every((value) => value === 1)).toBe(true);
      }),
    );
  });

  it('mean the whole image when nothing is said, and ignoring wins', () => {
    const size = { width: 3, height: 1 };
    const all = { kind: 'rectangle', x: 0, y: 0, width: 3, height: 1 } as const;
    const middle = { kind: 'rectangle', x: 1, y: 0, width: 1, height: 1 } as const;
    expect([...inspectionMask({ inspect: [], ignore: [] }, size)]).toEqual([1, 1, 1]);
    expect([...inspectionMask({ inspect: [middle], ignore: [] }, size)]).toEqual([0, 1, 0]);
    expect([...inspectionMask({ inspect: [all], ignore: [middle] }, size)]).toEqual([1, 0, 1]);
  });
});
