import { describe, expect, it } from 'vitest';
import { codeResiduals } from '../../../../src-main/numerics/dictionary/code-products.ts';
import {
  denseMatrix,
  rowOf,
  transposed,
  type DenseMatrix,
} from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import {
  gramOfRows,
  timesTranspose,
  transposeTimesVector,
} from '../../../../src-main/numerics/linalg/products.ts';
import { largestMagnitude, squaredNorm } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { jointCodes, type JointOptions } from '../../../../src-main/numerics/sparse/joint-codes.ts';
import { lassoCoordinateDescent } from '../../../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import { turnSignals } from '../../../../src-main/numerics/sparse/turned-signals.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { randomAtoms } from './planted.ts';
import { largestDifference } from './regression-problem.ts';

const kernels = loadKernels();
const random = createRandom(91, 'joint-kernels');
const normals = (rows: number, columns: number) =>
  denseMatrix(
    rows,
    columns,
    Float64Array.from({ length: rows * columns }, () => random.normal()),
  );
const product = (a: DenseMatrix, b: DenseMatrix) => timesTranspose(a, transposed(b));
const empty = (rows: number, columns: number) =>
  denseMatrix(rows, columns, new Float64Array(rows * columns).fill(7));

function solve(atoms: DenseMatrix, signals: DenseMatrix, penalty: number, options: JointOptions) {
  const codes = empty(signals.rows, atoms.rows);
  const before = kernels.mark();
  const met = jointCodes(atoms, signals, penalty, codes, options, kernels);
  expect(kernels.mark()).toBe(before);
  return { codes, met };
}

function objective(atoms: DenseMatrix, signals: DenseMatrix, penalty: number, codes: DenseMatrix): number {
  const byAtom = transposed(codes);
  let sum = squaredNorm(codeResiduals(atoms, signals, codes).values) / 2;
  for (let k = 0; k < atoms.rows; k++) sum += penalty * Math.sqrt(squaredNorm(rowOf(byAtom, k)));
  return sum;
}

/** By how much a condition of an optimum of the l2,1 norm is violated at most. */
function violation(atoms: DenseMatrix, signals: DenseMatrix, penalty: number, codes: DenseMatrix): number {
  const left = timesTranspose(atoms, codeResiduals(atoms, signals, codes));
  const byAtom = transposed(codes);
  let worst = 0;
  for (let k = 0; k < atoms.rows; k++) {
    const [x, c] = [rowOf(byAtom, k), rowOf(left, k)];
    const norm = Math.sqrt(squaredNorm(x));
    const own =
      norm > 0
        ? Math.sqrt(squaredNorm(c.map((value, i) => value - (penalty * x[i]!) / norm)))
        : Math.sqrt(squaredNorm(c)) - penalty;
    worst = Math.max(worst, own);
  }
  return worst;
}

const atoms = denseMatrix(60, 40, randomAtoms(random, 60, 40));
const alike = denseMatrix(
  60,
  40,
  randomAtoms(random, 60, 40).map((value, i) => value + (i % 40 < 3 ? 2 : 0)),
);

describe.each([
  ['double', 1e-9, 1e-7],
  ['single', 1e-5, 3e-5],
] as const)('joint codes by the kernels in %s precision', (precision, tolerance, allowed) => {
  it.each([
    ['few signals', atoms, normals(13, 40)],
    ['as many as dimensions', atoms, normals(40, 40)],
    ['more signals than dimensions', atoms, normals(101, 40)],
    ['signals of low rank', atoms, product(normals(61, 2), normals(2, 40))],
    ['atoms that are alike', alike, normals(50, 40)],
    ['a single atom', denseMatrix(1, 40, rowOf(atoms, 0).slice()), normals(5, 40)],
  ])('meet the conditions of an optimum for %s, as those of the reference do', (_case, given, signals) => {
    for (const penalty of [0.3, 3]) {
      const { codes, met } = solve(given, signals, penalty, { precision, tolerance });
      expect(met).toBe(true);
      const largest = Math.sqrt(squaredNorm(timesTranspose(given, signals).values));
      expect(violation(given, signals, penalty, codes)).toBeLessThan(allowed * largest);
      const reference = empty(signals.rows, given.rows);
      jointCodes(given, signals, penalty, reference, { tolerance: 1e-10 });
      const least = objective(given, signals, penalty, reference);
      expect(objective(given, signals, penalty, codes) / least).toBeCloseTo(1, 6);
    }
  });

  it('use the atoms that the signals share, and no other', () => {
    const truth = denseMatrix(12, 60, new Float64Array(12 * 60));
    for (let i = 0; i < 12; i++) for (const k of [3, 17, 40]) truth.values[i * 60 + k] = random.normal();
    const noisy = normals(12, 40);
    for (let i = 0; i < 12; i++) {
      const clean = new Float64Array(40);
      transposeTimesVector(atoms, rowOf(truth, i), clean);
      clean.forEach((value, a) => {
        noisy.values[i * 40 + a] = value + 0.05 * noisy.values[i * 40 + a]!;
      });
    }
    const { codes } = solve(atoms, noisy, 0.5, { precision });
    const used = new Set(
      [...codes.values.keys()].filter((at) => codes.values[at] !== 0).map((at) => at % 60),
    );
    expect([...used].sort((a, b) => a - b)).toEqual([3, 17, 40]);
  });

  it('are least squares without a penalty', () => {
    const few = denseMatrix(8, 40, atoms.values.slice(0, 320));
    const signals = normals(9, 40);
    const { codes, met } = solve(few, signals, 0, { precision, tolerance: tolerance / 10 });
    expect(met).toBe(true);
    const left = timesTranspose(codeResiduals(few, signals, codes), few);
    expect(largestMagnitude(left.values)).toBeLessThan(allowed);
  });

  it('of one signal are its lasso code', () => {
    const one = normals(1, 40);
    const { codes } = solve(atoms, one, 0.2, { precision, tolerance });
    const expected = new Float64Array(60);
    lassoCoordinateDescent({ atoms, signal: one.values, penalty: 0.2 }, expected, { tolerance: 1e-14 });
    expect(largestDifference(codes.values, expected)).toBeLessThan(1e3 * tolerance);
  });

  it('are nothing for signals of zeros and beyond the largest penalty', () => {
    const none = denseMatrix(50, 40, new Float64Array(50 * 40));
    for (const [signals, penalty] of [
      [none, 0],
      [none, 1],
      [normals(50, 40), 1e3],
    ] as const) {
      const { codes, met } = solve(atoms, signals, penalty, { precision });
      expect(met).toBe(true);
      expect(codes.values.every((value) => value === 0)).toBe(true);
    }
  });

  it('do not depend on the unit of the signals', () => {
    const signals = normals(45, 40);
    const { codes } = solve(atoms, signals, 0.3, { precision });
    for (const unit of [2 ** -90, 2 ** 90]) {
      const scaled = denseMatrix(
        45,
        40,
        signals.values.map((value) => unit * value),
      );
      const found = solve(atoms, scaled, 0.3 * unit, { precision });
      expect(found.met).toBe(true);
      const undone = found.codes.values.map((value) => value / unit);
      expect(largestDifference(undone, codes.values)).toBeLessThan(1e-12);
    }
  });

  it('leave out atoms of zeros', () => {
    const holed = denseMatrix(60, 40, atoms.values.slice().fill(0, 40, 80));
    const signals = normals(7, 40);
    const { codes, met } = solve(holed, signals, 0.3, { precision });
    expect(met).toBe(true);
    for (let i = 0; i < 7; i++) expect(codes.values[i * 60 + 1]).toBe(0);
  });

  it('that are stopped early say so', () => {
    expect(solve(atoms, normals(20, 40), 0.01, { precision, maxIterations: 2 }).met).toBe(false);
  });

  it('are nothing where a value is not finite', () => {
    for (const count of [3, 50])
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
        const signals = normals(count, 40);
        signals.values[40] = value;
        const { codes, met } = solve(atoms, signals, 0.3, { precision });
        expect(met).toBe(false);
        expect(codes.values.every((code) => code === 0)).toBe(true);
      }
  });

  it('refuse what does not fit', () => {
    const signals = normals(4, 40);
    expect(() => solve(atoms, signals, -1, { precision })).toThrow(RangeError);
    expect(() => solve(atoms, signals, Number.NaN, { precision })).toThrow(RangeError);
    expect(() => jointCodes(atoms, signals, 1, empty(3, 60), { precision }, kernels)).toThrow(RangeError);
    expect(() => solve(atoms, normals(4, 39), 1, { precision })).toThrow(RangeError);
  });
});

describe('turned signals by the kernels', () => {
  it.each([
    ['an even number', normals(12, 5), 5],
    ['an odd number', normals(13, 5), 5],
    ['low rank', product(normals(31, 2), normals(2, 6)), 2],
    ['columns that are nearly the same', normals(20, 1), 1],
  ])('are the signals again: %s', (_case, given, rank) => {
    const nearly = _case.startsWith('columns');
    const signals = nearly
      ? denseMatrix(
          20,
          2,
          [...given.values].flatMap((value, i) => [value, value + (i === 3 ? 1e-6 : 0)]),
        )
      : given;
    const { turn, turned } = turnSignals(signals, kernels);
    expect(largestDifference(product(turn, turned).values, signals.values)).toBeLessThan(1e-13);
    const gram = gramOfRows(transposed(turn));
    const kept = Array.from({ length: gram.rows }, (_, i) => i).filter(
      (i) => gram.values[i * gram.rows + i]! > 0,
    );
    expect(kept.length).toBe(nearly ? 2 : rank);
    for (const i of kept)
      for (const j of kept) expect(gram.values[i * gram.rows + j]).toBeCloseTo(i === j ? 1 : 0, 13);
  });
});
