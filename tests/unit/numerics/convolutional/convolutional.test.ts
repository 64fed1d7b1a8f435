import { describe, expect, it } from 'vitest';
import { convolutionalCodes } from '../../../../src-main/numerics/convolutional/convolutional-codes.ts';
import {
  correlateWithFilters,
  filterGradient,
  synthesise,
} from '../../../../src-main/numerics/convolutional/convolution.ts';
import { mapSize } from '../../../../src-main/numerics/convolutional/filter-bank.ts';
import { squaredNormOfFilters } from '../../../../src-main/numerics/convolutional/filter-norm.ts';
import { multiLayerCodes } from '../../../../src-main/numerics/convolutional/multi-layer-codes.ts';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { transposeTimesVector } from '../../../../src-main/numerics/linalg/products.ts';
import { dot, squaredNorm } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { lassoCoordinateDescent } from '../../../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import { lassoObjective } from '../../../../src-main/numerics/sparse/lasso-problem.ts';
import { largestDifference, plantedCode } from '../sparse/regression-problem.ts';

const random = createRandom(71, 'convolutional');
const image = { width: 16, height: 14 };
const bank = { count: 3, size: 5, values: Float64Array.from({ length: 75 }, () => random.normal() / 5) };
const { width, height } = mapSize(image, bank);
const length = 3 * width * height;
const normals = (count: number) => Float64Array.from({ length: count }, () => random.normal());

describe('convolution with filters', () => {
  it('is adjoint to correlation', () => {
    const maps = normals(length);
    const picture = normals(16 * 14);
    const rebuilt = new Float64Array(16 * 14);
    const correlations = new Float64Array(length);
    synthesise(bank, maps, image, rebuilt);
    correlateWithFilters(bank, picture, image, correlations);
    expect(dot(rebuilt, picture)).toBeCloseTo(dot(correlations, maps), 9);
  });

  it('has the gradient in its filters that finite differences give', () => {
    const maps = normals(length);
    const picture = normals(16 * 14);
    const misfit = (values: Float64Array) => {
      const residual = new Float64Array(16 * 14);
      synthesise({ ...bank, values }, maps, image, residual);
      residual.forEach((value, i) => (residual[i] = picture[i]! - value));
      return { residual, half: squaredNorm(residual) / 2 };
    };
    const gradient = filterGradient(bank, maps, misfit(bank.values).residual, image);
    for (const at of [0, 12, 40, 74]) {
      const shifted = (by: number) =>
        misfit(bank.values.map((value, i) => (i === at ? value + by : value))).half;
      expect(gradient[at]).toBeCloseTo((shifted(-1e-5) - shifted(1e-5)) / 2e-5, 4);
    }
  });

  it('never makes a picture longer than the norm of its filters says, and hardly shorter', () => {
    let maps = normals(length);
    const picture = new Float64Array(16 * 14);
    let most = 0;
    for (let step = 0; step < 100; step++) {
      const norm = Math.sqrt(squaredNorm(maps));
      maps = maps.map((value) => value / norm);
      synthesise(bank, maps, image, picture);
      most = squaredNorm(picture);
      correlateWithFilters(bank, picture, image, maps);
    }
    const bound = squaredNormOfFilters(bank);
    expect(bound).toBeGreaterThan(most);
    expect(bound).toBeLessThan(1.6 * most);
  });

  it('refuses filters larger than the image', () => {
    expect(() => mapSize({ width: 4, height: 9 }, bank)).toThrow(RangeError);
  });
});

describe('convolutional codes', () => {
  it('find where filters were put', () => {
    const planted = new Float64Array(length);
    for (const at of [13, 200, 301]) planted[at] = 2;
    const picture = new Float64Array(16 * 14);
    synthesise(bank, planted, image, picture);
    const found = new Float64Array(length);
    convolutionalCodes(bank, picture, image, { penalty: 0.01, tolerance: 1e-8 }, found);
    expect([...found.keys()].filter((at) => found[at]! > 0.5)).toEqual([13, 200, 301]);
  });

  it('are the lasso codes over all shifted filters', () => {
    const picture = normals(16 * 14);
    const values = new Float64Array(length * 16 * 14);
    for (let at = 0; at < length; at++) {
      const one = new Float64Array(length);
      one[at] = 1;
      synthesise(bank, one, image, values.subarray(at * 224, (at + 1) * 224));
    }
    const problem = { atoms: denseMatrix(length, 224, values), signal: picture, penalty: 0.5 };
    const byDescent = new Float64Array(length);
    lassoCoordinateDescent(problem, byDescent, { tolerance: 1e-12 });
    const found = new Float64Array(length);
    const report = convolutionalCodes(bank, picture, image, { penalty: 0.5, tolerance: 1e-9 }, found);
    expect(report.objective).toBeCloseTo(lassoObjective(problem, byDescent), 6);
    expect(largestDifference(found, byDescent)).toBeLessThan(1e-3);
  });
});

describe('multi-layer codes', () => {
  const first = plantedCode({ atomCount: 24, dimension: 30, nonzeros: 1, seed: 1 }).atoms;
  const second = plantedCode({ atomCount: 16, dimension: 24, nonzeros: 3, seed: 2 });

  it('of one layer are lasso codes', () => {
    const problem = plantedCode({ atomCount: 24, dimension: 30, nonzeros: 3, seed: 3, noise: 0.1 });
    const { codes } = multiLayerCodes(problem.signal, [{ atoms: problem.atoms, penalty: 0.2 }], {
      tolerance: 1e-10,
    });
    const expected = new Float64Array(24);
    lassoCoordinateDescent({ ...problem, penalty: 0.2 }, expected, { tolerance: 1e-14 });
    expect(largestDifference(codes[0]!, expected)).toBeLessThan(1e-5);
  });

  it('find the deepest code, and are consistent from layer to layer', () => {
    const signal = new Float64Array(30);
    transposeTimesVector(first, second.signal, signal);
    const layers = [
      { atoms: first, penalty: 0.001 },
      { atoms: second.atoms, penalty: 0.01 },
    ];
    const { codes, converged } = multiLayerCodes(signal, layers, { tolerance: 1e-7 });
    expect(converged).toBe(true);
    const support = [...codes[1]!.keys()].filter((k) => Math.abs(codes[1]![k]!) > 0.3);
    expect(support).toEqual(second.support);
    const above = new Float64Array(24);
    transposeTimesVector(second.atoms, codes[1]!, above);
    expect(largestDifference(above, codes[0]!)).toBeLessThan(1e-12);
  });

  it('refuse layers that do not fit', () => {
    const layers = [
      { atoms: first, penalty: 1 },
      { atoms: first, penalty: 1 },
    ];
    expect(() => multiLayerCodes(new Float64Array(30), layers)).toThrow(RangeError);
    expect(() => multiLayerCodes(new Float64Array(30), [])).toThrow(RangeError);
  });
});
