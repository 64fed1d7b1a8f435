import { describe, expect, it } from 'vitest';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { centredDesign, interceptOf } from '../../../../src-main/numerics/regression/centred-design.ts';
import { hmLasso } from '../../../../src-main/numerics/regression/high-missing-rate-lasso.ts';
import { nearestWeightedCovariance } from '../../../../src-main/numerics/regression/nearest-covariance.ts';
import { lassoCoordinateDescent } from '../../../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const samples = 300;
const features = 12;
const truth = Float64Array.from({ length: features }, (_, k) => [2, -1.5, 1][k] ?? 0);

function data(missing: number) {
  const random = createRandom(19, 'missing');
  const values = Float64Array.from({ length: samples * features }, () => random.normal());
  const target = Float64Array.from({ length: samples }, (_, i) =>
    truth.reduce((sum, w, k) => sum + w * values[i * features + k]!, 5 + 0.2 * random.normal()),
  );
  const gaps = values.map((value) => (random.uniform() < missing ? NaN : value));
  return { design: denseMatrix(samples, features, gaps), target };
}

describe('the lasso with missing values', () => {
  it('is the lasso where nothing is missing', () => {
    const { design, target } = data(0);
    const { weights, intercept } = hmLasso(design, target, 0.1, { tolerance: 1e-12 });
    const centred = centredDesign(design, target);
    const expected = new Float64Array(features);
    lassoCoordinateDescent(
      { atoms: centred.features, signal: centred.target, penalty: 0.1 * samples },
      expected,
      { tolerance: 1e-14 },
    );
    expect(largestDifference(weights, expected)).toBeLessThan(1e-6);
    expect(intercept).toBeCloseTo(interceptOf(centred, expected), 6);
  });

  it('finds what matters with 60 % of the values missing', () => {
    const { design, target } = data(0.6);
    const { weights, intercept, covariance } = hmLasso(design, target, 0.25);
    const largest = [...weights.keys()].sort((j, k) => Math.abs(weights[k]!) - Math.abs(weights[j]!));
    expect(largest.slice(0, 3)).toEqual([0, 1, 2]);
    expect(Math.abs(weights[largest[3]!]!)).toBeLessThan(Math.abs(weights[2]!) / 3);
    weights.subarray(0, 3).forEach((w, k) => {
      expect(Math.abs(w - truth[k]!)).toBeLessThan(0.6);
    });
    expect(intercept).toBeCloseTo(5, 0);
    expect(covariance.rows).toBe(features);
  });

  it('refuses features that are never observed together', () => {
    const design = denseMatrix(2, 2, [1, NaN, NaN, 1]);
    expect(() => hmLasso(design, Float64Array.of(1, 2), 0.1)).toThrow(RangeError);
  });
});

describe('the nearest covariance', () => {
  it('is positive semi-definite, and for equal weights the projection', () => {
    const S = denseMatrix(2, 2, [1, 2, 2, 1]);
    const { values } = nearestWeightedCovariance(S, Float64Array.of(1, 1, 1, 1));
    expect(largestDifference(values, [1.5, 1.5, 1.5, 1.5])).toBeLessThan(1e-6);
  });

  it('changes most what counts least', () => {
    const S = denseMatrix(2, 2, [1, 2, 2, 1]);
    const { values } = nearestWeightedCovariance(S, Float64Array.of(1, 0.01, 0.01, 1));
    expect(values[0]).toBeLessThan(1.1);
    expect(values[0]! * values[3]! - values[1]! ** 2).toBeGreaterThan(-1e-6);
    // Along a = d, b = a of the cone's edge the distance is 2 (a - 1)^2 + 0.02 (a - 2)^2.
    expect(values[0]).toBeCloseTo(2.04 / 2.02, 4);
  });
});
