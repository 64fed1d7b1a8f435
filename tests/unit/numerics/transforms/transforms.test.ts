import { describe, expect, it } from 'vitest';
import { covarianceOfRows } from '../../../../src-main/numerics/linalg/covariance.ts';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { squaredNorm } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import {
  inverseWaveletTransform,
  waveletTransform,
  type Wavelet,
} from '../../../../src-main/numerics/transforms/wavelet.ts';
import {
  fitWhitening,
  unwhitenRows,
  whitenRows,
} from '../../../../src-main/numerics/transforms/whitening.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const random = createRandom(41, 'transforms');
const count = 300;
const rows = denseMatrix(count, 4, correlated());

function correlated(): Float64Array {
  const values = new Float64Array(count * 4);
  for (let i = 0; i < count; i++) {
    const [a, b, c, d] = [random.normal(), random.normal(), random.normal(), random.normal()];
    values.set([a + 2, 3 * a + b, b - c, 0.1 * d], i * 4);
  }
  return values;
}

describe('whitening', () => {
  it.each(['pca', 'zca'] as const)('by %s makes the covariance the identity, and can be undone', (method) => {
    const scaler = fitWhitening(rows, { method });
    const white = whitenRows(scaler, rows);
    const { mean, covariance } = covarianceOfRows(white.values, count, 4);
    expect(Math.max(...mean.map(Math.abs))).toBeLessThan(1e-12);
    const identity = Array.from({ length: 16 }, (_, i) => (i % 5 === 0 ? (count - 1) / count : 0));
    expect(largestDifference(covariance.to1DArray(), identity)).toBeLessThan(1e-10);
    expect(largestDifference(unwhitenRows(scaler, white).values, rows.values)).toBeLessThan(1e-10);
  });

  it('by ZCA is symmetric: it changes a picture as little as whitening can', () => {
    const { whitening } = fitWhitening(rows, { method: 'zca' });
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < i; j++)
        expect(whitening.values[i * 4 + j]).toBeCloseTo(whitening.values[j * 4 + i]!, 12);
  });

  it('of few components gives back what they span', () => {
    const scaler = fitWhitening(rows, { method: 'pca', components: 2 });
    const white = whitenRows(scaler, rows);
    expect(white.columns).toBe(2);
    const back = unwhitenRows(scaler, white);
    const again = whitenRows(scaler, back);
    expect(largestDifference(again.values, white.values)).toBeLessThan(1e-10);
  });

  it('leaves out directions without any variance', () => {
    const flat = denseMatrix(3, 2, [1, 5, 2, 5, 4, 5]);
    const scaler = fitWhitening(flat, { method: 'pca' });
    expect(scaler.variances).toHaveLength(1);
    expect(
      largestDifference(unwhitenRows(scaler, whitenRows(scaler, flat)).values, flat.values),
    ).toBeLessThan(1e-12);
    expect(() => fitWhitening(flat, { method: 'pca', components: 3 })).toThrow(RangeError);
  });
});

describe.each(['haar', 'daubechies4'] satisfies Wavelet[])('the wavelet transform by %s', (wavelet) => {
  const size = { width: 32, height: 16 };

  it('keeps the norm and can be undone', () => {
    const plane = Float64Array.from({ length: 512 }, () => random.normal());
    const changed = plane.slice();
    waveletTransform(changed, size, wavelet, 3);
    expect(squaredNorm(changed)).toBeCloseTo(squaredNorm(plane), 9);
    inverseWaveletTransform(changed, size, wavelet, 3);
    expect(largestDifference(changed, plane)).toBeLessThan(1e-12);
  });

  it('has no details where a plane is constant', () => {
    const plane = new Float64Array(512).fill(3);
    waveletTransform(plane, size, wavelet, 2);
    const coarse = [...plane.keys()].filter((i) => Math.abs(plane[i]!) > 1e-12);
    expect(coarse).toHaveLength(512 / 16);
  });

  it('refuses sides that cannot be halved', () => {
    expect(() => waveletTransform(new Float64Array(512), size, wavelet, 5)).toThrow(RangeError);
  });
});

describe('Daubechies wavelets', () => {
  it('have no details on a slope away from the border', () => {
    const size = { width: 32, height: 2 };
    const plane = Float64Array.from({ length: 64 }, (_, i) => i % 32);
    waveletTransform(plane, size, 'daubechies4', 1);
    for (let i = 17; i < 31; i++) expect(plane[i]).toBeCloseTo(0, 12);
  });
});
