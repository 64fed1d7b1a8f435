import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf, binsFor, countInBins, rangeOfBin } from '../../../../src-renderer/charts/bin-values.ts';

const scores = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 60 });
const limits = fc.array(fc.double({ min: 0, max: 6, noNaN: true }), { maxLength: 2 });

describe('bins of a histogram', () => {
  it('count every score exactly once', () => {
    fc.assert(
      fc.property(scores, limits, (values, marks) => {
        const counts = countInBins(values, binsFor(values, marks));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      }),
    );
  });

  it('count in each bin the scores of its range, so that a click on a bar shows what the bar counts', () => {
    fc.assert(
      fc.property(scores, limits, (values, marks) => {
        const bins = binsFor(values, marks);
        countInBins(values, bins).forEach((count, bin) => {
          const { from, below } = rangeOfBin(bins, bin);
          expect(values.filter((value) => value >= from && (below === null || value < below))).toHaveLength(
            count,
          );
        });
      }),
    );
  });

  it('put a score on an edge into the bin above it', () => {
    const bins = { edges: [0, 1, 2], openEnded: false };
    expect([0, 1, 1.5, 2].map((value) => binOf(value, bins))).toEqual([0, 1, 1, null]);
  });

  it('let scores far beyond the limits share the last bin', () => {
    const bins = binsFor([0.2, 0.4, 300], [1.3, 1.7]);
    expect(bins.edges.at(-1)).toBeLessThan(10);
    expect(rangeOfBin(bins, bins.edges.length - 2).below).toBeNull();
    expect(countInBins([300], bins).at(-1)).toBe(1);
  });

  it('reach beyond the limits, however low all scores are', () => {
    expect(binsFor([0.1, 0.2], [1.3, 3]).edges.at(-1)).toBeGreaterThan(3);
  });

  it('are sound without any score', () => {
    expect(countInBins([], binsFor([]))).toSatisfy((counts: number[]) =>
      counts.every((count) => count === 0),
    );
  });
});
