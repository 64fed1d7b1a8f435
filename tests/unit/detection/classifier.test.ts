import { describe, expect, it } from 'vitest';
import { crossValidate } from '../../../src-main/detection/classifier/cross-validate.ts';
import { fitLogistic, predictLogistic } from '../../../src-main/detection/classifier/logistic-regression.ts';

/** Two overlapping clouds on a lattice; the third feature is constant. */
const features = Array.from({ length: 40 }, (_, i) => [(i % 7) + (i >= 20 ? 3 : 0), (i * 5) % 11, 4]);
const defective = features.map((_, i) => i >= 20);

describe('logistic regression', () => {
  it('is at a minimum of its penalised loss: the gradient vanishes', () => {
    const model = fitLogistic(features, defective, { ridge: 1 });
    const z = features.map((row) => row.map((v, j) => (v - model.means[j]!) / model.deviations[j]!));
    const error = features.map((row, i) => (defective[i] ? 1 : 0) - predictLogistic(model, row));
    for (let j = 0; j < 3; j++) {
      const gradient = z.reduce((sum, row, i) => sum + row[j]! * error[i]!, 0) - model.weights[j]!;
      expect(Math.abs(gradient)).toBeLessThan(1e-6);
    }
    expect(Math.abs(error.reduce((a, b) => a + b, 0))).toBeLessThan(1e-6);
  });

  it('gives a constant feature no weight', () => {
    expect(fitLogistic(features, defective).weights[2]).toBeCloseTo(0, 9);
  });

  it('refuses to learn from one kind only', () => {
    expect(() => fitLogistic([[1], [2]], [true, true])).toThrow(RangeError);
  });
});

describe('cross-validation', () => {
  it('finds a difference that is there', () => {
    const figures = crossValidate(features.map((row, i) => ({ features: row, defective: defective[i]! })));
    expect(figures?.auroc).toBeGreaterThan(0.75);
  });

  it('finds nothing in features that do not depend on the truth', () => {
    const parts = features.map((_, i) => ({ features: [(i * 7919) % 13], defective: i % 2 === 0 }));
    expect(crossValidate(parts)?.auroc).toBeLessThan(0.75);
  });

  it('says nothing when there are fewer defective parts than folds', () => {
    expect(crossValidate(features.map((row, i) => ({ features: row, defective: i < 3 })))).toBeNull();
  });
});
