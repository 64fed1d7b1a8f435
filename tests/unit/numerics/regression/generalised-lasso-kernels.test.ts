import { describe, expect, it } from 'vitest';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { generalisedLasso } from '../../../../src-main/numerics/regression/generalised-lasso-admm.ts';
import {
  generalisedKktResidual,
  generalisedObjective,
  type GeneralisedLassoProblem,
} from '../../../../src-main/numerics/regression/generalised-lasso-problem.ts';
import {
  denseMap,
  differenceMap,
  type LinearMap,
} from '../../../../src-main/numerics/regression/linear-map.ts';
import { generalisedLassoPrimalDual } from '../../../../src-main/numerics/regression/primal-dual.ts';
import { trendFilter } from '../../../../src-main/numerics/regression/trend-filtering.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const kernels = loadKernels();
const random = createRandom(71, 'generalised-lasso-kernels');
const normals = (length: number) => Float64Array.from({ length }, () => random.normal());
const matrix = (rows: number, columns: number) => denseMatrix(rows, columns, normals(rows * columns));
const bent = (length: number) =>
  Float64Array.from({ length }, (_, i) => Math.abs(i - length / 2) / 10 + 0.1 * random.normal());
const steps = (length: number) =>
  Float64Array.from({ length }, (_, i) => Math.floor((3 * i) / length) + 0.2 * random.normal());

/** A map known only by what it does: every second number less the next but one. */
const custom: LinearMap = {
  rows: 14,
  columns: 31,
  apply(x, out) {
    for (let i = 0; i < 14; i++) out[i] = x[2 * i]! - x[2 * i + 2]!;
  },
  applyTransposed(y, out) {
    out.fill(0);
    for (let i = 0; i < 14; i++) {
      out[2 * i]! += y[i]!;
      out[2 * i + 2]! -= y[i]!;
    }
  },
  absoluteSums() {
    const columns = Float64Array.from({ length: 31 }, (_, i) => (i % 2 === 1 || i > 28 ? 0 : 2));
    columns[0] = columns[28] = 1;
    return { rows: new Float64Array(14).fill(2), columns };
  },
};

// Lengths of whole vectors and others, with and without a number in the middle, too short to be split, of an order that is not.
const problems: [string, GeneralisedLassoProblem][] = [
  ['60 steps', { target: steps(60), transform: differenceMap(60, 1), penalty: 1 }],
  ['61 steps', { target: steps(61), transform: differenceMap(61, 1), penalty: 1 }],
  ['60 values on lines', { target: bent(60), transform: differenceMap(60, 2), penalty: 2 }],
  ['63 values on lines', { target: bent(63), transform: differenceMap(63, 2), penalty: 2 }],
  ['58 values on parabolas', { target: bent(58), transform: differenceMap(58, 3), penalty: 2 }],
  ['59 values on parabolas', { target: bent(59), transform: differenceMap(59, 3), penalty: 2 }],
  ['30 values on cubics', { target: bent(30), transform: differenceMap(30, 4), penalty: 0.1 }],
  ['2 values', { target: steps(2), transform: differenceMap(2, 1), penalty: 0.3 }],
  ['7 values on parabolas', { target: bent(7), transform: differenceMap(7, 3), penalty: 200 }],
  ['a threshold', { target: steps(9), transform: differenceMap(9, 0), penalty: 1 }],
  ['a dense transform', { target: bent(61), transform: denseMap(matrix(30, 61)), penalty: 0.05 }],
  ['a transform of the user', { target: bent(31), transform: custom, penalty: 0.1 }],
  ['a lasso', { target: normals(20), design: matrix(20, 13), transform: differenceMap(13, 0), penalty: 3 }],
  [
    'a fused regression',
    { target: normals(41), design: matrix(41, 30), transform: differenceMap(30, 1), penalty: 3 },
  ],
  [
    'a regression with a dense transform',
    { target: normals(37), design: matrix(37, 22), transform: denseMap(matrix(45, 22)), penalty: 0.5 },
  ],
  [
    'nothing but zeros',
    { target: new Float64Array(16), design: matrix(16, 5), transform: differenceMap(5, 1), penalty: 1 },
  ],
  ['no penalty', { target: bent(20), transform: denseMap(matrix(10, 20)), penalty: 0 }],
];

describe.each(problems)('the kernels of the generalised lasso, %s', (_, problem) => {
  const reference = generalisedLasso(problem, { tolerance: 1e-10 });
  const least = generalisedObjective(problem, reference.coefficients);
  const energy = problem.target.reduce((sum, value) => sum + value * value, 0) || 1;
  const precisions = ['double', 'single'] as const;
  const solvers = { ADMM: generalisedLasso, 'primal-dual': generalisedLassoPrimalDual };

  it('take the steps of ADMM in double precision', () => {
    const stopping = { tolerance: 0, maxIterations: 60 };
    const expected = generalisedLasso(problem, stopping);
    const found = generalisedLasso(problem, stopping, kernels);
    expect(found.iterations).toBe(expected.iterations);
    expect(largestDifference(found.coefficients, expected.coefficients)).toBeLessThan(1e-8);
    expect(largestDifference(found.transformed, expected.transformed)).toBeLessThan(1e-8);
    expect(largestDifference(found.multipliers, expected.multipliers)).toBeLessThan(1e-6);
  });

  it('take the steps of the primal-dual algorithm in double precision', () => {
    const stopping = { tolerance: 0, maxIterations: 60 };
    const expected = generalisedLassoPrimalDual(problem, stopping);
    const found = generalisedLassoPrimalDual(problem, stopping, kernels);
    expect(largestDifference(found.coefficients, expected.coefficients)).toBeLessThan(1e-10);
    expect(largestDifference(found.multipliers, expected.multipliers)).toBeLessThan(1e-10);
  });

  it.each(Object.entries(solvers))('meet the optimality conditions to 2e-5 by %s', (__, solve) => {
    for (const precision of precisions) {
      const before = kernels.mark();
      const found = solve(problem, { tolerance: 2e-5, precision }, kernels);
      expect(kernels.mark()).toBe(before);
      expect(found.converged).toBe(true);
      const residual = generalisedKktResidual(problem, found.coefficients, found.multipliers);
      expect(residual).toBeLessThanOrEqual(2e-5);
      const objective = generalisedObjective(problem, found.coefficients);
      expect(Math.abs(objective - least)).toBeLessThan(1e-4 * energy);
      expect(found.transformed.length).toBe(problem.transform.rows);
    }
  });
});

describe('the kernels of the generalised lasso', () => {
  it('filter a long trend as the reference does', () => {
    const signal = Float64Array.from({ length: 1001 }, (_, i) => Math.sin(i / 40) + 0.3 * random.normal());
    for (const pieces of ['constant', 'linear', 'quadratic'] as const) {
      const stopping = { tolerance: 1e-6, maxIterations: 2000 };
      const expected = trendFilter(signal, pieces, 5, stopping);
      const found = trendFilter(signal, pieces, 5, stopping, kernels);
      expect(found.iterations).toBe(expected.iterations);
      expect(largestDifference(found.coefficients, expected.coefficients)).toBeLessThan(1e-7);
    }
  });

  it('find the constant under a large penalty', () => {
    const target = steps(50);
    const mean = target.reduce((sum, value) => sum + value, 0) / 50;
    const { coefficients, transformed } = trendFilter(
      target,
      'constant',
      1e3,
      { precision: 'single' },
      kernels,
    );
    expect(coefficients.every((value) => Math.abs(value - mean) < 1e-4)).toBe(true);
    expect(transformed.every((value) => value === 0)).toBe(true);
  });

  it('end where a value is no number', () => {
    const target = normals(20);
    target[7] = Number.NaN;
    const stopping = { maxIterations: 200, precision: 'single' } as const;
    for (const design of [undefined, matrix(20, 20)]) {
      const problem = { target, ...(design && { design }), transform: differenceMap(20, 1), penalty: 1 };
      for (const solve of [generalisedLasso, generalisedLassoPrimalDual]) {
        const { converged, iterations } = solve(problem, stopping, kernels);
        expect(converged).toBe(false);
        expect(iterations).toBe(200);
      }
    }
    const sound = { target: steps(40), transform: differenceMap(40, 1), penalty: 1 };
    expect(generalisedLassoPrimalDual(sound, { precision: 'single' }, kernels).converged).toBe(true);
  });

  it('refuse what does not fit, and give back what they took', () => {
    const before = kernels.mark();
    const short = { target: steps(60), transform: differenceMap(59, 1), penalty: 1 };
    expect(() => generalisedLasso(short, {}, kernels)).toThrow(RangeError);
    const singular = {
      target: normals(2),
      design: denseMatrix(2, 3, new Float64Array(6)),
      transform: differenceMap(3, 1),
      penalty: 1,
    };
    expect(() => generalisedLasso(singular, { precision: 'single' }, kernels)).toThrow(RangeError);
    expect(kernels.mark()).toBe(before);
  });
});
