import { describe, expect, it } from 'vitest';
import { headPhantom } from '../../../../src-main/numerics/experiments/phantom.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { reconstructFromFourier } from '../../../../src-main/numerics/restoration/compressed-sensing.ts';
import {
  imageOfSpectrum,
  measureFourier,
  unitarySpectrum,
  variableDensityMask,
} from '../../../../src-main/numerics/restoration/partial-fourier.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const size = { width: 64, height: 64 };
const image = headPhantom(size);
const share = 0.4;
const mask = variableDensityMask(size, share, createRandom(1, 'mask'));
const rms = (a: Float64Array) =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - image[i]!) ** 2, 0) / a.length);

describe('the spectrum', () => {
  it('keeps the norm and gives the image back', () => {
    const spectrum = unitarySpectrum(image, size);
    const energy = (a: Float64Array) => a.reduce((sum, value) => sum + value * value, 0);
    expect(energy(spectrum.values)).toBeCloseTo(energy(image), 9);
    const out = new Float64Array(4096);
    imageOfSpectrum(spectrum, out);
    expect(largestDifference(out, image)).toBeLessThan(1e-12);
  });

  it('is measured in the share asked for, most of it at low frequencies, with mirror images', () => {
    expect(mask.reduce((sum, value) => sum + value, 0) / 4096).toBeCloseTo(share, 2);
    expect(mask[0]).toBe(1);
    for (let i = 0; i < 4096; i++) {
      const mirror = ((64 - Math.floor(i / 64)) % 64) * 64 + ((64 - (i % 64)) % 64);
      expect(mask[i]).toBe(mask[mirror]);
    }
  });
});

describe('compressed sensing from two fifths of the coefficients', () => {
  const measured = measureFourier(image, size, mask);
  const zeroFilled = new Float64Array(4096);
  imageOfSpectrum({ ...measured.spectrum, values: measured.spectrum.values.slice() }, zeroFilled);

  it('by total variation finds the phantom nearly exactly', () => {
    const out = new Float64Array(4096);
    reconstructFromFourier(measured, { sparsity: { kind: 'total-variation' }, rounds: 12, steps: 15 }, out);
    expect(rms(zeroFilled)).toBeGreaterThan(0.05);
    expect(rms(out)).toBeLessThan(0.005);
    const again = measureFourier(out, size, mask).spectrum.values;
    expect(largestDifference(again, measured.spectrum.values)).toBeLessThan(0.01);
  });

  it('by wavelets comes nearer than zeros in place of what was not measured', () => {
    const out = new Float64Array(4096);
    reconstructFromFourier(
      measured,
      { sparsity: { kind: 'wavelet', wavelet: 'haar', levels: 3 }, rounds: 10, steps: 15 },
      out,
    );
    expect(rms(out)).toBeLessThan(0.6 * rms(zeroFilled));
  });

  it('is exact from all coefficients', () => {
    const all = measureFourier(image, size, new Uint8Array(4096).fill(1));
    const out = new Float64Array(4096);
    reconstructFromFourier(all, { sparsity: { kind: 'total-variation' }, rounds: 15, steps: 10 }, out);
    expect(rms(out)).toBeLessThan(1e-3);
  });

  it('refuses a plane of another size', () => {
    expect(() =>
      reconstructFromFourier(measured, { sparsity: { kind: 'total-variation' } }, new Float64Array(10)),
    ).toThrow(RangeError);
  });
});
