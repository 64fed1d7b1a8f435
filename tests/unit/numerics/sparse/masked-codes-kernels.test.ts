import { describe, expect, it } from 'vitest';
import { observedResiduals } from '../../../../src-main/numerics/dictionary/masked-ksvd.ts';
import { denseMatrix, rowOf, type DenseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { transposeTimesVector } from '../../../../src-main/numerics/linalg/products.ts';
import { squaredNorm } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { maskedCodes } from '../../../../src-main/numerics/sparse/masked-codes.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { randomAtoms } from './planted.ts';
import { largestDifference } from './regression-problem.ts';

const kernels = loadKernels();
const precisions = ['double', 'single'] as const;
type Stopping = Parameters<typeof maskedCodes>[3];

/** Codes by the kernels, which give back what they took. */
function fastCodes(atoms: DenseMatrix, signals: DenseMatrix, mask: Uint8Array, stopping: Stopping) {
  const codes = denseMatrix(
    signals.rows,
    atoms.rows,
    new Float64Array(signals.rows * atoms.rows).fill(Number.NaN),
  );
  const before = kernels.mark();
  maskedCodes(atoms, signals, mask, stopping, codes, kernels);
  expect(kernels.mark()).toBe(before);
  return codes;
}

describe.each([
  [80, 40, 5],
  [31, 50, 5],
  [9, 8, 3],
  [4, 3, 1],
  [1, 5, 3],
])('codes with missing values by the kernels, %i atoms of %i numbers', (atomCount, dimension, nonzeros) => {
  const random = createRandom(71, `masked-codes/${atomCount}`);
  const atoms = denseMatrix(atomCount, dimension, randomAtoms(random, atomCount, dimension));
  // More than one block, the last not full.
  const count = 300;
  const normals = Float64Array.from({ length: count * dimension }, () => random.normal());
  const signals = denseMatrix(count, dimension, normals);
  const mask = Uint8Array.from(normals, () => (random.uniform() < 0.3 ? 0 : 1));

  it.each(
    precisions.flatMap((precision) =>
      [false, true].map((nonNegative) => ({ nonzeros, errorTarget: 0.05, precision, nonNegative })),
    ),
  )('are those of the reference: $precision precision, non-negative $nonNegative', (stopping) => {
    const codes = fastCodes(atoms, signals, mask, stopping);
    const reference = { ...codes, values: new Float64Array(codes.values.length) };
    maskedCodes(atoms, signals, mask, stopping, reference);
    const isDouble = stopping.precision === 'double';
    let unlike = 0;
    for (let i = 0; i < count; i++) {
      const observed = mask
        .subarray(i * dimension, (i + 1) * dimension)
        .reduce((sum, value) => sum + value, 0);
      // All atoms explain the same of what is left in a single direction.
      if (observed <= nonzeros) continue;
      // Where what is observed of two atoms is nearly alike, rounding grows with their coefficients.
      const size = 1 + Math.max(...rowOf(reference, i).map(Math.abs));
      const difference = largestDifference(rowOf(codes, i), rowOf(reference, i));
      if (difference > (isDouble ? 1e-9 : 2e-4) * size * size) unlike++;
    }
    // Of two atoms that explain nearly as much, rounding may choose the other one.
    expect(unlike).toBeLessThanOrEqual(0.02 * count);
    const [left, leastLeft] = [codes, reference].map((found) =>
      squaredNorm(observedResiduals(signals, mask, atoms, found).values),
    );
    expect(Math.abs(left! / leastLeft! - 1)).toBeLessThan(isDouble ? 1e-3 : 2e-3);
    if (stopping.nonNegative) expect(Math.min(...codes.values)).toBe(0);
  });
});

describe.each(precisions)('codes with missing values by the kernels in %s precision', (precision) => {
  const random = createRandom(72, 'masked-codes/planted');
  const atoms = denseMatrix(60, 40, randomAtoms(random, 60, 40));
  const count = 12;
  const truth = denseMatrix(count, 60, new Float64Array(count * 60));
  for (let i = 0; i < count; i++)
    for (const k of [3, 17, 40]) truth.values[i * 60 + ((k + i) % 60)] = 1 + random.uniform();
  const signals = denseMatrix(count, 40, new Float64Array(count * 40));
  for (let i = 0; i < count; i++) transposeTimesVector(atoms, rowOf(truth, i), rowOf(signals, i));
  const mask = Uint8Array.from(signals.values, () => (random.uniform() < 0.4 ? 0 : 1));
  const stopping = { nonzeros: 6, precision };
  const rounding = precision === 'double' ? 1e-9 : 1e-5;

  it('are the planted ones, whatever stands where values are missing', () => {
    const damaged = { ...signals, values: signals.values.map((v, i) => (mask[i] === 0 ? Number.NaN : v)) };
    for (const nonNegative of [false, true]) {
      const { values } = fastCodes(atoms, damaged, mask, { ...stopping, nonNegative });
      expect(largestDifference(values, truth.values)).toBeLessThan(rounding);
    }
  });

  it('do not depend on the unit of the atoms', () => {
    const scaled = {
      ...atoms,
      values: atoms.values.map((value, i) => value * (1 + (Math.floor(i / 40) % 7))),
    };
    const { values } = fastCodes(scaled, signals, mask, stopping);
    const undone = values.map((value, i) => value * (1 + ((i % 60) % 7)));
    expect(largestDifference(undone, truth.values)).toBeLessThan(rounding);
  });

  it('stop once the error per observed value is small enough', () => {
    for (const errorTarget of [0.02, 0.1]) {
      const codes = fastCodes(atoms, signals, mask, { ...stopping, errorTarget });
      const left = observedResiduals(signals, mask, atoms, codes);
      for (let i = 0; i < count; i++) {
        const observed = mask.subarray(i * 40, (i + 1) * 40).reduce((sum, value) => sum + value, 0);
        expect(squaredNorm(rowOf(left, i)) / observed).toBeLessThanOrEqual(errorTarget);
      }
    }
    expect(
      fastCodes(atoms, signals, mask, { ...stopping, errorTarget: 1e3 }).values.every((v) => v === 0),
    ).toBe(true);
  });

  it('of a signal do not depend on the signals about it', () => {
    const together = fastCodes(atoms, signals, mask, stopping);
    for (const i of [0, 5, 11]) {
      const alone = fastCodes(
        atoms,
        denseMatrix(1, 40, rowOf(signals, i).slice()),
        mask.slice(i * 40, (i + 1) * 40),
        stopping,
      );
      expect(alone.values).toEqual(rowOf(together, i));
    }
  });

  it('are nothing for a signal of zeros, of which nothing is observed, or with a value that is no number', () => {
    const values = new Float64Array(5 * 40);
    values.fill(1, 40, 80);
    values.set(rowOf(signals, 0), 80);
    values.fill(1, 120);
    values[121] = Number.NaN;
    values[161] = Number.POSITIVE_INFINITY;
    const observed = new Uint8Array(5 * 40).fill(1);
    observed.fill(0, 40, 80);
    observed.set(mask.subarray(0, 40), 80);
    const codes = fastCodes(atoms, denseMatrix(5, 40, values), observed, stopping);
    for (const i of [0, 1, 3, 4]) expect(rowOf(codes, i)).toEqual(new Float64Array(60));
    expect(largestDifference(rowOf(codes, 2), rowOf(truth, 0))).toBeLessThan(rounding);
  });

  it('leave out atoms of which nothing is observed, and those that depend on chosen ones', () => {
    const few = denseMatrix(3, 4, [1, 0, 0, 0, 0.6, 0, 0, 0.8, 0, 1, 0, 0]);
    const seen = Uint8Array.from([1, 0, 1, 0]);
    const codes = fastCodes(few, denseMatrix(1, 4, [2, 9, 1, 9]), seen, { nonzeros: 3, precision });
    expect([...codes.values]).toEqual([2, 0, 0]);
  });

  it('refuse limits that make no sense', () => {
    for (const limits of [{ nonzeros: -1 }, { nonzeros: 1.5 }, { nonzeros: 2, errorTarget: Number.NaN }])
      expect(() => fastCodes(atoms, signals, mask, { ...limits, precision })).toThrow(RangeError);
  });

  it('may use as many atoms as it takes, or none', () => {
    const { values } = fastCodes(atoms, signals, mask, { nonzeros: Infinity, errorTarget: 1e-8, precision });
    expect(largestDifference(values, truth.values)).toBeLessThan(rounding);
    const none = fastCodes(atoms, signals, mask, { nonzeros: 0, precision });
    expect(none.values.every((value) => value === 0)).toBe(true);
  });

  it('refuse shapes that do not fit', () => {
    const codes = denseMatrix(count, 60, new Float64Array(count * 60));
    const half = { ...codes, values: codes.values.slice(1) };
    const short = { ...signals, values: signals.values.slice(1) };
    expect(() => maskedCodes(atoms, signals, mask, stopping, half, kernels)).toThrow(RangeError);
    expect(() => maskedCodes(atoms, signals, mask.slice(1), stopping, codes, kernels)).toThrow(RangeError);
    expect(() => maskedCodes(atoms, short, mask, stopping, codes, kernels)).toThrow(RangeError);
  });
});
