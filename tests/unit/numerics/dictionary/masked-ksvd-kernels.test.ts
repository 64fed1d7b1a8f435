import { describe, expect, it } from 'vitest';
import { codeResiduals } from '../../../../src-main/numerics/dictionary/code-products.ts';
import {
  learnMaskedKsvd,
  observedResiduals,
  updateMaskedAtoms,
} from '../../../../src-main/numerics/dictionary/masked-ksvd.ts';
import { denseMatrix, type DenseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { squaredNorm } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { maskedCodes } from '../../../../src-main/numerics/sparse/masked-codes.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';
import { plantedProblem, recovered, rowNorms } from './planted.ts';

const kernels = loadKernels();
// Rows of 13 numbers do not fill up whole vectors.
const shape = { atomCount: 20, dimension: 13, count: 500, nonzeros: 2 };
const planted = plantedProblem({ ...shape, decibels: Infinity, seed: 8 });
const signals = denseMatrix(shape.count, shape.dimension, planted.patches);
const random = createRandom(8, 'gaps/kernels');
const mask = Uint8Array.from(signals.values, () => (random.uniform() < 0.25 ? 0 : 1));

/** The first signals, normalised. */
function startingAtoms(): DenseMatrix {
  const norms = rowNorms(planted.patches, shape.dimension);
  const first = planted.patches.slice(0, shape.atomCount * shape.dimension);
  const values = Float64Array.from(first, (value, i) => value / norms[Math.floor(i / shape.dimension)]!);
  return denseMatrix(shape.atomCount, shape.dimension, values);
}

/** Where an update of the atoms begins. */
function coded(missingWeight: number) {
  const atoms = startingAtoms();
  const codes = denseMatrix(shape.count, shape.atomCount, new Float64Array(shape.count * shape.atomCount));
  maskedCodes(atoms, signals, mask, { nonzeros: 2 }, codes);
  const residuals =
    missingWeight > 0 ? codeResiduals(atoms, signals, codes) : observedResiduals(signals, mask, atoms, codes);
  return { atoms, codes, residuals };
}

describe.each([
  ['double', 1e-10],
  ['single', 2e-4],
] as const)('K-SVD with missing values by the kernels in %s precision', (precision, rounding) => {
  it.each([0, 0.3])('updates atoms as the reference does, missing values weighing %d', (missingWeight) => {
    const own = coded(missingWeight);
    const expected = coded(missingWeight);
    const first = own.atoms.values.slice(0, 2 * shape.dimension);
    const options = { fixedAtoms: 2, missingWeight, precision };
    const before = kernels.mark();
    updateMaskedAtoms(mask, own.atoms, own.codes, own.residuals, options, kernels);
    expect(kernels.mark()).toBe(before);
    updateMaskedAtoms(mask, expected.atoms, expected.codes, expected.residuals, options);
    expect(largestDifference(own.atoms.values, expected.atoms.values)).toBeLessThan(rounding);
    expect(largestDifference(own.codes.values, expected.codes.values)).toBeLessThan(rounding);
    expect(largestDifference(own.residuals.values, expected.residuals.values)).toBeLessThan(rounding);
    expect(own.atoms.values.subarray(0, 2 * shape.dimension)).toEqual(first);
  });

  it.each([0, 0.3])('never raises the error in which missing values weigh %d', (missingWeight) => {
    const { atoms, codes, residuals } = coded(missingWeight);
    const error = ({ values }: DenseMatrix) =>
      values.reduce((sum, value, i) => sum + (mask[i] === 0 ? missingWeight : 1) * value * value, 0);
    let before = error(residuals);
    for (let sweep = 0; sweep < 5; sweep++) {
      updateMaskedAtoms(mask, atoms, codes, residuals, { missingWeight, precision }, kernels);
      const after = error(residuals);
      expect(after).toBeLessThanOrEqual(before);
      before = after;
    }
    expect(error(codeResiduals(atoms, signals, codes)) / before).toBeCloseTo(1, 5);
  });

  it('leaves alone atoms that no code uses, and values that no user has seen', () => {
    const atoms = denseMatrix(2, 5, [1, 0, 0, 0, 0, 0, 0.6, 0, 0.8, 0]);
    const codes = denseMatrix(1, 2, [0, 2]);
    const seen = Uint8Array.from([1, 1, 1, 0, 1]);
    const signal = denseMatrix(1, 5, [0, 2.4, 0, 9, 0]);
    const residuals = observedResiduals(signal, seen, atoms, codes);
    updateMaskedAtoms(seen, atoms, codes, residuals, { precision }, kernels);
    // The second atom becomes (1.2, 0.8) in the places 1 and 3, and then of unit norm.
    const norm = Math.hypot(1.2, 0.8);
    const wanted = [1, 0, 0, 0, 0, 0, 1.2 / norm, 0, 0.8 / norm, 0];
    expect(largestDifference(atoms.values, wanted)).toBeLessThan(1e-6);
    expect(codes.values[0]).toBe(0);
    expect(codes.values[1]).toBeCloseTo(2 * norm, 5);
    expect(largestDifference(residuals.values, [0, 0, 0, 0, 0])).toBeLessThan(1e-6);
  });

  it('refuses to keep atoms that are not there', () => {
    const options = { nonzeros: 2, iterations: 1, precision };
    for (const fixedAtoms of [-1, 0.5, shape.atomCount + 1])
      expect(() =>
        learnMaskedKsvd(signals, mask, startingAtoms(), { ...options, fixedAtoms }, kernels),
      ).toThrow(RangeError);
  });

  it('recovers most of a planted dictionary from signals with a quarter missing', () => {
    const atoms = startingAtoms();
    const errors: number[] = [];
    const learning = { nonzeros: 2, iterations: 24, precision, onIteration: (e: number) => errors.push(e) };
    const codes = learnMaskedKsvd(signals, mask, atoms, learning, kernels);
    expect(errors.at(-1)).toBeLessThan(errors[0]! / 3);
    expect(recovered(planted.atoms, Float32Array.from(atoms.values), shape.dimension)).toBeGreaterThan(0.7);
    const left = squaredNorm(observedResiduals(signals, mask, atoms, codes).values);
    expect(left / mask.reduce((sum, value) => sum + value, 0)).toBeLessThan(1.1 * errors.at(-1)!);
  });
});
