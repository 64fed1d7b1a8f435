import { describe, expect, it } from 'vitest';
import { covarianceOfRows } from '../../../../src-main/numerics/linalg/covariance.ts';
import { denseMatrix, rowOf, type DenseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { timesTranspose } from '../../../../src-main/numerics/linalg/products.ts';
import {
  singleCovariance,
  singleTimesTranspose,
} from '../../../../src-main/numerics/linalg/single-precision-rows.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import {
  fitWhitening,
  unwhitenRows,
  whitenRows,
} from '../../../../src-main/numerics/transforms/whitening.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const kernels = loadKernels();
const random = createRandom(73, 'whitening-kernels');
const single = { precision: 'single' } as const;

function matrix(rows: number, columns: number): DenseMatrix {
  return denseMatrix(
    rows,
    columns,
    Float64Array.from({ length: rows * columns }, () => random.normal()),
  );
}

/** Rows whose neighbouring entries are alike, far from 0. */
function correlated(rows: number, columns: number): DenseMatrix {
  const noise = matrix(rows, columns);
  for (let i = 0; i < noise.values.length; i++)
    noise.values[i] = 3 + noise.values[i]! + (i % columns > 0 ? 0.7 * (noise.values[i - 1]! - 3) : 0);
  return noise;
}

// One row and several, tiles full and not, one block of rows and several.
const shapes = [
  [1, 3],
  [5, 1],
  [40, 7],
  [700, 33],
  [300, 64],
] as const;

describe('the covariance in single precision', () => {
  const found = (rows: DenseMatrix) => {
    const mark = kernels.mark();
    const { mean, covariance } = singleCovariance(kernels, rows);
    expect(kernels.mark()).toBe(mark);
    const expected = covarianceOfRows(rows.values, rows.rows, rows.columns);
    return {
      mean: largestDifference(mean, expected.mean),
      covariance: largestDifference(covariance.to1DArray(), expected.covariance.to1DArray()),
    };
  };

  it.each(shapes)('of %i rows of %i numbers is that of double precision', (count, dimension) => {
    const { mean, covariance } = found(matrix(count, dimension));
    expect(mean).toBeLessThan(1e-12);
    expect(covariance).toBeLessThan(1e-6);
  });

  it('keeps its digits where the mean is large, and where it moves from row to row', () => {
    const rows = matrix(2000, 10);
    const far = denseMatrix(
      2000,
      10,
      rows.values.map((value) => value + 1e5),
    );
    expect(found(far).covariance).toBeLessThan(1e-6);
    const drifting = rows.values.map((value, i) => value + i / 100);
    // Of a variance of 3,000.
    expect(found(denseMatrix(2000, 10, drifting)).covariance).toBeLessThan(3000 * 1e-6);
  });
});

describe('products of rows in single precision', () => {
  it.each([
    [1, 1, 1],
    [3, 5, 13],
    [300, 63, 64],
    [1000, 9, 25],
  ])('%i times %i rows of %i numbers are those of double precision', (m, k, n) => {
    const [a, b] = [matrix(m, n), matrix(k, n)];
    const less = Float64Array.from({ length: n }, () => random.normal());
    const plus = Float64Array.from({ length: k }, () => random.normal());
    const mark = kernels.mark();
    const product = singleTimesTranspose(kernels, a, b, less, plus);
    expect(kernels.mark()).toBe(mark);
    expect([product.rows, product.columns]).toEqual([m, k]);
    const centred = denseMatrix(
      m,
      n,
      a.values.map((value, i) => value - less[i % n]!),
    );
    const expected = timesTranspose(centred, b).values.map((value, i) => value + plus[i % k]!);
    expect(largestDifference(product.values, expected)).toBeLessThan(2e-5);
  });

  it('refuse rows of different lengths', () => {
    const none = new Float64Array(3);
    expect(() => singleTimesTranspose(kernels, matrix(2, 3), matrix(2, 4), none, none)).toThrow(RangeError);
  });
});

describe.each(['pca', 'zca'] as const)('whitening in single precision by %s', (method) => {
  const rows = correlated(900, 30);
  const scaler = fitWhitening(rows, { method, ...single }, kernels);
  const white = whitenRows(scaler, rows, kernels, single);

  it('makes the covariance the identity, and can be undone', () => {
    const { mean, covariance } = covarianceOfRows(white.values, 900, 30);
    expect(Math.max(...mean.map(Math.abs))).toBeLessThan(1e-6);
    const identity = Array.from({ length: 900 }, (_, i) => (i % 31 === 0 ? 899 / 900 : 0));
    expect(largestDifference(covariance.to1DArray(), identity)).toBeLessThan(1e-5);
    const back = unwhitenRows(scaler, white, kernels, single);
    expect(largestDifference(back.values, rows.values)).toBeLessThan(1e-5);
  });

  it('agrees with the reference', () => {
    const reference = fitWhitening(rows, { method });
    expect(largestDifference(scaler.variances, reference.variances)).toBeLessThan(1e-5);
    const expected = whitenRows(reference, rows).values;
    const sameReference = whitenRows(reference, rows, kernels, single).values;
    expect(largestDifference(sameReference, expected)).toBeLessThan(1e-5);
    // Principal components may be turned round; what is turned back is the same.
    if (method === 'zca') expect(largestDifference(white.values, expected)).toBeLessThan(1e-4);
  });

  it('of a row depends on that row alone', () => {
    const spoilt = denseMatrix(900, 30, rows.values.slice());
    spoilt.values[5 * 30 + 2] = Number.NaN;
    const among = whitenRows(scaler, spoilt, kernels, single);
    expect(rowOf(among, 5).some(Number.isNaN)).toBe(true);
    for (const i of [4, 6, 899]) expect([...rowOf(among, i)]).toEqual([...rowOf(white, i)]);
    const alone = whitenRows(scaler, denseMatrix(1, 30, rowOf(rows, 899).slice()), kernels, single);
    expect([...alone.values]).toEqual([...rowOf(white, 899)]);
  });
});

describe('whitening in single precision', () => {
  it('leaves out directions without any variance', () => {
    const rows = correlated(500, 12);
    for (let i = 0; i < 500; i++) rows.values[12 * i + 7] = 2 * rows.values[12 * i + 3]! - 1;
    const scaler = fitWhitening(rows, { method: 'pca', ...single }, kernels);
    expect(scaler.variances).toHaveLength(11);
    const back = unwhitenRows(scaler, whitenRows(scaler, rows, kernels, single), kernels, single);
    expect(largestDifference(back.values, rows.values)).toBeLessThan(1e-5);
  });

  it('refuses a single row, rows that are not finite, and components that there are not', () => {
    const fit = (rows: DenseMatrix, components: number) => () =>
      fitWhitening(rows, { method: 'pca', components, ...single }, kernels);
    expect(fit(matrix(1, 4), 2)).toThrow(RangeError);
    expect(fit(matrix(9, 4), 5)).toThrow(RangeError);
    const withHole = matrix(9, 4);
    withHole.values[5] = NaN;
    expect(fit(withHole, 2)).toThrow(RangeError);
  });
});
