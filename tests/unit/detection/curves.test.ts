import { describe, expect, it } from 'vitest';
import { precisionRecallCurve, rocCurve } from '../../../src-main/detection/metrics/curves.ts';
import { auroc } from '../../../src-main/detection/metrics/ranking.ts';

const part = (score: number, defective: boolean) => ({ score, defective });
const parts = [part(1, false), part(2, false), part(2, true), part(3, true), part(0.5, false), part(4, true)];

describe('the curves of labelled parts', () => {
  it('lead from nothing rejected to everything, ties rejected together', () => {
    expect(rocCurve(parts, 500)).toEqual([
      { x: 0, y: 0, threshold: 5 },
      { x: 0, y: 1 / 3, threshold: 4 },
      { x: 0, y: 2 / 3, threshold: 3 },
      { x: 1 / 3, y: 1, threshold: 2 },
      { x: 2 / 3, y: 1, threshold: 1 },
      { x: 1, y: 1, threshold: 0.5 },
    ]);
    expect(precisionRecallCurve(parts, 500).slice(0, 3)).toEqual([
      { x: 1 / 3, y: 1, threshold: 4 },
      { x: 2 / 3, y: 1, threshold: 3 },
      { x: 1, y: 0.75, threshold: 2 },
    ]);
  });

  it('enclose the area that is told of them, and keep to the points that are drawn', () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      part(Math.sin(i) + (i % 3 === 0 ? 0.7 : 0), i % 3 === 0),
    );
    const area = (points: { x: number; y: number }[]) =>
      points.reduce((sum, { x, y }, i) => {
        const before = points[i - 1] ?? { x: 0, y: 0 };
        return sum + ((x - before.x) * (y + before.y)) / 2;
      }, 0);
    expect(area(rocCurve(many, 100_000))).toBeCloseTo(auroc(many), 10);
    const drawn = rocCurve(many, 500);
    expect(drawn).toHaveLength(500);
    expect(drawn[0]).toMatchObject({ x: 0, y: 0 });
    expect(drawn.at(-1)).toMatchObject({ x: 1, y: 1 });
    expect(area(drawn)).toBeCloseTo(auroc(many), 3);
  });
});
