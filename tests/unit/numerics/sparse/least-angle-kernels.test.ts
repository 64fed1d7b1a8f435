import { describe, expect, it } from 'vitest';
import { denseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import {
  largestPenalty,
  lassoKktResidual,
  lassoObjective,
} from '../../../../src-main/numerics/sparse/lasso-problem.ts';
import {
  coefficientsAt,
  leastAngleRegression,
} from '../../../../src-main/numerics/sparse/least-angle-regression.ts';
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
  const random = createRandom(17, 'least-angle-kernels');
  const values = Float64Array.from({ length: atomCount * dimension }, () => random.normal());
  for (let i = dimension; i < values.length; i++)
    values[i] = 0.95 * values[i - dimension]! + 0.3 * values[i]!;
  return {
    atoms: denseMatrix(atomCount, dimension, values),
    signal: Float64Array.from({ length: dimension }, () => random.normal()),
  };
}

describe('lasso-LARS in single precision', () => {
  it.each([
    ['more atoms than dimensions', wide, false],
    ['fewer atoms than dimensions', tall, false],
    ['non-negative codes', positive, true],
    ['non-negative codes of a signal with negative ones', wide, true],
    ['atoms that are much alike', likeNeighbours(150, 50), false],
    ['one atom', likeNeighbours(1, 5), false],
    ['one dimension', likeNeighbours(5, 1), false],
  ])('is optimal at every knot and between with %s', (_what, { atoms, signal }, nonNegative) => {
    const before = kernels.mark();
    const path = leastAngleRegression(atoms, signal, { method: 'lasso', nonNegative, precision }, kernels);
    expect(kernels.mark()).toBe(before);
    const first = largestPenalty(atoms, signal, nonNegative);
    expect(path.penalties[0]! / first).toBeCloseTo(1, 12);
    expect(path.penalties.at(-1)! / first).toBeLessThan(1e-9);
    const between = new Float64Array(atoms.rows);
    path.penalties.forEach((penalty, i) => {
      const at = path.coefficients[i]!;
      expect(lassoKktResidual({ atoms, signal, penalty, nonNegative }, at)).toBeLessThan(2e-6 * first);
      const middle = (penalty + (path.penalties[i + 1] ?? 0)) / 2;
      coefficientsAt(path, middle, between);
      expect(lassoKktResidual({ atoms, signal, penalty: middle, nonNegative }, between)).toBeLessThan(
        2e-6 * first,
      );
    });
    expect([...path.penalties]).toEqual([...path.penalties].sort((a, b) => b - a));
    expect(new Set(path.active).size).toBe(path.active.length);
    path.coefficients.at(-1)!.forEach((value, k) => {
      if (value !== 0) expect(path.active).toContain(k);
    });
  });

  it('is the path of double precision', () => {
    for (const { atoms, signal } of [wide, tall, likeNeighbours(60, 30)]) {
      const path = leastAngleRegression(atoms, signal, { method: 'lasso', precision }, kernels);
      const reference = leastAngleRegression(atoms, signal, { method: 'lasso' });
      const [found, expected] = [new Float64Array(atoms.rows), new Float64Array(atoms.rows)];
      for (const share of [0.9, 0.5, 0.2, 0.05, 0.01]) {
        const penalty = share * reference.penalties[0]!;
        coefficientsAt(path, penalty, found);
        coefficientsAt(reference, penalty, expected);
        expect(largestDifference(found, expected)).toBeLessThan(1e-5);
        const problem = { atoms, signal, penalty };
        expect(lassoObjective(problem, found) / lassoObjective(problem, expected)).toBeCloseTo(1, 6);
      }
    }
  });

  it('lets an atom that left come back on the other side', () => {
    // Of these problems some have such an atom.
    for (let seed = 0; seed < 100; seed++) {
      const random = createRandom(seed, 'least-angle-kernels/back');
      const atoms = denseMatrix(
        8,
        30,
        Float64Array.from({ length: 240 }, () => random.normal()),
      );
      const signal = Float64Array.from({ length: 30 }, () => random.normal());
      const path = leastAngleRegression(atoms, signal, { method: 'lasso', precision }, kernels);
      const reference = leastAngleRegression(atoms, signal, { method: 'lasso' });
      expect(path.active).toEqual(reference.active);
      expect(largestDifference(path.penalties, reference.penalties)).toBeLessThan(1e-5 * path.penalties[0]!);
    }
  });

  it.each([false, true])('is optimal where many atoms share every level, non-negative %s', (nonNegative) => {
    const values = Float64Array.from({ length: 40 * 16 }, (_, i) =>
      i % 16 === Math.floor(i / 16) % 16 ? 1 : 0,
    );
    const atoms = denseMatrix(40, 16, values);
    const signal = Float64Array.from({ length: 16 }, (_, i) => (i % 5) - 2);
    const path = leastAngleRegression(atoms, signal, { method: 'lasso', nonNegative, precision }, kernels);
    expect(path.penalties.at(-1)).toBe(0);
    path.penalties.forEach((penalty, i) => {
      const problem = { atoms, signal, penalty, nonNegative };
      expect(lassoKktResidual(problem, path.coefficients[i]!)).toBeLessThan(1e-6);
    });
  });

  it('is that of double precision where atoms depend on each other so nearly that rounding loses it', () => {
    const bump = (_: unknown, i: number) =>
      Math.exp(-(((i % 45) / 45 - Math.floor(i / 45) / 30) ** 2) / 0.005);
    const atoms = denseMatrix(30, 45, Float64Array.from({ length: 30 * 45 }, bump));
    for (let seed = 0; seed < 5; seed++) {
      const random = createRandom(seed, 'least-angle-kernels/bumps');
      const signal = Float64Array.from({ length: 45 }, () => random.normal());
      const path = leastAngleRegression(atoms, signal, { method: 'lasso', precision }, kernels);
      const [found, expected] = [new Float64Array(30), new Float64Array(30)];
      const first = path.penalties[0]!;
      const reference = leastAngleRegression(atoms, signal, { method: 'lasso' });
      for (const share of [0.5, 0.1, 0.01]) {
        coefficientsAt(path, share * first, found);
        coefficientsAt(reference, share * first, expected);
        const problem = { atoms, signal, penalty: share * first };
        expect(lassoObjective(problem, found) / lassoObjective(problem, expected)).toBeCloseTo(1, 5);
      }
    }
  });

  it('ends at the least penalty asked for, and after the steps allowed', () => {
    const { atoms, signal } = wide;
    const short = leastAngleRegression(
      atoms,
      signal,
      { method: 'lasso', leastPenalty: 0.07, precision },
      kernels,
    );
    const reference = leastAngleRegression(atoms, signal, { method: 'lasso', leastPenalty: 0.07 });
    expect(short.penalties.at(-1)).toBeCloseTo(0.07, 12);
    expect(short.active).toEqual(reference.active);
    expect(largestDifference(short.coefficients.at(-1)!, reference.coefficients.at(-1)!)).toBeLessThan(1e-5);
    const few = leastAngleRegression(atoms, signal, { method: 'lasso', maxSteps: 3, precision }, kernels);
    expect(few.penalties).toHaveLength(4);
  });

  it('is the same for a signal in any unit', () => {
    const { atoms, signal } = wide;
    const path = leastAngleRegression(atoms, signal, { method: 'lasso', precision }, kernels);
    for (const unit of [2 ** -150, 2 ** 150]) {
      const scaled = signal.map((value) => value * unit);
      const again = leastAngleRegression(atoms, scaled, { method: 'lasso', precision }, kernels);
      expect(again.active).toEqual(path.active);
      expect(
        largestDifference(
          again.coefficients.at(-1)!.map((x) => x / unit),
          path.coefficients.at(-1)!,
        ),
      ).toBe(0);
    }
  });
});

describe('LARS in single precision', () => {
  it.each([
    ['more', wide],
    ['fewer', tall],
  ])('is that of double precision with %s atoms than dimensions', (_, { atoms, signal }) => {
    const path = leastAngleRegression(atoms, signal, { method: 'lars', precision }, kernels);
    const reference = leastAngleRegression(atoms, signal, { method: 'lars' });
    expect(path.active).toEqual(reference.active);
    expect(largestDifference(path.penalties, reference.penalties)).toBeLessThan(2e-6);
    expect(largestDifference(path.coefficients.at(-1)!, reference.coefficients.at(-1)!)).toBeLessThan(1e-5);
  });

  it('ends at least squares', () => {
    const { coefficients } = leastAngleRegression(
      tall.atoms,
      tall.signal,
      { method: 'lars', precision },
      kernels,
    );
    // The atoms in use are followed in double precision.
    expect(lassoKktResidual({ ...tall, penalty: 0 }, coefficients.at(-1)!)).toBeLessThan(1e-10);
    expect(coefficients).toHaveLength(31);
  });

  it('passes over an atom that is the copy of another', () => {
    const { atoms, signal } = tall;
    const doubled = denseMatrix(60, 61, Float64Array.of(...atoms.values, ...atoms.values));
    const { active, penalties } = leastAngleRegression(
      doubled,
      signal,
      { method: 'lars', precision },
      kernels,
    );
    expect(active.length).toBe(30);
    expect(new Set(active.map((k) => k % 30)).size).toBe(30);
    expect(penalties.at(-1)).toBe(0);
  });

  it('takes atoms in at once that share the level', () => {
    const unit = denseMatrix(3, 3, Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1));
    const signal = Float64Array.of(2, -2, 1);
    const path = leastAngleRegression(unit, signal, { method: 'lars', precision }, kernels);
    expect(largestDifference(path.penalties, [2, 1, 0])).toBeLessThan(1e-6);
    expect(path.coefficients).toHaveLength(3);
    expect(largestDifference(path.coefficients[1]!, [1, -1, 0])).toBeLessThan(1e-6);
    expect(largestDifference(path.coefficients[2]!, [2, -2, 1])).toBeLessThan(1e-12);
  });
});

describe('a path in single precision', () => {
  it('has one knot for a signal of zeros, and for one with a value that is no number', () => {
    for (const signal of [
      new Float64Array(40),
      new Float64Array(40).fill(Number.NaN, 3, 4),
      new Float64Array(40).fill(Infinity, 3, 4),
    ]) {
      const path = leastAngleRegression(wide.atoms, signal, { method: 'lasso', precision }, kernels);
      expect(path.coefficients).toEqual([new Float64Array(80)]);
      expect(path.penalties).toHaveLength(1);
    }
  });

  it('passes over atoms of zeros, and over one with a value that is no number', () => {
    const values = wide.atoms.values.slice();
    values.fill(0, 0, 40);
    values[47] = Number.NaN;
    const path = leastAngleRegression(
      denseMatrix(80, 40, values),
      wide.signal,
      { method: 'lasso', precision },
      kernels,
    );
    const others = denseMatrix(78, 40, values.slice(80));
    const expected = leastAngleRegression(others, wide.signal, { method: 'lasso', precision }, kernels);
    expect(path.active.map((k) => k - 2)).toEqual(expected.active);
    expect(largestDifference(path.penalties, expected.penalties)).toBe(0);
  });

  it('refuses shapes that do not fit, and a non-negative path of LARS', () => {
    const { atoms, signal } = wide;
    expect(() =>
      leastAngleRegression(atoms, new Float64Array(39), { method: 'lasso', precision }, kernels),
    ).toThrow(RangeError);
    expect(() =>
      leastAngleRegression(atoms, signal, { method: 'lars', nonNegative: true, precision }, kernels),
    ).toThrow(RangeError);
  });
});
