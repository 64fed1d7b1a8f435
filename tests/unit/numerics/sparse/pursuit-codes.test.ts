import { describe, expect, it } from 'vitest';
import { denseMatrix, rowOf, type DenseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { transposeTimesVector } from '../../../../src-main/numerics/linalg/products.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { batchOmp, createCodes, prepareDictionary } from '../../../../src-main/numerics/sparse/batch-omp.ts';
import { orthogonalMatchingPursuit } from '../../../../src-main/numerics/sparse/orthogonal-matching-pursuit.ts';
import { pursuitCodes } from '../../../../src-main/numerics/sparse/pursuit-codes.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { randomAtoms } from './planted.ts';
import { largestDifference } from './regression-problem.ts';

const kernels = loadKernels();
type Stopping = Parameters<typeof pursuitCodes>[2];

function fastCodes(atoms: DenseMatrix, signals: DenseMatrix, stopping: Stopping): DenseMatrix {
  const length = signals.rows * atoms.rows;
  const codes = denseMatrix(signals.rows, atoms.rows, new Float64Array(length).fill(Number.NaN));
  const before = kernels.mark();
  pursuitCodes(atoms, signals, stopping, codes, kernels);
  expect(kernels.mark()).toBe(before);
  return codes;
}

describe.each([
  ['double', 1e-9],
  ['single', 1e-4],
] as const)('pursuit codes of many signals in %s precision', (precision, rounding) => {
  it.each([
    [70, 40, 5],
    [31, 50, 5],
    [9, 7, 3],
    [1, 5, 3],
  ])('are those of the reference, %i atoms of %i numbers', (atomCount, dimension, nonzeros) => {
    const random = createRandom(75, `pursuit-codes/${atomCount}`);
    const normals = (length: number) => Float64Array.from({ length }, () => random.normal());
    // Of any norms.
    const atoms = denseMatrix(atomCount, dimension, normals(atomCount * dimension));
    const count = 270;
    const signals = denseMatrix(count, dimension, normals(count * dimension));
    for (const nonNegative of [false, true]) {
      const stopping = { nonzeros, nonNegative, errorTarget: 0.3 * dimension, precision };
      const codes = fastCodes(atoms, signals, stopping);
      const reference = new Float64Array(atomCount);
      let unlike = 0;
      for (let i = 0; i < count; i++) {
        orthogonalMatchingPursuit(atoms, rowOf(signals, i), stopping, reference);
        if (largestDifference(rowOf(codes, i), reference) > rounding) unlike++;
      }
      // Of two atoms that explain nearly as much, rounding may choose the other one.
      expect(unlike).toBeLessThanOrEqual(0.01 * count);
      if (nonNegative) expect(Math.min(...codes.values)).toBe(0);
    }
  });

  it('are the planted ones, all positive', () => {
    const random = createRandom(76, 'pursuit-codes/planted');
    const atoms = denseMatrix(50, 40, randomAtoms(random, 50, 40));
    const truth = denseMatrix(20, 50, new Float64Array(1000));
    const signals = denseMatrix(20, 40, new Float64Array(800));
    for (let i = 0; i < 20; i++) {
      for (const k of [0, 11, 23]) rowOf(truth, i)[k + i] = 1 + random.uniform();
      transposeTimesVector(atoms, rowOf(truth, i), rowOf(signals, i));
    }
    const codes = fastCodes(atoms, signals, { nonzeros: 6, nonNegative: true, precision });
    expect(largestDifference(codes.values, truth.values)).toBeLessThan(rounding);
    const turned = { ...signals, values: signals.values.map((value) => -value) };
    const either = fastCodes(atoms, turned, { nonzeros: 6, precision });
    expect(
      largestDifference(
        either.values,
        truth.values.map((value) => -value),
      ),
    ).toBeLessThan(rounding);
  });

  it('are empty for a signal that only negative coefficients explain, for zeros and for what is not finite', () => {
    const atoms = denseMatrix(2, 3, [1, 0, 0, 0, 2, 0]);
    const signals = denseMatrix(5, 3, [-1, -2, 0, 0, 0, 0, 1, Number.NaN, 0, 0, Infinity, 0, 3, 1, 0]);
    const codes = fastCodes(atoms, signals, { nonzeros: 2, nonNegative: true, precision });
    expect([...codes.values]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 3, 0.5]);
  });

  it('refuse shapes that do not fit', () => {
    const atoms = denseMatrix(2, 3, [1, 0, 0, 0, 2, 0]);
    const signals = denseMatrix(1, 3, [1, 2, 3]);
    const codes = denseMatrix(1, 2, [0, 0]);
    const stopping = { nonzeros: 1, precision };
    expect(() => pursuitCodes(atoms, denseMatrix(1, 2, [1, 2]), stopping, codes, kernels)).toThrow(
      RangeError,
    );
    expect(() => pursuitCodes(atoms, signals, stopping, denseMatrix(1, 1, [0]), kernels)).toThrow(RangeError);
  });
});

describe('pursuit codes in single precision', () => {
  it('are those of Batch-OMP over atoms of unit norm', () => {
    const random = createRandom(77, 'pursuit-codes/batch');
    const atoms = randomAtoms(random, 64, 36);
    const signals = Float32Array.from({ length: 100 * 36 }, () => random.normal());
    const found = fastCodes(denseMatrix(64, 36, atoms), denseMatrix(100, 36, signals), {
      nonzeros: 4,
      precision: 'single',
    });
    kernels.scoped(() => {
      const dictionary = prepareDictionary(kernels, atoms, { atomCount: 64, dimension: 36 });
      const codes = createCodes(kernels, 100, 4);
      batchOmp(kernels, dictionary, kernels.copyF32(signals), 100, { nonzeros: 4, errorTarget: 0 }, codes);
      codes.indices.view.forEach((k, place) => {
        const own = found.values[Math.floor(place / 4) * 64 + k]!;
        expect(own).toBeCloseTo(codes.coefficients.view[place]!, 4);
      });
    });
  });
});
