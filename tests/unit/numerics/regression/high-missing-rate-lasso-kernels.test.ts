import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { denseMatrix, type DenseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { nearestPositiveSemidefinite } from '../../../../src-main/numerics/linalg/nearest-positive-semidefinite.ts';
import { symmetricEigen } from '../../../../src-main/numerics/linalg/symmetric-eigen.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { hmLasso } from '../../../../src-main/numerics/regression/high-missing-rate-lasso.ts';
import { nearestWeightedCovariance } from '../../../../src-main/numerics/regression/nearest-covariance.ts';
import { pairwiseCovariance } from '../../../../src-main/numerics/regression/pairwise-covariance.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const kernels = loadKernels();
const single = { precision: 'single' } as const;
const random = createRandom(29, 'high-missing-rate-lasso-kernels');

function data(samples: number, features: number, missing: number, unit = 1) {
  const values = Float64Array.from({ length: samples * features }, () => random.normal());
  const target = Float64Array.from(
    { length: samples },
    (_, i) => 5 + 2 * values[i * features]! - 1.5 * (values[i * features + 1] ?? 0) + 0.2 * random.normal(),
  );
  const gaps = values.map((value) => (random.uniform() < missing ? NaN : unit * (7 + value)));
  return { design: denseMatrix(samples, features, gaps), target };
}

/** Symmetric, its eigenvalues of both signs. */
function indefinite(n: number): DenseMatrix {
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) values[i * n + j] = values[j * n + i] = random.normal();
  return { rows: n, columns: n, values };
}

function symmetricWeights(n: number): Float64Array {
  return indefinite(n).values.map((value) => 0.05 + Math.min(Math.abs(value), 1));
}

const leastEigenvalue = ({ rows: n, values }: DenseMatrix) =>
  Math.min(...symmetricEigen(Matrix.from1DArray(n, n, values)).values);

describe('pairwise covariances by kernels', () => {
  it.each([
    [200, 12],
    [3, 1],
    [1030, 17],
  ])('of %i samples and %i features agree with the reference', (samples, features) => {
    const { design, target } = data(samples, features, samples > 3 ? 0.5 : 0);
    const expected = pairwiseCovariance(design, target);
    const double = pairwiseCovariance(design, target, {}, kernels);
    const rounded = pairwiseCovariance(design, target, single, kernels);
    expect(largestDifference(double.covariance.values, expected.covariance.values)).toBeLessThan(1e-12);
    expect(largestDifference(rounded.covariance.values, expected.covariance.values)).toBeLessThan(1e-5);
    expect(rounded.observed).toEqual(expected.observed);
    expect(rounded.withTarget).toEqual(expected.withTarget);
  });
});

describe('the nearest covariance by kernels', () => {
  it.each([1, 2, 3, 8, 16, 17, 33])('of %i features agrees with the reference', (n) => {
    const S = indefinite(n);
    const V = symmetricWeights(n);
    const distance = ({ values }: DenseMatrix) =>
      values.reduce((sum, value, at) => sum + V[at]! * (value - S.values[at]!) ** 2, 0);
    const expected = nearestWeightedCovariance(S, V);
    const double = nearestWeightedCovariance(S, V, {}, kernels);
    expect(largestDifference(double.values, expected.values)).toBeLessThan(1e-6);
    const rounded = nearestWeightedCovariance(S, V, single, kernels);
    expect(Math.abs(distance(rounded) - distance(expected))).toBeLessThan(1e-5 * (1 + distance(expected)));
    expect(leastEigenvalue(rounded)).toBeGreaterThan(-1e-5);
  });

  it('meets the optimality conditions where weights are small and unequal', () => {
    const { design, target } = data(150, 30, 0.75);
    const { covariance: S, observed } = pairwiseCovariance(design, target);
    const V = observed.values.map((share) => share ** 2);
    for (const [accuracy, A] of [
      [1e-7, nearestWeightedCovariance(S, V)],
      [1e-7, nearestWeightedCovariance(S, V, {}, kernels)],
      [1e-4, nearestWeightedCovariance(S, V, single, kernels)],
    ] as const) {
      // Of the distance, weights taken as shares of the largest.
      const unit = Math.max(...V);
      const slope = { ...A, values: A.values.map((a, at) => (V[at]! * (a - S.values[at]!)) / unit) };
      const product = A.values.reduce((sum, a, at) => sum + a * slope.values[at]!, 0);
      expect(leastEigenvalue(A)).toBeGreaterThan(-accuracy);
      expect(leastEigenvalue(slope)).toBeGreaterThan(-accuracy);
      expect(Math.abs(product)).toBeLessThan(10 * accuracy);
      expect(slope.values.some((value) => Math.abs(value) > 0.01)).toBe(true);
    }
  });

  it.each([
    ['nothing but zeros', [0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['a diagonal', [2, 0, 0, 0, -1, 0, 0, 0, 2]],
    ['one eigenvalue three times', [4, 0, 0, 0, 4, 0, 0, 0, 4]],
    ['rank one', [1, 2, -1, 2, 4, -2, -1, -2, 1]],
    ['negative numbers alone', [-1, -1, -1, -1, -1, -1, -1, -1, -1]],
    ['a small unit', [1e-30, 2e-30, 0, 2e-30, 1e-30, 0, 0, 0, 3e-30]],
  ])('of %s under equal weights is the projection', (_, values) => {
    const S = denseMatrix(3, 3, values);
    const unit = Math.max(...values.map(Math.abs)) || 1;
    const expected = nearestPositiveSemidefinite(S);
    const weights = new Float64Array(9).fill(1);
    for (const precision of ['double', 'single'] as const) {
      const found = nearestWeightedCovariance(S, weights, { precision }, kernels);
      expect(largestDifference(found.values, expected.values)).toBeLessThan(2e-5 * unit);
    }
  });

  it('ends where a number is none, and gives back what it took', () => {
    const before = kernels.mark();
    const S = indefinite(20);
    for (const wrong of [Number.NaN, Infinity]) {
      S.values[23] = S.values[61] = wrong;
      for (const precision of ['double', 'single'] as const)
        nearestWeightedCovariance(S, symmetricWeights(20), { precision }, kernels);
    }
    expect(kernels.mark()).toBe(before);
    expect(() => nearestWeightedCovariance(S, new Float64Array(3), single, kernels)).toThrow(RangeError);
  });
});

describe('the lasso with missing values by kernels', () => {
  it.each([0, 0.3, 0.5])('agrees with the reference where a share of %d is missing', (missing) => {
    const { design, target } = data(150, 19, missing);
    const expected = hmLasso(design, target, 0.2);
    const objective = (weights: Float64Array) => {
      const { covariance } = expected;
      const { withTarget } = pairwiseCovariance(design, target);
      return weights.reduce((sum, w, j) => {
        const product = weights.reduce((rest, v, k) => rest + v * covariance.values[j * 19 + k]!, 0);
        return sum + w * (product / 2 - withTarget[j]!) + 0.2 * Math.abs(w);
      }, 0);
    };
    const double = hmLasso(design, target, 0.2, {}, kernels);
    // What the reference, whose steps are slow where much is missing, is itself away from the optimum.
    expect(largestDifference(double.weights, expected.weights)).toBeLessThan(1e-6);
    const rounded = hmLasso(design, target, 0.2, single, kernels);
    expect(Math.abs(objective(rounded.weights) / objective(expected.weights) - 1)).toBeLessThan(1e-5);
    expect(largestDifference(rounded.weights, expected.weights)).toBeLessThan(5e-3);
    expect(Math.abs(rounded.intercept - expected.intercept)).toBeLessThan(0.05);
  });

  it.each([1e-15, 1, 1e15])('finds what matters in units of %d', (unit) => {
    const { design, target } = data(400, 10, 0.6, unit);
    const { weights, intercept } = hmLasso(design, target, 0.3 * unit, single, kernels);
    const largest = [...weights.keys()].sort((j, k) => Math.abs(weights[k]!) - Math.abs(weights[j]!));
    expect(largest.slice(0, 2)).toEqual([0, 1]);
    const expected = hmLasso(design, target, 0.3 * unit);
    expect(largestDifference(weights, expected.weights) * unit).toBeLessThan(5e-3);
    expect(Math.abs(intercept - expected.intercept)).toBeLessThan(0.05);
  });

  it('leaves out a feature that never changes, and all of them under a large penalty', () => {
    const { design, target } = data(60, 6, 0.2);
    for (let i = 0; i < 60; i++) design.values[i * 6 + 3] = 4;
    expect(hmLasso(design, target, 0.1, single, kernels).weights[3]).toBe(0);
    expect(hmLasso(design, target, 100, single, kernels).weights).toEqual(new Float64Array(6));
  });

  it('refuses what does not fit', () => {
    const before = kernels.mark();
    const { design, target } = data(20, 3, 0);
    const refused = (wrong: DenseMatrix, values: Float64Array, penalty: number) => {
      for (const available of [kernels, undefined])
        expect(() => hmLasso(wrong, values, penalty, single, available)).toThrow(RangeError);
    };
    refused(design, target, -1);
    refused(design, target.subarray(1), 0.1);
    refused(design, target.with(3, NaN), 0.1);
    refused({ ...design, values: design.values.with(7, -Infinity) }, target, 0.1);
    refused(denseMatrix(2, 2, [1, NaN, NaN, 1]), Float64Array.of(1, 2), 0.1);
    expect(kernels.mark()).toBe(before);
  });
});
