import { describe, expect, it } from 'vitest';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { gramOfRows, timesVector } from '../../../../src-main/numerics/linalg/products.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { prepareDictionary } from '../../../../src-main/numerics/sparse/dictionary.ts';
import { iterativeCodes } from '../../../../src-main/numerics/sparse/iterative-codes.ts';
import type { IterativeCoding } from '../../../../src-main/numerics/sparse/iterative-codes.ts';
import { iterativeHardThresholding } from '../../../../src-main/numerics/sparse/iterative-hard-thresholding.ts';
import { lassoByGram } from '../../../../src-main/numerics/sparse/lasso-by-gram.ts';
import { lassoKktResidual, lassoObjective } from '../../../../src-main/numerics/sparse/lasso-problem.ts';
import { matchingPursuit } from '../../../../src-main/numerics/sparse/matching-pursuit.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { randomAtoms, rowsOf } from './planted.ts';
import { largestDifference, plantedCode } from './regression-problem.ts';

const kernels = loadKernels();

const lassoMethods = ['ista', 'fista', 'coordinate-descent', 'admm', 'lca'] as const;

/** Codes of signals [count x dimension] over atoms of unit norm, and how many are not done. */
function codesOf(atoms: Float32Array, dimension: number, signals: Float32Array, coding: IterativeCoding) {
  const atomCount = atoms.length / dimension;
  const count = signals.length / dimension;
  const before = kernels.mark();
  const found = kernels.scoped(() => {
    const dictionary = prepareDictionary(kernels, atoms, { atomCount, dimension });
    const codes = kernels.f32(count * atomCount);
    codes.view.fill(7);
    const unfinished = iterativeCodes(kernels, dictionary, kernels.copyF32(signals), count, coding, codes);
    return { codes: codes.view.slice(), unfinished };
  });
  expect(kernels.mark()).toBe(before);
  return found;
}

describe.each([
  [80, 40],
  [31, 50],
  [9, 8],
  [3, 2],
  [1, 5],
])('lasso codes in single precision, %i atoms of %i numbers', (atomCount, dimension) => {
  const random = createRandom(61, `iterative-codes/${atomCount}`);
  const atoms = randomAtoms(random, atomCount, dimension);
  // More than one block, the last not full.
  const count = 37;
  const signals = Float32Array.from({ length: count * dimension }, () => random.normal());
  const inDouble = denseMatrix(atomCount, dimension, Float64Array.from(atoms));
  const gram = gramOfRows(inDouble);

  it.each(
    lassoMethods.flatMap((method) => [
      { method, penalty: 0.5, nonNegative: false },
      { method, penalty: 0.1, nonNegative: true },
    ]),
  )('by $method, penalty $penalty, non-negative $nonNegative, are those of the reference', (coding) => {
    const { codes, unfinished } = codesOf(atoms, dimension, signals, coding);
    expect(unfinished).toBe(0);
    rowsOf(signals, dimension).forEach((signal, i) => {
      const code = Float64Array.from(codes.subarray(i * atomCount, (i + 1) * atomCount));
      const targets = new Float64Array(atomCount);
      timesVector(inDouble, signal, targets);
      const largest = targets.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      // The tolerance asked for, and what rounding leaves.
      const problem = { atoms: inDouble, signal, ...coding };
      expect(lassoKktResidual(problem, code)).toBeLessThan(1.2e-5 * largest);
      const reference = new Float64Array(atomCount);
      const left = new Float64Array(atomCount);
      lassoByGram(gram, targets, coding.penalty, reference, left, {
        nonNegative: coding.nonNegative,
        tolerance: 1e-12,
      });
      // The objective is flat where atoms are alike: coefficients may differ more than it does.
      const least = lassoObjective(problem, reference);
      expect(lassoObjective(problem, code) - least).toBeLessThan(1e-6 * least);
      expect(largestDifference(code, reference)).toBeLessThan(5e-3 * largest);
    });
  });
});

describe('codes in single precision', () => {
  const planted = plantedCode({ atomCount: 60, dimension: 40, nonzeros: 4, seed: 21 });
  const atoms = Float32Array.from(planted.atoms.values);
  const signal = Float32Array.from(planted.signal);
  const supportOf = (code: Float32Array) => [...code.keys()].filter((k) => code[k] !== 0);

  it.each([
    { method: 'hard-lca', penalty: 0.5 },
    { method: 'hard-thresholding', nonzeros: 4 },
  ] as const)('by $method are the planted ones, none of them shrunk', (coding) => {
    const { codes, unfinished } = codesOf(atoms, 40, signal, coding);
    expect(unfinished).toBe(0);
    expect(supportOf(codes)).toEqual(planted.support);
    expect(largestDifference(codes, planted.code)).toBeLessThan(1e-4);
  });

  it('by hard thresholding are those of the reference where no code is exact', () => {
    const random = createRandom(62, 'iterative-codes/hard');
    const signals = Float32Array.from({ length: 20 * 40 }, () => random.normal());
    const coding = { method: 'hard-thresholding', nonzeros: 5 } as const;
    const { codes } = codesOf(atoms, 40, signals, coding);
    const inDouble = denseMatrix(60, 40, Float64Array.from(atoms));
    const alike = rowsOf(signals, 40).filter((one, i) => {
      const code = new Float64Array(60);
      iterativeHardThresholding(inDouble, one, { nonzeros: 5, maxIterations: 10_000 }, code);
      return largestDifference(code, codes.subarray(i * 60, (i + 1) * 60)) < 1e-3;
    });
    // Where two atoms are nearly as good, rounding may choose the other one.
    expect(alike.length).toBeGreaterThanOrEqual(18);
  });

  it('by matching pursuit are those of the reference', () => {
    const random = createRandom(64, 'iterative-codes/matching');
    const signals = Float32Array.from({ length: 37 * 40 }, () => random.normal());
    const { codes, unfinished } = codesOf(atoms, 40, signals, { method: 'matching-pursuit', steps: 12 });
    expect(unfinished).toBe(0);
    const inDouble = denseMatrix(60, 40, Float64Array.from(atoms));
    rowsOf(signals, 40).forEach((one, i) => {
      const code = new Float64Array(60);
      matchingPursuit(inDouble, one, { nonzeros: 12 }, code);
      expect(largestDifference(code, codes.subarray(i * 60, (i + 1) * 60))).toBeLessThan(1e-5);
    });
  });

  it('of a signal do not depend on the signals about it', () => {
    const random = createRandom(63, 'iterative-codes/alone');
    const signals = Float32Array.from({ length: 35 * 40 }, () => random.normal());
    for (const method of lassoMethods) {
      const together = codesOf(atoms, 40, signals, { method, penalty: 0.3 }).codes;
      for (const i of [0, 20, 34]) {
        const alone = codesOf(atoms, 40, signals.slice(i * 40, (i + 1) * 40), { method, penalty: 0.3 });
        expect(alone.codes).toEqual(together.slice(i * 60, (i + 1) * 60));
      }
    }
  });

  it('are nothing for a signal of zeros, and for one with a value that is no number', () => {
    const signals = new Float32Array(3 * 40);
    signals.fill(1, 40, 80);
    signals[41] = Number.NaN;
    signals.set(signal, 80);
    for (const method of [...lassoMethods, 'hard-lca'] as const) {
      const { codes, unfinished } = codesOf(atoms, 40, signals, { method, penalty: 0.3 });
      expect(unfinished).toBe(1);
      expect(codes.subarray(0, 120)).toEqual(new Float32Array(120));
      expect(codes.subarray(120)).toEqual(codesOf(atoms, 40, signal, { method, penalty: 0.3 }).codes);
    }
  });

  it('that are stopped early are counted', () => {
    const coding = { penalty: 0.01, maxIterations: 1 };
    for (const method of lassoMethods)
      expect(codesOf(atoms, 40, signal, { method, ...coding }).unfinished).toBe(1);
    expect(codesOf(atoms, 40, new Float32Array(), { method: 'fista', ...coding }).unfinished).toBe(0);
  });

  it.each([
    [{ method: 'fista', penalty: -1 }, 'penalty'],
    [{ method: 'lca', penalty: Infinity }, 'penalty'],
    [{ method: 'hard-thresholding', nonzeros: 0 }, 'keep 0'],
    [{ method: 'matching-pursuit', steps: 0 }, '0 steps'],
    [{ method: 'admm', penalty: 1, tolerance: -1 }, 'tolerance'],
    [{ method: 'ista', penalty: 1, maxIterations: 0.5 }, 'iterations'],
  ] as const)('refuse %o', (coding, what) => {
    expect(() => codesOf(atoms, 40, signal, coding)).toThrow(what);
  });
});
