import { describe, expect, it } from 'vitest';
import { auroc, averagePrecision, confusionAt } from '../../../src-main/detection/metrics/ranking.ts';
import type { Scored } from '../../../src-main/detection/metrics/ranking.ts';

const parts = (good: number[], defective: number[]): Scored[] => [
  ...good.map((score) => ({ score, defective: false })),
  ...defective.map((score) => ({ score, defective: true })),
];

describe('AUROC', () => {
  it('is 1 when every defective part scores above every good one, and 0 the other way round', () => {
    expect(auroc(parts([1, 2], [3, 4]))).toBe(1);
    expect(auroc(parts([3, 4], [1, 2]))).toBe(0);
  });

  it('counts ties half', () => {
    expect(auroc(parts([1, 1], [1, 1]))).toBe(0.5);
    expect(auroc(parts([0, 1], [1, 2]))).toBe(0.875);
  });

  it('agrees with the definition by pairs on any scores', () => {
    const good = [0.1, 0.4, 0.35, 0.8, 0.8];
    const defective = [0.3, 0.9, 0.8];
    let pairs = 0;
    for (const g of good) for (const d of defective) pairs += d > g ? 1 : d === g ? 0.5 : 0;
    expect(auroc(parts(good, defective))).toBeCloseTo(pairs / 15, 12);
  });
});

describe('average precision', () => {
  // scikit-learn: average_precision_score([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) = 0.8333333333333333
  it('agrees with scikit-learn', () => {
    expect(averagePrecision(parts([0.1, 0.4], [0.35, 0.8]))).toBeCloseTo(0.8333333333333333, 12);
  });
});

describe('confusion', () => {
  it('counts good parts that reach the threshold and defective parts that do not', () => {
    expect(confusionAt(parts([1, 2, 3, 4], [3, 5]), 4)).toEqual({
      accuracy: 1 - 2 / 6,
      falseRejectRate: 1 / 4,
      falseAcceptRate: 1 / 2,
    });
  });
});
