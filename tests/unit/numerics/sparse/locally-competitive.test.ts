import { describe, expect, it } from 'vitest';
import { gramOfRows, timesVector } from '../../../../src-main/numerics/linalg/products.ts';
import { lassoKktResidual } from '../../../../src-main/numerics/sparse/lasso-problem.ts';
import { locallyCompetitive } from '../../../../src-main/numerics/sparse/locally-competitive.ts';
import { hardShrinkage, nonNegativeSoftShrinkage } from '../../../../src-main/numerics/sparse/shrinkage.ts';
import { largestDifference, plantedCode } from './regression-problem.ts';

const planted = plantedCode({ atomCount: 60, dimension: 40, nonzeros: 4, seed: 21, noise: 0.02 });
const gram = gramOfRows(planted.atoms);
const drive = new Float64Array(60);
timesVector(planted.atoms, planted.signal, drive);

describe('the locally competitive algorithm', () => {
  it('with soft thresholds comes to rest at the lasso', () => {
    const code = new Float64Array(60);
    expect(locallyCompetitive(gram, drive, 0.1, code)).toBe(true);
    expect(lassoKktResidual({ ...planted, penalty: 0.1 }, code)).toBeLessThan(1e-6);
  });

  it('with non-negative soft thresholds comes to rest at the non-negative lasso', () => {
    const code = new Float64Array(60);
    expect(locallyCompetitive(gram, drive, 0.1, code, { shrink: nonNegativeSoftShrinkage })).toBe(true);
    expect(lassoKktResidual({ ...planted, penalty: 0.1, nonNegative: true }, code)).toBeLessThan(1e-6);
  });

  it('with hard thresholds finds the planted atoms without shrinking them', () => {
    const code = new Float64Array(60);
    expect(locallyCompetitive(gram, drive, 0.5, code, { shrink: hardShrinkage, step: 0.05 })).toBe(true);
    expect([...code.keys()].filter((k) => code[k] !== 0)).toEqual(planted.support);
    expect(largestDifference(code, planted.code)).toBeLessThan(0.1);
  });

  it('tells its course', () => {
    const sizes: number[] = [];
    locallyCompetitive(gram, drive, 0.1, new Float64Array(60), {
      maxIterations: 30,
      onStep: (code) => sizes.push(code.filter((value) => value !== 0).length),
    });
    expect(sizes).toHaveLength(30);
    // Units that charged together are driven out by those that fit better.
    expect(sizes[29]).toBeLessThan(Math.max(...sizes));
  });

  it('refuses a step beyond the time constant', () => {
    expect(() => locallyCompetitive(gram, drive, 0.1, new Float64Array(60), { step: 1.5 })).toThrow(
      RangeError,
    );
  });
});
