import { describe, expect, it } from 'vitest';
import { covarianceOfRows } from '../../../../src-main/numerics/linalg/covariance.ts';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { timesTranspose } from '../../../../src-main/numerics/linalg/products.ts';
import { rowProducts } from '../../../../src-main/numerics/linalg/row-products.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { leastAngleRegression } from '../../../../src-main/numerics/sparse/least-angle-regression.ts';
import { orthogonalMatchingPursuit } from '../../../../src-main/numerics/sparse/orthogonal-matching-pursuit.ts';
import { fitWhitening, whitenRows } from '../../../../src-main/numerics/transforms/whitening.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference, plantedCode } from '../sparse/regression-problem.ts';

const kernels = loadKernels();
const random = createRandom(51, 'kernel-products');
const matrix = (rows: number, columns: number) =>
  denseMatrix(
    rows,
    columns,
    Float64Array.from({ length: rows * columns }, () => random.normal()),
  );

// Rows within and across tiles, of even and odd length, in one and in several blocks.
const shapes = [
  [1, 1, 1],
  [1, 9, 7],
  [2, 4, 8],
  [3, 5, 13],
  [300, 63, 64],
] as const;

describe('products in double precision by the kernels', () => {
  it.each(shapes)('%i times %i rows of %i numbers are those of plain loops', (m, k, n) => {
    const [a, b] = [matrix(m, n), matrix(k, n)];
    const mark = kernels.mark();
    const product = timesTranspose(a, b, kernels);
    expect(kernels.mark()).toBe(mark);
    expect([product.rows, product.columns]).toEqual([m, k]);
    expect(largestDifference(product.values, timesTranspose(a, b).values)).toBeLessThan(1e-12);
  });

  it('with one vector after another are those of plain loops', () => {
    const a = matrix(37, 11);
    kernels.scoped(() => {
      const times = rowProducts(a, kernels);
      for (let repeat = 0; repeat < 2; repeat++) {
        const v = matrix(1, 11).values;
        const [fast, plain] = [new Float64Array(37), new Float64Array(37)];
        times(v, fast);
        rowProducts(a, undefined)(v, plain);
        expect(largestDifference(fast, plain)).toBeLessThan(1e-12);
      }
      expect(() => {
        times(new Float64Array(10), new Float64Array(37));
      }).toThrow(RangeError);
    });
  });

  it.each([1, 7, 33])('give the covariance of rows of %i numbers', (dimension) => {
    const { values } = matrix(600, dimension);
    const fast = covarianceOfRows(values, 600, dimension, kernels);
    const plain = covarianceOfRows(values, 600, dimension);
    expect([...fast.mean]).toEqual([...plain.mean]);
    expect(largestDifference(fast.covariance.to1DArray(), plain.covariance.to1DArray())).toBeLessThan(1e-12);
  });
});

describe('methods that take kernels reach the same with and without', () => {
  const { atoms, signal } = plantedCode({ atomCount: 90, dimension: 45, nonzeros: 6, seed: 7, noise: 0.05 });

  it('in orthogonal matching pursuit', () => {
    const [fast, plain] = [new Float64Array(90), new Float64Array(90)];
    const found = orthogonalMatchingPursuit(atoms, signal, { nonzeros: 8 }, fast, kernels);
    const expected = orthogonalMatchingPursuit(atoms, signal, { nonzeros: 8 }, plain);
    expect(found.support).toEqual(expected.support);
    expect(largestDifference(fast, plain)).toBeLessThan(1e-12);
  });

  it('in least angle regression', () => {
    const fast = leastAngleRegression(atoms, signal, { method: 'lasso' }, kernels);
    const plain = leastAngleRegression(atoms, signal, { method: 'lasso' });
    expect(fast.active).toEqual(plain.active);
    expect(largestDifference(fast.penalties, plain.penalties)).toBeLessThan(1e-9);
  });

  it('in whitening', () => {
    const rows = matrix(200, 9);
    const fast = whitenRows(fitWhitening(rows, { method: 'zca' }, kernels), rows, kernels);
    const plain = whitenRows(fitWhitening(rows, { method: 'zca' }), rows);
    expect(largestDifference(fast.values, plain.values)).toBeLessThan(1e-10);
  });
});
