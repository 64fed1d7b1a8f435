import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import {
  imageOfSpectrum,
  unitarySpectrum,
} from '../../../../src-main/numerics/restoration/partial-fourier.ts';
import { mirrorOf } from '../../../../src-main/numerics/signal/fourier-2d.ts';
import { fourierKernels } from '../../../../src-main/numerics/signal/fourier-kernels.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const kernels = loadKernels();
const random = createRandom(71, 'fourier-kernels');

// Odd and even powers of two both ways, columns of half a spectrum in one strip and in several.
describe.each([
  [8, 8],
  [16, 8],
  [8, 64],
  [128, 16],
  [64, 256],
])('the spectrum of %i x %i pixels in single precision', (width, height) => {
  const size = { width, height };
  const pixels = width * height;
  const image = Float64Array.from({ length: pixels }, () => random.normal());
  const draws = Float64Array.from({ length: pixels }, () => random.uniform());
  const factors = draws.map((draw, i) => draw + draws[mirrorOf(i, size)]!);

  const filtered = (values: ArrayLike<number>, by: Float64Array) =>
    kernels.scoped(() => {
      const fourier = fourierKernels(kernels, size);
      const plane = fourier.plane();
      for (let i = 0; i < pixels; i++)
        plane.view[Math.floor(i / width) * fourier.stride + (i % width)] = values[i]!;
      fourier.apply(fourier.filter(by), plane);
      return read(plane.view, fourier.stride);
    });

  const read = (view: Float32Array, stride: number) =>
    Float64Array.from(draws, (_, i) => view[Math.floor(i / width) * stride + (i % width)]!);

  it('is multiplied frequency by frequency, as in double precision', () => {
    const spectrum = unitarySpectrum(image, size);
    spectrum.values.forEach((value, i) => (spectrum.values[i] = value * factors[i >> 1]!));
    const expected = new Float64Array(pixels);
    imageOfSpectrum(spectrum, expected);
    expect(largestDifference(filtered(image, factors), expected)).toBeLessThan(3e-6);
  });

  it('gives the plane back where nothing is changed', () => {
    expect(largestDifference(filtered(image, new Float64Array(pixels).fill(1)), image)).toBeLessThan(3e-6);
  });

  it('keeps of a plane the one wave that is let through', () => {
    const [kx, ky] = [3, height / 2 - 1];
    const wave = Float64Array.from(image, (_, i) =>
      Math.cos(2 * Math.PI * ((kx * (i % width)) / width + (ky * Math.floor(i / width)) / height) + 0.7),
    );
    const one = new Float64Array(pixels);
    one[ky * width + kx] = one[mirrorOf(ky * width + kx, size)] = 1;
    expect(
      largestDifference(
        filtered(
          wave.map((value) => value + 2),
          one,
        ),
        wave,
      ),
    ).toBeLessThan(3e-6);
  });

  it('is turned into the real part of its plane', () => {
    const values = Float64Array.from({ length: 2 * pixels }, () => random.normal());
    const expected = new Float64Array(pixels);
    imageOfSpectrum({ ...size, values: values.slice() }, expected);
    const found = kernels.scoped(() => {
      const fourier = fourierKernels(kernels, size);
      const plane = fourier.plane();
      fourier.planeOf(values, plane);
      return read(plane.view, fourier.stride);
    });
    expect(largestDifference(found, expected)).toBeLessThan(3e-6);
  });
});
