import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fit,
  frameAround,
  panBy,
  pixelAt,
  resized,
  stepScale,
  toPicture,
  toStage,
  visibleArea,
  zoomAt,
} from '../../../../src-renderer/viewer/viewport.ts';

const stage = { width: 800, height: 600 };
const sizes = fc.record({
  width: fc.integer({ min: 1, max: 20_000 }),
  height: fc.integer({ min: 1, max: 20_000 }),
});
const points = fc.record({
  x: fc.double({ min: 0, max: 800, noNaN: true }),
  y: fc.double({ min: 0, max: 600, noNaN: true }),
});

describe('viewport', () => {
  it('shows the whole picture, centred, when it fits', () => {
    fc.assert(
      fc.property(sizes, (picture) => {
        const area = visibleArea(fit(picture, stage), picture, stage);
        expect(area.width).toBeCloseTo(picture.width, 6);
        expect(area.height).toBeCloseTo(picture.height, 6);
        const middle = toStage(fit(picture, stage), { x: picture.width / 2, y: picture.height / 2 });
        expect(middle.x).toBeCloseTo(400, 6);
        expect(middle.y).toBeCloseTo(300, 6);
      }),
    );
  });

  it('keeps the place under the pointer where it is while zooming in', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.integer({ min: 2, max: 30 }),
        (share, factor) => {
          const picture = { width: 4000, height: 3000 };
          const before = fit(picture, stage);
          const at = toStage(before, { x: picture.width * share, y: picture.height * share });
          const after = zoomAt(before, before.scale * factor, at, picture, stage);
          const place = toPicture(after, at);
          expect(place.x).toBeCloseTo(picture.width * share, 4);
          expect(place.y).toBeCloseTo(picture.height * share, 4);
        },
      ),
    );
  });

  it('never loses the picture, however far it is moved', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: -1e6, max: 1e6, noNaN: true }), points, (picture, far, at) => {
        const closer = zoomAt(fit(picture, stage), 3, at, picture, stage);
        const moved = panBy(closer, { x: far, y: -far }, picture, stage);
        const area = visibleArea(moved, picture, stage);
        expect(area.width).toBeGreaterThan(0);
        expect(area.height).toBeGreaterThan(0);
      }),
    );
  });

  it('names the pixel under the pointer and none beside the picture', () => {
    const viewport = { scale: 2, x: 100, y: 50 };
    const picture = { width: 10, height: 10 };
    expect(pixelAt(viewport, { x: 100, y: 50 }, picture)).toEqual({ x: 0, y: 0 });
    expect(pixelAt(viewport, { x: 119.9, y: 69.9 }, picture)).toEqual({ x: 9, y: 9 });
    expect(pixelAt(viewport, { x: 120, y: 60 }, picture)).toBeNull();
    expect(pixelAt(viewport, { x: 99.9, y: 60 }, picture)).toBeNull();
  });

  it('keeps the same place in the middle when the window changes its size', () => {
    const viewport = { scale: 0.7, x: -300, y: -200 };
    const after = { width: 1200, height: 500 };
    const middle = toPicture(viewport, { x: 400, y: 300 });
    expect(toPicture(resized(viewport, stage, after), { x: 600, y: 250 })).toEqual(middle);
  });

  it('steps through round scales in both directions', () => {
    expect([1, 1.5, 2, 3].map((scale) => stepScale(scale, 1))).toEqual([1.5, 2, 3, 4]);
    expect([3, 2, 1.5, 1].map((scale) => stepScale(scale, -1))).toEqual([2, 1.5, 1, 0.75]);
    expect(stepScale(0.83, 1)).toBe(1);
    expect(stepScale(0.83, -1)).toBe(0.75);
  });

  it('shows a region in the middle with its surroundings', () => {
    const picture = { width: 4000, height: 3000 };
    const region = { x: 1990, y: 1490, width: 20, height: 20 };
    const viewport = frameAround(region, picture, stage);
    expect(toStage(viewport, { x: 2000, y: 1500 })).toEqual({ x: 400, y: 300 });
    expect(visibleArea(viewport, picture, stage).width).toBeLessThan(4000);
    expect(visibleArea(viewport, picture, stage).height).toBeGreaterThanOrEqual(60);
  });
});
