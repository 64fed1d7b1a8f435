import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutHistogram } from '../../../src-main/reports/chart/histogram-chart.ts';
import { niceTicks } from '../../../src-main/reports/chart/nice-ticks.ts';

const labels = {
  inspected: 'inspected',
  good: 'good',
  scoreAxis: 'score',
  review: 'review from 1.30',
  reject: 'reject from 1.70',
  count: String,
  score: String,
};

describe('the histogram of scores', () => {
  it('keeps bars, ticks and limits inside the drawing, whatever the counts', () => {
    const counts = fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 60 });
    const limit = fc.double({ min: 0, max: 30, noNaN: true });
    fc.assert(
      fc.property(counts, limit, limit, (inspected, review, reject) => {
        const source = {
          edges: Array.from({ length: inspected.length + 1 }, (_, i) => i * 0.25),
          inspected,
          good: inspected.map((count) => count % 7),
        };
        const chart = layOutHistogram(source, { review, reject }, labels);
        for (const { plot, bars, countTicks } of chart.panels) {
          for (const bar of bars) {
            expect(bar.x).toBeGreaterThanOrEqual(plot.x - 1e-6);
            expect(bar.x + bar.width).toBeLessThanOrEqual(plot.x + plot.width + 1e-6);
            expect(bar.y).toBeGreaterThanOrEqual(plot.y - 1e-6);
          }
          for (const { y } of countTicks) expect(y).toBeGreaterThanOrEqual(plot.y - 1e-6);
        }
        for (const { x } of [...chart.limitLines, ...chart.scoreTicks]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(chart.width);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('shows a single part among thousands', () => {
    const source = { edges: [0, 1, 2], inspected: [5000, 1], good: [20, 0] };
    const chart = layOutHistogram(source, { review: 1.3, reject: 1.7 }, labels);
    expect(chart.panels[0]!.bars[1]!.height).toBeGreaterThan(1);
  });

  it('writes no limit over the line of the other, wherever they are', () => {
    const source = { edges: [0, 4, 8], inspected: [1, 1], good: [1, 0] };
    for (const limits of [
      { review: 1.3, reject: 1.7 },
      { review: 4, reject: 4.5 },
      { review: 7, reject: 7.5 },
    ]) {
      const [review, reject] = layOutHistogram(source, limits, labels).limitLines;
      // A label stands at the top of its line, on one side; the lower line begins below the higher label.
      if (review!.side === 'end') expect(review!.top).toBeLessThan(reject!.top);
      if (reject!.side === 'start') expect(reject!.top).toBeLessThan(review!.top);
    }
  });

  it('can be drawn without a single part', () => {
    const chart = layOutHistogram(
      { edges: [0, 1], inspected: [0], good: [0] },
      { review: 1, reject: 1 },
      labels,
    );
    expect(chart.panels.flatMap(({ bars }) => bars)).toEqual([]);
  });
});

describe('ticks', () => {
  it('stand at round values inside of the axis', () => {
    expect(niceTicks(0, 4.1, 12)).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]);
  });

  it('stay on whole numbers where parts are counted', () => {
    expect(niceTicks(0, 2, 4, 1)).toEqual([0, 1, 2]);
  });
});
