import { describe, expect, it } from 'vitest';
import { rowSquares } from '../../../../src-main/numerics/linalg/products.ts';
import { lassoCoordinateDescent } from '../../../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import {
  lassoKktResidual,
  lassoObjective,
  lassoResidual,
} from '../../../../src-main/numerics/sparse/lasso-problem.ts';
import { supportDescent } from '../../../../src-main/numerics/sparse/support-descent.ts';
import { largestDifference, plantedCode } from './regression-problem.ts';

const problem = {
  ...plantedCode({ atomCount: 80, dimension: 40, nonzeros: 6, seed: 1, noise: 0.05 }),
  penalty: 0.1,
};

/** Steps over all atoms from given coefficients, which they move. */
function stepsFrom(coefficients: Float64Array) {
  const residual = new Float64Array(40);
  lassoResidual(problem, coefficients, residual);
  const descend = supportDescent(problem.atoms, rowSquares(problem.atoms), coefficients, residual);
  const all = Int32Array.from(coefficients.keys());
  return { residual, step: () => descend(all, 80, problem.penalty) };
}

describe('a step over the whole support', () => {
  it('ends at the solution where the signs are right', () => {
    const solution = new Float64Array(80);
    lassoCoordinateDescent(problem, solution, { tolerance: 1e-14 });
    const coefficients = solution.map((value) => 1.5 * value);
    expect(stepsFrom(coefficients).step()).toBe(true);
    expect(largestDifference(coefficients, solution)).toBeLessThan(1e-9);
    expect(lassoKktResidual(problem, coefficients)).toBeLessThan(1e-6);
  });

  it('never makes the objective rise, and takes one atom out when its coefficient passes zero', () => {
    const coefficients = Float64Array.from({ length: 80 }, (_, k) => (k < 60 ? Math.sin(k + 1) : 0));
    const { residual, step } = stepsFrom(coefficients);
    const inUse = () => coefficients.filter((value) => value !== 0).length;
    for (let before = lassoObjective(problem, coefficients), used = inUse(); ;) {
      const isFree = step();
      const objective = lassoObjective(problem, coefficients);
      expect(objective).toBeLessThanOrEqual(before * (1 + 1e-12));
      expect(inUse()).toBe(isFree ? used : used - 1);
      if (isFree) break;
      [before, used] = [objective, inUse()];
    }
    const fresh = new Float64Array(40);
    lassoResidual(problem, coefficients, fresh);
    expect(largestDifference(residual, fresh)).toBeLessThan(1e-12);
  });
});
