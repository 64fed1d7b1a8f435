import { describe, expect, it } from 'vitest';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { timesVector } from '../../../../src-main/numerics/linalg/products.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { homotopyCodes } from '../../../../src-main/numerics/sparse/homotopy-codes.ts';
import { lassoAdmm } from '../../../../src-main/numerics/sparse/lasso-admm.ts';
import { lassoCoordinateDescent } from '../../../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import {
  largestPenalty,
  lassoKktResidual,
  lassoObjective,
  lassoResidual,
  type LassoProblem,
} from '../../../../src-main/numerics/sparse/lasso-problem.ts';
import { lassoFista, lassoIsta } from '../../../../src-main/numerics/sparse/lasso-proximal-gradient.ts';
import {
  coefficientsAt,
  leastAngleRegression,
} from '../../../../src-main/numerics/sparse/least-angle-regression.ts';
import { largestDifference, plantedCode } from './regression-problem.ts';

const wide = plantedCode({ atomCount: 80, dimension: 40, nonzeros: 6, seed: 1, noise: 0.05 });
const tall = plantedCode({ atomCount: 30, dimension: 60, nonzeros: 5, seed: 2, noise: 0.1 });
const positive = plantedCode({
  atomCount: 80,
  dimension: 40,
  nonzeros: 6,
  seed: 6,
  noise: 0.1,
  positive: true,
});

const problems: [string, LassoProblem][] = [
  ['more atoms than dimensions', { ...wide, penalty: 0.1 }],
  ['fewer atoms than dimensions', { ...tall, penalty: 0.05 }],
  ['non-negative codes', { ...positive, penalty: 0.1, nonNegative: true }],
  ['non-negative codes of a signal with negative ones', { ...wide, penalty: 0.1, nonNegative: true }],
];
const solvers = [
  ['coordinate descent', lassoCoordinateDescent],
  ['ISTA', lassoIsta],
  ['FISTA', lassoFista],
  ['ADMM', lassoAdmm],
] as const;
/** A gap of this share of the signal's energy makes the optimality conditions hold to 1e-6. */
const tolerance = 1e-14;

describe.each(solvers)('the lasso by %s', (_solver, solve) => {
  it.each(problems)('is optimal with %s', (_problem, problem) => {
    const coefficients = new Float64Array(problem.atoms.rows);
    const report = solve(problem, coefficients, { tolerance, maxIterations: 100_000 });
    expect(report.converged).toBe(true);
    expect(report.objective).toBeCloseTo(lassoObjective(problem, coefficients), 12);
    expect(lassoKktResidual(problem, coefficients)).toBeLessThan(1e-6);
    if (problem.nonNegative) expect(Math.min(...coefficients)).toBeGreaterThanOrEqual(0);
  });

  it('uses no atom from the largest penalty on', () => {
    const penalty = largestPenalty(wide.atoms, wide.signal);
    const coefficients = new Float64Array(80).fill(0.1);
    solve({ ...wide, penalty: penalty * 1.0001 }, coefficients, { tolerance });
    expect(coefficients.every((value) => value === 0)).toBe(true);
  });

  it('says that it did not converge when it may not', () => {
    const report = solve({ ...wide, penalty: 0.001 }, new Float64Array(80), { tolerance, maxIterations: 2 });
    expect(report.converged).toBe(false);
    expect(report.gap).toBeGreaterThan(0);
  });

  it('starts where it is told to', () => {
    const problem = { ...wide, penalty: 0.1 };
    const coefficients = new Float64Array(80);
    solve(problem, coefficients, { tolerance: 1e-12 });
    const again = solve({ ...problem, penalty: 0.1001 }, coefficients, { tolerance: 1e-5 });
    const cold = solve({ ...problem, penalty: 0.1001 }, new Float64Array(80), { tolerance: 1e-5 });
    expect(again.iterations).toBeLessThanOrEqual(cold.iterations);
  });

  it('refuses a negative penalty', () => {
    expect(() => solve({ ...wide, penalty: -1 }, new Float64Array(80))).toThrow(RangeError);
  });
});

describe('the duality gap', () => {
  it('proves nothing by a residual that points away from the signal where codes are non-negative', () => {
    // The best coefficient is 0.9; at 3 the residual is -2, with which no correlation is positive.
    const atoms = { rows: 1, columns: 1, values: Float64Array.of(1) };
    const problem = { atoms, signal: Float64Array.of(1), penalty: 0.1, nonNegative: true };
    const coefficients = Float64Array.of(3);
    const { gap, converged, objective } = lassoFista(problem, coefficients, { maxIterations: 0 });
    expect(converged).toBe(false);
    expect(gap).toBeGreaterThanOrEqual(objective - lassoObjective(problem, Float64Array.of(0.9)));
  });
});

describe('ISTA', () => {
  it('never raises the objective', () => {
    const problem = { ...wide, penalty: 0.05 };
    const coefficients = new Float64Array(80);
    let before = lassoObjective(problem, coefficients);
    for (let step = 0; step < 60; step++) {
      const { objective } = lassoIsta(problem, coefficients, { maxIterations: 1, lipschitz: 6 });
      expect(objective).toBeLessThanOrEqual(before + 1e-12);
      before = objective;
    }
  });
});

describe('lasso-LARS', () => {
  it.each([
    ['more atoms than dimensions', wide, false],
    ['fewer atoms than dimensions', tall, false],
    ['non-negative codes', positive, true],
    ['non-negative codes of a signal with negative ones', wide, true],
  ])('gives at every knot and between what is optimal with %s', (_what, { atoms, signal }, nonNegative) => {
    const path = leastAngleRegression(atoms, signal, { method: 'lasso', nonNegative });
    expect(path.penalties[0]).toBeCloseTo(largestPenalty(atoms, signal, nonNegative), 12);
    expect(path.penalties.at(-1)).toBeLessThan(1e-9);
    const between = new Float64Array(atoms.rows);
    path.penalties.forEach((penalty, i) => {
      const at = path.coefficients[i]!;
      expect(lassoKktResidual({ atoms, signal, penalty, nonNegative }, at)).toBeLessThan(1e-9);
      const middle = (penalty + (path.penalties[i + 1] ?? 0)) / 2;
      coefficientsAt(path, middle, between);
      expect(lassoKktResidual({ atoms, signal, penalty: middle, nonNegative }, between)).toBeLessThan(1e-9);
    });
    expect([...path.penalties]).toEqual([...path.penalties].sort((a, b) => b - a));
  });

  it.each([false, true])('is optimal where atoms tie, non-negative: %s', (nonNegative) => {
    for (let seed = 0; seed < 400; seed++) {
      const random = createRandom(seed, 'lasso/ties');
      const [atomCount, dimension] = [2 + random.integer(7), 2 + random.integer(6)];
      // Of whole numbers so small, many correlations are equal.
      const values = Float64Array.from({ length: atomCount * dimension }, () => random.integer(3) - 1);
      const atoms = denseMatrix(atomCount, dimension, values);
      const signal = Float64Array.from({ length: dimension }, () => random.integer(5) - 2);
      const path = leastAngleRegression(atoms, signal, { method: 'lasso', nonNegative });
      path.penalties.forEach((penalty, i) => {
        const problem = { atoms, signal, penalty, nonNegative };
        expect(lassoKktResidual(problem, path.coefficients[i]!)).toBeLessThan(1e-9);
      });
      expect(path.penalties.at(-1)).toBeLessThan(1e-9);
    }
  });

  it('agrees with coordinate descent', () => {
    const path = leastAngleRegression(wide.atoms, wide.signal, { method: 'lasso', leastPenalty: 0.07 });
    const byDescent = new Float64Array(80);
    lassoCoordinateDescent({ ...wide, penalty: 0.07 }, byDescent, { tolerance });
    expect(path.penalties.at(-1)).toBeCloseTo(0.07, 12);
    expect(largestDifference(path.coefficients.at(-1)!, byDescent)).toBeLessThan(1e-6);
  });

  it('codes many signals at once', () => {
    const signals = { rows: 2, columns: 40, values: Float64Array.of(...wide.signal, ...positive.signal) };
    const codes = { rows: 2, columns: 80, values: new Float64Array(160) };
    homotopyCodes(wide.atoms, signals, 0.1, codes);
    [wide.signal, positive.signal].forEach((signal, i) => {
      const code = codes.values.subarray(i * 80, (i + 1) * 80);
      expect(lassoKktResidual({ atoms: wide.atoms, signal, penalty: 0.1 }, code)).toBeLessThan(1e-9);
    });
  });

  it('takes atoms in and out again where the lasso does', () => {
    const path = leastAngleRegression(wide.atoms, wide.signal, { method: 'lasso' });
    const sizes = path.coefficients.map((code) => code.filter((value) => value !== 0).length);
    expect(sizes.some((size, i) => i > 0 && size < sizes[i - 1]!)).toBe(true);
  });
});

describe('LARS', () => {
  it.each([
    ['more', wide],
    ['fewer', tall],
  ])(
    'keeps all active correlations equal and above the rest, with %s atoms than dimensions',
    (_, planted) => {
      const { atoms, signal } = planted;
      const path = leastAngleRegression(atoms, signal, { method: 'lars' });
      path.penalties.forEach((penalty, i) => {
        const code = path.coefficients[i]!;
        const residual = new Float64Array(atoms.columns);
        const correlations = new Float64Array(atoms.rows);
        lassoResidual({ atoms, signal, penalty }, code, residual);
        timesVector(atoms, residual, correlations);
        correlations.forEach((c, k) => {
          expect(Math.abs(c)).toBeLessThan(penalty + 1e-9);
          if (code[k] !== 0) expect(Math.abs(c)).toBeCloseTo(penalty, 9);
        });
      });
    },
  );

  it('ends at least squares', () => {
    const { coefficients } = leastAngleRegression(tall.atoms, tall.signal, { method: 'lars' });
    const end = coefficients.at(-1)!;
    expect(lassoKktResidual({ ...tall, penalty: 0 }, end)).toBeLessThan(1e-10);
    expect(coefficients).toHaveLength(31);
  });

  it('passes over an atom that is the copy of another', () => {
    const { atoms, signal } = tall;
    const doubled = { rows: 60, columns: 60, values: Float64Array.of(...atoms.values, ...atoms.values) };
    const { active } = leastAngleRegression(doubled, signal, { method: 'lars' });
    expect(active.length).toBe(30);
  });
});
