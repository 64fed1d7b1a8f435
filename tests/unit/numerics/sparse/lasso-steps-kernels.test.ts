import { describe, expect, it } from 'vitest';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { lassoAdmm } from '../../../../src-main/numerics/sparse/lasso-admm.ts';
import { lassoCoordinateDescent } from '../../../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import {
  largestPenalty,
  lassoKktResidual,
  lassoObjective,
  type LassoProblem,
} from '../../../../src-main/numerics/sparse/lasso-problem.ts';
import { lassoFista, lassoIsta } from '../../../../src-main/numerics/sparse/lasso-proximal-gradient.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference, plantedCode } from './regression-problem.ts';

const kernels = loadKernels();
const precision = 'single';

const wide = plantedCode({ atomCount: 81, dimension: 39, nonzeros: 6, seed: 1, noise: 0.05 });
const tall = plantedCode({ atomCount: 30, dimension: 61, nonzeros: 5, seed: 2, noise: 0.1 });
const positive = plantedCode({
  atomCount: 80,
  dimension: 40,
  nonzeros: 6,
  seed: 6,
  noise: 0.1,
  positive: true,
});

/** Atoms of any norm and a signal of noise, the penalty a tenth of the largest. */
function anyNorms(atomCount: number, dimension: number): LassoProblem {
  const random = createRandom(23, 'lasso-steps-kernels');
  const scales = Float64Array.from({ length: atomCount }, () => 0.5 + 3 * random.uniform());
  const atoms = denseMatrix(
    atomCount,
    dimension,
    Float64Array.from(
      { length: atomCount * dimension },
      (_, i) => scales[Math.floor(i / dimension)]! * random.normal(),
    ),
  );
  const signal = Float64Array.from({ length: dimension }, () => 7 * random.normal());
  return { atoms, signal, penalty: 0.1 * largestPenalty(atoms, signal) };
}

const problems: [string, LassoProblem][] = [
  ['more atoms than dimensions', { ...wide, penalty: 0.1 }],
  ['fewer atoms than dimensions', { ...tall, penalty: 0.05 }],
  ['non-negative codes', { ...positive, penalty: 0.1, nonNegative: true }],
  ['non-negative codes of a signal with negative ones', { ...wide, penalty: 0.1, nonNegative: true }],
  ['atoms of any norm', anyNorms(50, 20)],
  ['one atom', anyNorms(1, 5)],
  ['one dimension', anyNorms(5, 1)],
];

describe.each([
  ['ISTA', lassoIsta],
  ['FISTA', lassoFista],
  ['ADMM', lassoAdmm],
] as const)('the lasso by %s in single precision', (_solver, solve) => {
  it.each(problems)('is optimal with %s', (_problem, problem) => {
    const found = new Float64Array(problem.atoms.rows);
    const before = kernels.mark();
    const report = solve(problem, found, { precision }, kernels);
    expect(kernels.mark()).toBe(before);
    expect(report.converged).toBe(true);
    expect(report.objective / lassoObjective(problem, found)).toBeCloseTo(1, 6);
    const reference = new Float64Array(found.length);
    lassoCoordinateDescent(problem, reference, { tolerance: 1e-14 });
    expect(report.objective / lassoObjective(problem, reference)).toBeCloseTo(1, 4);
    const first = largestPenalty(problem.atoms, problem.signal, problem.nonNegative);
    expect(lassoKktResidual(problem, found)).toBeLessThan(1e-3 * first);
    if (problem.nonNegative) expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
  });

  it('comes as near as rounding lets it, and ends there', () => {
    const problem = { ...wide, penalty: 0.3 };
    const found = new Float64Array(81);
    const report = solve(problem, found, { precision, tolerance: 0 }, kernels);
    expect(report.iterations).toBeLessThan(10_000);
    const reference = new Float64Array(81);
    lassoCoordinateDescent(problem, reference, { tolerance: 1e-14 });
    expect(largestDifference(found, reference)).toBeLessThan(1e-4);
  });

  it('uses no atom from the largest penalty on', () => {
    const penalty = 1.01 * largestPenalty(wide.atoms, wide.signal);
    const coefficients = new Float64Array(81).fill(0.1);
    solve({ ...wide, penalty }, coefficients, { precision, tolerance: 0 }, kernels);
    expect(coefficients.every((value) => value === 0)).toBe(true);
  });

  it('says that it did not converge when it may not', () => {
    const options = { precision, maxIterations: 2 } as const;
    const report = solve({ ...wide, penalty: 0.001 }, new Float64Array(81), options, kernels);
    expect(report.converged).toBe(false);
    expect(report.iterations).toBe(2);
    expect(report.gap).toBeGreaterThan(0);
  });

  it('starts where it is told to', () => {
    const problem = { ...wide, penalty: 0.1 };
    const coefficients = new Float64Array(81);
    const cold = solve(problem, coefficients, { precision }, kernels);
    const again = solve(problem, coefficients, { precision }, kernels);
    expect(again.iterations).toBeLessThan(cold.iterations);
  });

  it('is the same for a signal in any unit', () => {
    const found = new Float64Array(81);
    solve({ ...wide, penalty: 0.1 }, found, { precision }, kernels);
    for (const unit of [2 ** -300, 2 ** 300]) {
      const scaled = new Float64Array(81);
      const problem = { ...wide, signal: wide.signal.map((value) => value * unit), penalty: 0.1 * unit };
      expect(solve(problem, scaled, { precision }, kernels).converged).toBe(true);
      expect(
        largestDifference(
          scaled.map((value) => value / unit),
          found,
        ),
      ).toBeLessThan(1e-6);
    }
  });

  it('gives nothing for signals and atoms of zeros, and for those with a value that is no number', () => {
    const found = new Float64Array(81).fill(1);
    const silent = { ...wide, signal: new Float64Array(39), penalty: 0.1 };
    expect(solve(silent, found, { precision }, kernels).converged).toBe(true);
    expect(found.every((value) => Math.abs(value) < 1e-3)).toBe(true);
    found.fill(0);
    const empty = { ...wide, atoms: denseMatrix(81, 39, new Float64Array(81 * 39)), penalty: 0.1 };
    expect(solve(empty, found, { precision }, kernels).converged).toBe(true);
    expect(found).toEqual(new Float64Array(81));
    const spoiltSignal = wide.signal.slice().fill(Number.NaN, 3, 4);
    const spoiltAtoms = denseMatrix(81, 39, wide.atoms.values.slice().fill(Number.NaN, 3, 4));
    for (const spoilt of [
      { ...wide, signal: spoiltSignal, penalty: 0.1 },
      { ...wide, atoms: spoiltAtoms, penalty: 0.1 },
    ]) {
      found.fill(1);
      expect(solve(spoilt, found, { precision }, kernels).converged).toBe(false);
      expect(found).toEqual(new Float64Array(81));
    }
  });

  it('refuses shapes that do not fit and a negative penalty', () => {
    expect(() => solve({ ...wide, penalty: -1 }, new Float64Array(81), { precision }, kernels)).toThrow(
      RangeError,
    );
    expect(() => solve({ ...wide, penalty: 1 }, new Float64Array(80), { precision }, kernels)).toThrow(
      RangeError,
    );
  });
});
