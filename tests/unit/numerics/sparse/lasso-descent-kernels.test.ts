import { describe, expect, it } from 'vitest';
import { denseMatrix, rowOf, transposed } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { crossValidatedLasso } from '../../../../src-main/numerics/regression/cross-validated-lasso.ts';
import { lassoPath, penaltyGrid } from '../../../../src-main/numerics/regression/lasso-path.ts';
import { lassoCoordinateDescent } from '../../../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import {
  largestPenalty,
  lassoKktResidual,
  lassoObjective,
  type LassoProblem,
} from '../../../../src-main/numerics/sparse/lasso-problem.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference, plantedCode } from './regression-problem.ts';

const kernels = loadKernels();
const precision = 'single';

const wide = plantedCode({ atomCount: 80, dimension: 40, nonzeros: 6, seed: 1, noise: 0.05 });
const tall = plantedCode({ atomCount: 30, dimension: 61, nonzeros: 5, seed: 2, noise: 0.1 });
const positive = plantedCode({
  atomCount: 83,
  dimension: 37,
  nonzeros: 6,
  seed: 6,
  noise: 0.1,
  positive: true,
});

/** Atoms of any norm, each much like the one before it, and a signal of noise. */
function likeNeighbours(atomCount: number, dimension: number) {
  const random = createRandom(19, 'lasso-descent-kernels');
  const values = Float64Array.from({ length: atomCount * dimension }, () => random.normal());
  for (let i = dimension; i < values.length; i++)
    values[i] = 0.95 * values[i - dimension]! + 0.3 * values[i]!;
  return {
    atoms: denseMatrix(atomCount, dimension, values),
    signal: Float64Array.from({ length: dimension }, () => random.normal()),
  };
}

const alike = likeNeighbours(150, 50);

const problems: [string, LassoProblem][] = [
  ['more atoms than dimensions', { ...wide, penalty: 0.1 }],
  ['a small penalty', { ...wide, penalty: 0.001 }],
  ['fewer atoms than dimensions', { ...tall, penalty: 0.05 }],
  ['non-negative codes', { ...positive, penalty: 0.1, nonNegative: true }],
  ['non-negative codes of a signal with negative ones', { ...wide, penalty: 0.1, nonNegative: true }],
  ['atoms that are much alike', { ...alike, penalty: 0.01 * largestPenalty(alike.atoms, alike.signal) }],
  ['one atom', { ...likeNeighbours(1, 5), penalty: 0.01 }],
  ['one dimension', { ...likeNeighbours(5, 1), penalty: 0.01 }],
];

describe('coordinate descent in single precision', () => {
  it.each(problems)('is optimal with %s', (_what, problem) => {
    const found = new Float64Array(problem.atoms.rows);
    const before = kernels.mark();
    const report = lassoCoordinateDescent(problem, found, { precision }, kernels);
    expect(kernels.mark()).toBe(before);
    expect(report.converged).toBe(true);
    expect(report.objective / lassoObjective(problem, found)).toBeCloseTo(1, 10);
    const first = largestPenalty(problem.atoms, problem.signal, problem.nonNegative);
    expect(lassoKktResidual(problem, found)).toBeLessThan(1e-6 * first);
    const reference = new Float64Array(found.length);
    lassoCoordinateDescent(problem, reference, { tolerance: 1e-14 });
    expect(report.objective / lassoObjective(problem, reference)).toBeCloseTo(1, 8);
    expect(largestDifference(found, reference)).toBeLessThan(1e-4);
    if (problem.nonNegative) expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
  });

  it('finds the planted atoms', () => {
    const found = new Float64Array(80);
    lassoCoordinateDescent({ ...wide, penalty: 0.3 }, found, { precision }, kernels);
    for (const k of wide.support) expect(Math.sign(found[k]!)).toBe(Math.sign(wide.code[k]!));
  });

  it('uses no atom from the largest penalty on', () => {
    const penalty = 1.0001 * largestPenalty(wide.atoms, wide.signal);
    const coefficients = new Float64Array(80).fill(0.1);
    lassoCoordinateDescent({ ...wide, penalty }, coefficients, { precision }, kernels);
    expect(coefficients).toEqual(new Float64Array(80));
  });

  it('starts where it is told to', () => {
    const problem = { ...wide, penalty: 0.1 };
    const coefficients = new Float64Array(80);
    lassoCoordinateDescent(problem, coefficients, { precision }, kernels);
    const again = lassoCoordinateDescent(problem, coefficients, { precision, maxIterations: 1 }, kernels);
    expect(again.converged).toBe(true);
    const cold = { precision, maxIterations: 1 } as const;
    expect(lassoCoordinateDescent(problem, new Float64Array(80), cold, kernels).converged).toBe(false);
  });

  it('makes do with copies of atoms, and with atoms of zeros', () => {
    const values = Float64Array.of(...wide.atoms.values, ...wide.atoms.values, ...new Float64Array(40));
    const problem = { atoms: denseMatrix(161, 40, values), signal: wide.signal, penalty: 0.1 };
    const found = new Float64Array(161);
    const report = lassoCoordinateDescent(problem, found, { precision }, kernels);
    const alone = lassoCoordinateDescent({ ...wide, penalty: 0.1 }, new Float64Array(80));
    expect(report.objective / alone.objective).toBeCloseTo(1, 8);
    expect(found[160]).toBe(0);
  });

  it.each([
    [40, 3],
    [100, 1],
    [90, 40],
  ])('converges where %i atoms of very different norms compete for %i dimensions', (atomCount, dimension) => {
    for (const nonNegative of [false, true]) {
      const random = createRandom(29, `lasso-descent-kernels/${atomCount}`);
      const scales = Float64Array.from({ length: atomCount }, () => 10 ** (2 * random.uniform() - 1));
      const values = Float64Array.from(
        { length: atomCount * dimension },
        (_, i) => scales[Math.floor(i / dimension)]! * random.normal(),
      );
      const atoms = denseMatrix(atomCount, dimension, values);
      const signal = Float64Array.from({ length: dimension }, () => random.normal());
      const first = largestPenalty(atoms, signal, nonNegative);
      const problem = { atoms, signal, penalty: 1e-3 * first, nonNegative };
      const found = new Float64Array(atomCount);
      const stopping = { precision, tolerance: 1e-8 } as const;
      expect(lassoCoordinateDescent(problem, found, stopping, kernels).converged).toBe(true);
      expect(lassoKktResidual(problem, found)).toBeLessThan(1e-5 * first);
      // No more atoms than there are dimensions.
      expect(found.filter((value) => value !== 0).length).toBeLessThanOrEqual(dimension);
    }
  });

  it('is the same for a signal in any unit', () => {
    const found = new Float64Array(80);
    lassoCoordinateDescent({ ...wide, penalty: 0.1 }, found, { precision }, kernels);
    for (const unit of [2 ** -600, 2 ** 600]) {
      const scaled = new Float64Array(80);
      const signal = wide.signal.map((value) => value * unit);
      const problem = { atoms: wide.atoms, signal, penalty: 0.1 * unit };
      expect(lassoCoordinateDescent(problem, scaled, { precision }, kernels).converged).toBe(true);
      expect(
        largestDifference(
          scaled.map((value) => value / unit),
          found,
        ),
      ).toBeLessThan(1e-12);
    }
  });

  it('ends within the sweeps allowed whatever the tolerance', () => {
    const problem = { ...alike, penalty: 1e-4 };
    const stopping = { precision, tolerance: 0, maxIterations: 1000 } as const;
    const report = lassoCoordinateDescent(problem, new Float64Array(150), stopping, kernels);
    expect(report.iterations).toBeLessThanOrEqual(1000);
  });

  it('gives nothing for a signal of zeros, and for one with a value that is no number', () => {
    const found = new Float64Array(80);
    const nothing = { atoms: wide.atoms, signal: new Float64Array(40), penalty: 0.1 };
    expect(lassoCoordinateDescent(nothing, found, { precision }, kernels).converged).toBe(true);
    expect(found).toEqual(new Float64Array(80));
    for (const bad of [Number.NaN, Infinity]) {
      const signal = wide.signal.slice().fill(bad, 3, 4);
      found.fill(1);
      const report = lassoCoordinateDescent({ ...wide, signal, penalty: 0.1 }, found, { precision }, kernels);
      expect(report.converged).toBe(false);
      expect(found).toEqual(new Float64Array(80));
    }
  });

  it('passes over an atom with a value that is no number', () => {
    const values = wide.atoms.values.slice();
    const [spoilt] = wide.support;
    values[spoilt! * 40 + 7] = Number.NaN;
    const found = new Float64Array(80);
    lassoCoordinateDescent(
      { atoms: denseMatrix(80, 40, values), signal: wide.signal, penalty: 0.1 },
      found,
      { precision },
      kernels,
    );
    values.fill(0, spoilt! * 40, (spoilt! + 1) * 40);
    const without = { atoms: denseMatrix(80, 40, values), signal: wide.signal, penalty: 0.1 };
    expect(found[spoilt!]).toBe(0);
    expect(lassoKktResidual(without, found)).toBeLessThan(1e-6);
  });

  it('refuses shapes that do not fit and a negative penalty', () => {
    const solve = (problem: LassoProblem, length: number) =>
      lassoCoordinateDescent(problem, new Float64Array(length), { precision }, kernels);
    expect(() => solve({ ...wide, penalty: -1 }, 80)).toThrow(RangeError);
    expect(() => solve({ ...wide, penalty: Number.NaN }, 80)).toThrow(RangeError);
    expect(() => solve({ ...wide, penalty: 1 }, 79)).toThrow(RangeError);
    expect(() => solve({ ...wide, signal: new Float64Array(41), penalty: 1 }, 80)).toThrow(RangeError);
  });
});

describe('the regularisation path in single precision', () => {
  it.each([
    ['more atoms than dimensions', wide, false],
    ['non-negative codes', positive, true],
    ['atoms that are much alike', alike, false],
  ])('is optimal at every penalty with %s', (_what, { atoms, signal }, nonNegative) => {
    const first = largestPenalty(atoms, signal, nonNegative);
    const penalties = penaltyGrid(first, { count: 30, ratio: 1e-2 });
    const path = lassoPath(atoms, signal, penalties, { nonNegative, precision }, kernels);
    const reference = lassoPath(atoms, signal, penalties, { nonNegative, tolerance: 1e-14 });
    expect([path.rows, path.columns]).toEqual([30, atoms.rows]);
    penalties.forEach((penalty, i) => {
      const problem = { atoms, signal, penalty, nonNegative };
      expect(lassoKktResidual(problem, rowOf(path, i))).toBeLessThan(1e-6 * first);
      const expected = lassoObjective(problem, rowOf(reference, i));
      expect(lassoObjective(problem, rowOf(path, i)) / expected).toBeCloseTo(1, 8);
    });
  });

  it('has the grid of double precision, and may have no penalty at all', () => {
    const path = lassoPath(tall.atoms, tall.signal, undefined, { precision }, kernels);
    expect(path.rows).toBe(100);
    expect(
      largestDifference(
        path.values,
        lassoPath(tall.atoms, tall.signal, undefined, { tolerance: 1e-14 }).values,
      ),
    ).toBeLessThan(1e-4);
    expect(lassoPath(tall.atoms, tall.signal, new Float64Array(), { precision }, kernels).rows).toBe(0);
  });

  it('refuses a negative penalty', () => {
    expect(() => lassoPath(tall.atoms, tall.signal, Float64Array.of(1, -1), { precision }, kernels)).toThrow(
      RangeError,
    );
  });
});

describe('the cross-validated penalty in single precision', () => {
  it('is that of double precision, with the same weights', () => {
    const design = transposed(wide.atoms);
    const target = wide.signal.map((value) => value + 3);
    const options = { folds: 4, count: 20, ratio: 1e-2 };
    const found = crossValidatedLasso(design, target, { ...options, precision }, kernels);
    const expected = crossValidatedLasso(design, target, { ...options, tolerance: 1e-14 });
    expect(found.chosen).toBe(expected.chosen);
    expect(largestDifference(found.weights, expected.weights)).toBeLessThan(1e-5);
    expect(found.intercept).toBeCloseTo(expected.intercept, 5);
    expect(largestDifference(found.errors.values, expected.errors.values)).toBeLessThan(1e-5);
  });
});
