import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';

import { cholesky } from '../../../../src-main/numerics/linalg/cholesky.ts';
import { covarianceOfRows } from '../../../../src-main/numerics/linalg/covariance.ts';
import { fitMahalanobis, whiten } from '../../../../src-main/numerics/linalg/mahalanobis.ts';
import { principalComponents } from '../../../../src-main/numerics/linalg/principal-components.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';

/** Rows (3 a + 1, a + b, c / 10 - 2) of standard normal a, b, c. */
function correlatedRows(count: number): Float64Array {
  const random = createRandom(21);
  const rows = new Float64Array(count * 3);
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [random.normal(), random.normal(), random.normal()];
    rows.set([3 * a + 1, a + b, c / 10 - 2], i * 3);
  }
  return rows;
}

describe('covariance of rows', () => {
  it('is that of the distribution the rows come from', () => {
    const { mean, covariance } = covarianceOfRows(correlatedRows(50_000), 50_000, 3);
    const expected = [9, 3, 0, 3, 2, 0, 0, 0, 0.01];
    [1, 0, -2].forEach((m, i) => {
      expect(Math.abs(mean[i]! - m)).toBeLessThan(0.05);
    });
    covariance.to1DArray().forEach((entry, i) => {
      expect(Math.abs(entry - expected[i]!)).toBeLessThan(0.15);
    });
  });

  it('refuses no rows and rows that are missing', () => {
    expect(() => covarianceOfRows([], 0, 3)).toThrow(RangeError);
    expect(() => covarianceOfRows([1, 2], 1, 3)).toThrow(RangeError);
  });
});

describe('principal components', () => {
  it('are orthonormal, largest variance first, and rebuild rows when all are kept', () => {
    const rows = correlatedRows(200);
    const { basis, mean, variances, explained } = principalComponents(rows, 200, 3, 3);
    expect(explained).toBeCloseTo(1, 12);
    expect([...variances]).toEqual([...variances].sort((a, b) => b - a));
    const V = Matrix.from1DArray(3, 3, [...basis]);
    expect(Matrix.sub(V.mmul(V.transpose()), Matrix.eye(3)).norm()).toBeLessThan(1e-12);
    const centred = Matrix.from1DArray(200, 3, [...rows]).subRowVector([...mean]);
    const rebuilt = centred.mmul(V.transpose()).mmul(V);
    expect(Matrix.sub(rebuilt, centred).norm()).toBeLessThan(1e-10);
  });

  it('are as few as keep the share of variance asked for', () => {
    const one = principalComponents(correlatedRows(500), 500, 3, 0.8);
    expect(one.variances).toHaveLength(1);
    expect(one.explained).toBeGreaterThan(0.8);
    expect(principalComponents(correlatedRows(500), 500, 3, 0.999).variances).toHaveLength(2);
    expect(() => principalComponents([1, 2], 1, 2, 0)).toThrow(RangeError);
  });
});

describe('Cholesky factor', () => {
  it('gives the matrix back', () => {
    const matrix = new Matrix([
      [4, 2],
      [2, 3],
    ]);
    const L = cholesky(matrix);
    expect(Matrix.sub(L.mmul(L.transpose()), matrix).norm()).toBeLessThan(1e-12);
    expect(L.get(0, 1)).toBe(0);
  });

  it('of a singular matrix needs a ridge', () => {
    const singular = new Matrix([
      [1, 1],
      [1, 1],
    ]);
    expect(() => cholesky(singular)).toThrow(RangeError);
    expect(cholesky(singular, 1e-3).get(0, 0)).toBeCloseTo(Math.sqrt(1.001), 12);
  });
});

describe('whitening', () => {
  it('makes the rows it was learnt from round and of unit variance', () => {
    const count = 2000;
    const rows = correlatedRows(count);
    const model = fitMahalanobis(rows, count, 3, 0);
    const whitened = new Float64Array(count * 3);
    let squares = 0;
    for (let i = 0; i < count; i++)
      squares += whiten(model, rows, i * 3, whitened.subarray(i * 3, i * 3 + 3));
    const { mean, covariance } = covarianceOfRows(whitened, count, 3);
    expect(Math.hypot(...mean)).toBeLessThan(1e-10);
    expect(Matrix.sub(covariance, Matrix.eye(3)).norm()).toBeLessThan(1e-9);
    expect(squares / count).toBeCloseTo(3, 9);
  });

  it('survives a direction that never varies', () => {
    const model = fitMahalanobis([1, 5, 2, 5, 3, 5], 3, 2);
    const square = whiten(model, [2, 5], 0, new Float64Array(2));
    expect(square).toBe(0);
    expect(Number.isFinite(whiten(model, [2, 6], 0, new Float64Array(2)))).toBe(true);
  });
});
