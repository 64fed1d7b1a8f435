import { describe, expect, it } from 'vitest';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import type { PursuitStopping } from '../../../../src-main/numerics/sparse/matching-pursuit.ts';
import { orthogonalMatchingPursuit } from '../../../../src-main/numerics/sparse/orthogonal-matching-pursuit.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference, plantedCode } from './regression-problem.ts';

const kernels = loadKernels();

function pursue(atoms: ReturnType<typeof denseMatrix>, signal: Float64Array, stopping: PursuitStopping) {
  const code = new Float64Array(atoms.rows).fill(7);
  const before = kernels.mark();
  const found = orthogonalMatchingPursuit(atoms, signal, { ...stopping, precision: 'single' }, code, kernels);
  expect(kernels.mark()).toBe(before);
  return { ...found, code };
}

describe('orthogonal matching pursuit of one signal in single precision', () => {
  it.each([
    [100, 50, 5],
    [83, 37, 4],
    [30, 61, 5],
  ])('finds the planted atoms of %i in %i dimensions, %i of them', (atomCount, dimension, nonzeros) => {
    const planted = plantedCode({ atomCount, dimension, nonzeros, seed: 3 });
    const { support, residualEnergy, code } = pursue(planted.atoms, planted.signal, { nonzeros });
    expect([...support].sort((a, b) => a - b)).toEqual(planted.support);
    // The coefficients are in double precision.
    expect(largestDifference(code, planted.code)).toBeLessThan(1e-12);
    expect(residualEnergy).toBeLessThan(1e-24);
  });

  it.each([
    [90, 45, 12, false],
    [61, 19, 19, false],
    [61, 19, 40, true],
    [1, 3, 1, false],
  ])(
    'is that of double precision: %i atoms of any norm in %i dimensions, %i taken, non-negative %s',
    (atomCount, dimension, nonzeros, nonNegative) => {
      const random = createRandom(31, `design-pursuit/${atomCount}`);
      const values = Float64Array.from({ length: atomCount * dimension }, () => 3 * random.normal());
      const atoms = denseMatrix(atomCount, dimension, values);
      const signal = Float64Array.from({ length: dimension }, () => random.normal());
      const { support, residualEnergy, code } = pursue(atoms, signal, { nonzeros, nonNegative });
      const reference = new Float64Array(atomCount);
      const expected = orthogonalMatchingPursuit(atoms, signal, { nonzeros, nonNegative }, reference);
      expect(support).toEqual(expected.support);
      expect(largestDifference(code, reference)).toBeLessThan(1e-10);
      expect(residualEnergy).toBeCloseTo(expected.residualEnergy, 10);
    },
  );

  const { atoms, signal } = plantedCode({ atomCount: 60, dimension: 30, nonzeros: 5, seed: 4, noise: 0.1 });

  it('stops once the residual is small enough, and takes no atom where none is allowed', () => {
    const { residualEnergy } = pursue(atoms, signal, { nonzeros: 30, errorTarget: 0.5 });
    expect(residualEnergy).toBeLessThanOrEqual(0.5);
    const none = pursue(atoms, signal, { nonzeros: 0 });
    expect(none.support).toEqual([]);
    expect(none.code).toEqual(new Float64Array(60));
  });

  it('takes of equal atoms the first, and none that depends on those taken', () => {
    const twins = denseMatrix(4, 2, Float64Array.of(1, 0, 0, 1, 1, 0, 0, 1));
    expect(pursue(twins, Float64Array.of(2, 1), { nonzeros: 4 }).support).toEqual([0, 1]);
  });

  it('is the same for a signal in any unit', () => {
    const { support, code } = pursue(atoms, signal, { nonzeros: 8 });
    for (const unit of [2 ** -300, 2 ** 300]) {
      const scaled = pursue(
        atoms,
        signal.map((value) => value * unit),
        { nonzeros: 8 },
      );
      expect(scaled.support).toEqual(support);
      expect(
        largestDifference(
          scaled.code.map((value) => value / unit),
          code,
        ),
      ).toBe(0);
    }
  });

  it('gives nothing for a signal of zeros or with a value that is no number, and passes over such an atom', () => {
    const spoilt = signal.slice();
    spoilt[2] = Number.NaN;
    for (const one of [new Float64Array(30), spoilt]) {
      const { support, code } = pursue(atoms, one, { nonzeros: 3 });
      expect(support).toEqual([]);
      expect(code).toEqual(new Float64Array(60));
    }
    const { support } = pursue(atoms, signal, { nonzeros: 6 });
    const values = atoms.values.slice();
    const unused = Array.from({ length: 60 }, (_, k) => k).find((k) => !support.includes(k))!;
    values[unused * 30] = Number.NaN;
    expect(pursue(denseMatrix(60, 30, values), signal, { nonzeros: 6 }).support).toEqual(support);
  });

  it('refuses shapes that do not fit and limits that make no sense', () => {
    expect(() => pursue(atoms, new Float64Array(29), { nonzeros: 1 })).toThrow(RangeError);
    expect(() => pursue(atoms, signal, { nonzeros: 1.5 })).toThrow(RangeError);
    expect(() => pursue(atoms, signal, { nonzeros: 1, errorTarget: Number.NaN })).toThrow(RangeError);
  });
});
