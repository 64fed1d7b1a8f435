import { describe, expect, it } from 'vitest';
import { filterGradient, synthesise } from '../../../../src-main/numerics/convolutional/convolution.ts';
import { convolutionalCodes } from '../../../../src-main/numerics/convolutional/convolutional-codes.ts';
import { mapSize } from '../../../../src-main/numerics/convolutional/filter-bank.ts';
import { learnFilters } from '../../../../src-main/numerics/convolutional/filter-learning.ts';
import {
  addMapCorrelations,
  noMapCorrelations,
} from '../../../../src-main/numerics/convolutional/map-correlations.ts';
import { multiLayerCodes } from '../../../../src-main/numerics/convolutional/multi-layer-codes.ts';
import { transposeTimesVector } from '../../../../src-main/numerics/linalg/products.ts';
import { squaredNorm } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference, plantedCode } from '../sparse/regression-problem.ts';

const kernels = loadKernels();

describe.each([
  [16, 14, 3, 5],
  [40, 21, 4, 8],
  [9, 9, 1, 9],
  [37, 5, 2, 1],
  [70, 30, 5, 3],
])(
  'pictures of %i x %i pixels and %i filters of side %i, in single precision',
  (width, height, count, size) => {
    const random = createRandom(73, `convolutional-kernels/${width}`);
    const normals = (length: number, share = 1) =>
      Float64Array.from({ length }, () => (random.uniform() < share ? random.normal() : 0));
    const image = { width, height };
    const bank = { count, size, values: normals(count * size * size).map((value) => value / size) };
    const map = mapSize(image, bank);
    const length = count * map.width * map.height;
    const maps = normals(length, 0.2);
    const picture = normals(width * height);

    it('have the gradient in the filters of double precision', () => {
      const found = filterGradient(bank, maps, picture, image, kernels);
      expect(largestDifference(found, filterGradient(bank, maps, picture, image))).toBeLessThan(1e-4);
    });

    it('have the correlations of maps of double precision, added to those before', () => {
      const found = noMapCorrelations(bank);
      const expected = noMapCorrelations(bank);
      for (let picture = 0; picture < 2; picture++) {
        addMapCorrelations(found, bank, maps, image, kernels);
        addMapCorrelations(expected, bank, maps, image);
      }
      expect(largestDifference(found.values, expected.values)).toBeLessThan(1e-3);
    });

    it('are coded to the objective of double precision, and leave the kernels as they were', () => {
      const penalty = 0.4;
      const reference = convolutionalCodes(bank, picture, image, { penalty }, new Float64Array(length));
      const before = kernels.mark();
      const codes = new Float64Array(length);
      const report = convolutionalCodes(bank, picture, image, { penalty }, codes, kernels);
      expect(kernels.mark()).toBe(before);
      expect(report.objective / reference.objective).toBeCloseTo(1, 4);
      const residual = new Float64Array(picture.length);
      synthesise(bank, codes, image, residual);
      let own = 0;
      residual.forEach((value, i) => (own += (picture[i]! - value) ** 2 / 2));
      for (const code of codes) own += penalty * Math.abs(code);
      expect(report.objective / own).toBeCloseTo(1, 5);
      expect(report.gap).toBeLessThanOrEqual((1e-5 * squaredNorm(picture)) / 2);
    });

    it('are coded on from where they start', () => {
      const codes = new Float64Array(length);
      const options = { penalty: 0.4 };
      convolutionalCodes(bank, picture, image, options, codes, kernels);
      expect(convolutionalCodes(bank, picture, image, options, codes, kernels).iterations).toBe(0);
    });
  },
);

it('filters are learnt as in double precision, and the objective never rises', () => {
  const random = createRandom(74, 'convolutional-kernels/learning');
  const [count, size] = [3, 5];
  const image = { width: 33, height: 30 };
  const start = Float64Array.from({ length: count * size * size }, () => random.normal() / 8);
  const bank = () => ({ count, size, values: start.slice() });
  const map = mapSize(image, bank());
  const planted = Float64Array.from({ length: count * map.width * map.height }, () =>
    random.uniform() < 0.02 ? random.normal() * 3 : 0,
  );
  const picture = new Float64Array(image.width * image.height);
  synthesise({ count, size, values: start.map(() => random.normal() / 5) }, planted, image, picture);
  const options = { penalty: 0.1, iterations: 8 };
  const lessons = [{ picture, size: image }];
  const found = learnFilters(bank(), lessons, options, kernels);
  const expected = learnFilters(bank(), lessons, options);
  found.forEach((objective, i) => {
    if (i > 0) expect(objective).toBeLessThanOrEqual(found[i - 1]! * (1 + 1e-5));
  });
  expect(found.at(-1)! / expected.at(-1)!).toBeCloseTo(1, 1);
});

it('multi-layer codes in single precision are those of double precision', () => {
  const first = plantedCode({ atomCount: 24, dimension: 30, nonzeros: 1, seed: 1 }).atoms;
  const second = plantedCode({ atomCount: 16, dimension: 24, nonzeros: 3, seed: 2 });
  const signal = new Float64Array(30);
  transposeTimesVector(first, second.signal, signal);
  const layers = [
    { atoms: first, penalty: 0.01 },
    { atoms: second.atoms, penalty: 0.05 },
  ];
  const single = multiLayerCodes(signal, layers, { precision: 'single', tolerance: 1e-4 }, kernels);
  const double = multiLayerCodes(signal, layers, { tolerance: 1e-7 });
  expect(single.converged).toBe(true);
  expect(largestDifference(single.codes[1]!, double.codes[1]!)).toBeLessThan(1e-2);
});
