import { describe, expect, it } from 'vitest';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { generalisedLasso } from '../../../../src-main/numerics/regression/generalised-lasso-admm.ts';
import {
  generalisedKktResidual,
  generalisedObjective,
  type GeneralisedLassoProblem,
} from '../../../../src-main/numerics/regression/generalised-lasso-problem.ts';
import { denseMap, differenceMap, matrixOf } from '../../../../src-main/numerics/regression/linear-map.ts';
import { generalisedLassoPrimalDual } from '../../../../src-main/numerics/regression/primal-dual.ts';
import { lassoKktResidual } from '../../../../src-main/numerics/sparse/lasso-problem.ts';
import { largestDifference, plantedCode } from '../sparse/regression-problem.ts';

const random = createRandom(7, 'generalised-lasso');
const steps = Float64Array.from(
  { length: 60 },
  (_, i) => (i < 25 ? 1 : i < 40 ? 3 : 2) + 0.2 * random.normal(),
);
const bent = Float64Array.from({ length: 60 }, (_, i) => Math.abs(i - 30) / 10 + 0.1 * random.normal());
const planted = plantedCode({ atomCount: 40, dimension: 20, nonzeros: 4, seed: 8, noise: 0.1 });
// The transform's own order of a regression: samples in rows.
const design = denseMatrix(
  20,
  40,
  Float64Array.from({ length: 800 }, (_, i) => planted.atoms.values[(i % 40) * 20 + Math.floor(i / 40)]!),
);
const user = denseMatrix(
  30,
  60,
  Float64Array.from({ length: 1800 }, () => random.normal()),
);

const problems: [string, GeneralisedLassoProblem][] = [
  ['the fused lasso', { target: steps, transform: differenceMap(60, 1), penalty: 1 }],
  ['trend filtering', { target: bent, transform: differenceMap(60, 2), penalty: 2 }],
  ['quadratic trend filtering', { target: bent, transform: differenceMap(60, 3), penalty: 2 }],
  ['a transform of the user', { target: bent, transform: denseMap(user), penalty: 0.05 }],
  ['the lasso', { target: planted.signal, design, transform: differenceMap(40, 0), penalty: 0.1 }],
  ['fused regression', { target: planted.signal, design, transform: differenceMap(40, 1), penalty: 0.05 }],
];

describe.each(problems)('%s', (name, problem) => {
  it('by ADMM meets the optimality conditions', () => {
    const found = generalisedLasso(problem, { tolerance: 1e-9 });
    expect(found.converged).toBe(true);
    expect(generalisedKktResidual(problem, found.coefficients, found.multipliers)).toBeLessThan(1e-8);
  });

  it('by the primal-dual algorithm comes to the same', () => {
    const byAdmm = generalisedLasso(problem, { tolerance: 1e-9 });
    const tolerance = 1e-6;
    const found = generalisedLassoPrimalDual(problem, { tolerance });
    expect(found.converged).toBe(true);
    const objective = generalisedObjective(problem, found.coefficients);
    const least = generalisedObjective(problem, byAdmm.coefficients);
    expect(Math.abs(objective - least)).toBeLessThan(
      1e-5 * problem.target.reduce((sum, value) => sum + value * value, 0),
    );
    expect(largestDifference(found.coefficients, byAdmm.coefficients)).toBeLessThan(5e-3);
  });

  it('has an objective that nothing nearby is below', () => {
    const { coefficients } = generalisedLasso(problem, { tolerance: 1e-9 });
    const least = generalisedObjective(problem, coefficients);
    const nearby = createRandom(1, name);
    for (let trial = 0; trial < 50; trial++) {
      const other = coefficients.map((value) => value + 0.01 * nearby.normal());
      expect(generalisedObjective(problem, other)).toBeGreaterThan(least);
    }
  });
});

describe('the generalised lasso', () => {
  it('with the identity as its transform is the lasso', () => {
    const { transformed } = generalisedLasso(problems[4]![1], { tolerance: 1e-10 });
    expect(lassoKktResidual({ ...planted, penalty: 0.1 }, transformed)).toBeLessThan(1e-6);
  });

  it('refuses a transform that does not fit', () => {
    expect(() => generalisedLasso({ target: steps, transform: differenceMap(59, 1), penalty: 1 })).toThrow(
      RangeError,
    );
    expect(() => differenceMap(2, 2)).toThrow(RangeError);
  });
});

describe('linear maps', () => {
  it.each([0, 1, 2, 3])('of differences of order %i are adjoint to their transposes', (order) => {
    const map = differenceMap(9, order);
    const x = Float64Array.from({ length: 9 }, () => random.normal());
    const y = Float64Array.from({ length: 9 - order }, () => random.normal());
    const forth = new Float64Array(9 - order);
    const back = new Float64Array(9);
    map.apply(x, forth);
    map.applyTransposed(y, back);
    const left = forth.reduce((sum, value, i) => sum + value * y[i]!, 0);
    const right = back.reduce((sum, value, i) => sum + value * x[i]!, 0);
    expect(left).toBeCloseTo(right, 12);
    const dense = denseMap(matrixOf(map)).absoluteSums();
    expect(map.absoluteSums()).toEqual(dense);
  });
});
