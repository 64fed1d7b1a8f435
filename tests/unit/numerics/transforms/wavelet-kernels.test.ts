import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import {
  inverseWaveletTransform,
  waveletTransform,
  type Wavelet,
} from '../../../../src-main/numerics/transforms/wavelet.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const kernels = loadKernels();
const random = createRandom(72, 'wavelet-kernels');
const wavelets = ['haar', 'daubechies4'] satisfies Wavelet[];
// Lines of whole vectors and others, down to one pair.
const sizes = [
  [64, 32, 4],
  [40, 24, 3],
  [6, 10, 1],
  [8, 8, 3],
  [2, 2, 1],
  [5, 3, 0],
] as const;
const precisions = [
  { precision: 'single', digits: 2e-6 },
  { precision: 'double', digits: 1e-14 },
] as const;
const cases = sizes.flatMap(([width, height, levels]) =>
  wavelets.flatMap((wavelet) => precisions.map((given) => ({ width, height, levels, wavelet, ...given }))),
);

describe.each(cases)(
  'the wavelet transform by kernels, $width x $height, $levels levels, $wavelet, $precision',
  ({ width, height, levels, wavelet, precision, digits }) => {
    const size = { width, height };
    const plane = Float64Array.from({ length: width * height }, () => random.normal());

    it('is that of the reference, and can be undone', () => {
      const [fast, plain] = [plane.slice(), plane.slice()];
      const mark = kernels.mark();
      waveletTransform(fast, size, wavelet, levels, { precision }, kernels);
      expect(kernels.mark()).toBe(mark);
      waveletTransform(plain, size, wavelet, levels);
      expect(largestDifference(fast, plain)).toBeLessThan(digits);
      inverseWaveletTransform(fast, size, wavelet, levels, { precision }, kernels);
      expect(largestDifference(fast, plane)).toBeLessThan(digits);
    });
  },
);

describe('the wavelet transform by kernels', () => {
  it('refuses sides that cannot be halved', () => {
    const size = { width: 12, height: 8 };
    for (const transform of [waveletTransform, inverseWaveletTransform])
      expect(() => {
        transform(new Float64Array(96), size, 'haar', 3, {}, kernels);
      }).toThrow(RangeError);
  });
});
