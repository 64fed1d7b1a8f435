import { describe, expect, it } from 'vitest';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { transposeTimesVector } from '../../../../src-main/numerics/linalg/products.ts';
import { iterativeHardThresholding } from '../../../../src-main/numerics/sparse/iterative-hard-thresholding.ts';
import { matchingPursuit } from '../../../../src-main/numerics/sparse/matching-pursuit.ts';
import { orthogonalMatchingPursuit } from '../../../../src-main/numerics/sparse/orthogonal-matching-pursuit.ts';
import { largestDifference, plantedCode } from './regression-problem.ts';

const planted = plantedCode({ atomCount: 100, dimension: 50, nonzeros: 5, seed: 3 });

describe('orthogonal matching pursuit', () => {
  it('recovers a planted code exactly, and leaves nothing', () => {
    const found = new Float64Array(100);
    const { support, residualEnergy } = orthogonalMatchingPursuit(
      planted.atoms,
      planted.signal,
      { nonzeros: 5 },
      found,
    );
    expect([...support].sort((a, b) => a - b)).toEqual(planted.support);
    expect(largestDifference(found, planted.code)).toBeLessThan(1e-12);
    expect(residualEnergy).toBeLessThan(1e-24);
  });

  it('does not care about the norms of the atoms', () => {
    const scaled = planted.atoms.values.map((value, i) => value * (1 + (Math.floor(i / 50) % 7)));
    const { support } = orthogonalMatchingPursuit(
      denseMatrix(100, 50, scaled),
      planted.signal,
      { nonzeros: 5 },
      new Float64Array(100),
    );
    expect([...support].sort((a, b) => a - b)).toEqual(planted.support);
  });

  it('stops at the error target and passes over copies of atoms', () => {
    const noisy = plantedCode({ atomCount: 60, dimension: 40, nonzeros: 8, seed: 9, noise: 0.1 });
    const result = orthogonalMatchingPursuit(
      noisy.atoms,
      noisy.signal,
      { nonzeros: 40, errorTarget: 1 },
      new Float64Array(60),
    );
    expect(result.residualEnergy).toBeLessThanOrEqual(1);
    expect(result.support.length).toBeLessThan(20);

    const twins = denseMatrix(2, 2, [1, 0, 1, 0]);
    expect(
      orthogonalMatchingPursuit(twins, Float64Array.of(1, 1), { nonzeros: 2 }, new Float64Array(2)).support,
    ).toEqual([0]);
  });

  it('with non-negative codes recovers a planted positive code', () => {
    const positive = plantedCode({ atomCount: 80, dimension: 50, nonzeros: 5, seed: 4, positive: true });
    const found = new Float64Array(80);
    orthogonalMatchingPursuit(positive.atoms, positive.signal, { nonzeros: 5, nonNegative: true }, found);
    expect(largestDifference(found, positive.code)).toBeLessThan(1e-12);
  });

  it('refuses shapes that do not fit', () => {
    expect(() =>
      orthogonalMatchingPursuit(planted.atoms, new Float64Array(49), { nonzeros: 1 }, new Float64Array(100)),
    ).toThrow(RangeError);
  });
});

describe('matching pursuit', () => {
  it('loses the squared amount of each step and never more than it has', () => {
    let before = planted.signal.reduce((sum, value) => sum + value * value, 0);
    for (let steps = 1; steps <= 12; steps++) {
      const { residualEnergy } = matchingPursuit(
        planted.atoms,
        planted.signal,
        { nonzeros: steps },
        new Float64Array(100),
      );
      expect(residualEnergy).toBeLessThan(before);
      before = residualEnergy;
    }
  });

  it('comes as near as one likes to a signal that the atoms span', () => {
    const code = new Float64Array(100);
    const { residualEnergy } = matchingPursuit(
      planted.atoms,
      planted.signal,
      { nonzeros: 5000, errorTarget: 1e-12 },
      code,
    );
    expect(residualEnergy).toBeLessThan(1e-12);
    const rebuilt = new Float64Array(50);
    transposeTimesVector(planted.atoms, code, rebuilt);
    expect(largestDifference(rebuilt, planted.signal)).toBeLessThan(1e-6);
  });

  it('has an empty code for a zero signal', () => {
    const code = new Float64Array(100).fill(1);
    expect(matchingPursuit(planted.atoms, new Float64Array(50), { nonzeros: 3 }, code).support).toEqual([]);
    expect(code.every((value) => value === 0)).toBe(true);
  });
});

describe('iterative hard thresholding', () => {
  it('recovers a planted code', () => {
    const found = new Float64Array(100);
    const { support, residualEnergy } = iterativeHardThresholding(
      planted.atoms,
      planted.signal,
      { nonzeros: 5 },
      found,
    );
    expect(support).toEqual(planted.support);
    expect(largestDifference(found, planted.code)).toBeLessThan(1e-6);
    expect(residualEnergy).toBeLessThan(1e-10);
  });

  it('never raises the residual', () => {
    const noisy = plantedCode({ atomCount: 60, dimension: 30, nonzeros: 6, seed: 5, noise: 0.2 });
    let before = Infinity;
    for (let maxIterations = 1; maxIterations < 30; maxIterations++) {
      const { residualEnergy } = iterativeHardThresholding(
        noisy.atoms,
        noisy.signal,
        { nonzeros: 6, maxIterations },
        new Float64Array(60),
      );
      expect(residualEnergy).toBeLessThanOrEqual(before * (1 + 1e-12));
      before = residualEnergy;
    }
  });
});
