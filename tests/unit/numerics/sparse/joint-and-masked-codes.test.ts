import { describe, expect, it } from 'vitest';
import { denseMatrix, rowOf } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { timesTranspose, transposeTimesVector } from '../../../../src-main/numerics/linalg/products.ts';
import { codeResiduals } from '../../../../src-main/numerics/dictionary/code-products.ts';
import { largestMagnitude } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { jointCodes } from '../../../../src-main/numerics/sparse/joint-codes.ts';
import { lassoCoordinateDescent } from '../../../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import { maskedCodes } from '../../../../src-main/numerics/sparse/masked-codes.ts';
import { largestDifference, plantedCode } from './regression-problem.ts';

const random = createRandom(31, 'joint');
const { atoms } = plantedCode({ atomCount: 60, dimension: 40, nonzeros: 1, seed: 31 });
const shared = [3, 17, 40];
const count = 12;
const others = createRandom(32, 'joint');
const normals = (length: number) => Float64Array.from({ length }, () => others.normal());
const truth = denseMatrix(count, 60, new Float64Array(count * 60));
for (let i = 0; i < count; i++) for (const k of shared) truth.values[i * 60 + k] = random.normal();
const signals = denseMatrix(count, 40, new Float64Array(count * 40));
for (let i = 0; i < count; i++) transposeTimesVector(atoms, rowOf(truth, i), rowOf(signals, i));

describe('joint codes', () => {
  it('use the atoms that the signals share, and no other', () => {
    const codes = denseMatrix(count, 60, new Float64Array(count * 60));
    const noisy = { ...signals, values: signals.values.map((value) => value + 0.05 * random.normal()) };
    jointCodes(atoms, noisy, 0.5, codes);
    const used = new Set(
      [...codes.values.keys()].filter((at) => codes.values[at] !== 0).map((at) => at % 60),
    );
    expect([...used].sort((a, b) => a - b)).toEqual(shared);
  });

  it.each([
    ['few signals', signals],
    ['more signals than dimensions', denseMatrix(100, 40, normals(4000))],
    [
      'signals of low rank',
      timesTranspose(denseMatrix(60, 2, normals(120)), denseMatrix(40, 2, normals(80))),
    ],
  ])('meet the optimality conditions of the l2,1 norm for %s', (_case, given) => {
    const { rows } = given;
    const codes = denseMatrix(rows, 60, new Float64Array(rows * 60));
    const penalty = 0.3;
    expect(jointCodes(atoms, given, penalty, codes, { tolerance: 1e-10 })).toBe(true);
    const correlations = timesTranspose(codeResiduals(atoms, given, codes), atoms);
    for (let k = 0; k < 60; k++) {
      const x = Array.from({ length: rows }, (_, i) => codes.values[i * 60 + k]!);
      const c = Array.from({ length: rows }, (_, i) => correlations.values[i * 60 + k]!);
      const norm = Math.hypot(...x);
      if (norm === 0) expect(Math.hypot(...c)).toBeLessThan(penalty + 1e-8);
      else
        expect(
          largestDifference(
            c,
            x.map((value) => (penalty * value) / norm),
          ),
        ).toBeLessThan(1e-8);
    }
  });

  it('are least squares without a penalty', () => {
    const few = denseMatrix(8, 40, atoms.values.slice(0, 320));
    const codes = denseMatrix(count, 8, new Float64Array(count * 8));
    expect(jointCodes(few, signals, 0, codes, { tolerance: 1e-12 })).toBe(true);
    const correlations = timesTranspose(codeResiduals(few, signals, codes), few);
    expect(largestMagnitude(correlations.values)).toBeLessThan(1e-9);
  });

  it('of one signal are its lasso code', () => {
    const one = denseMatrix(1, 40, signals.values.slice(0, 40));
    const codes = denseMatrix(1, 60, new Float64Array(60));
    jointCodes(atoms, one, 0.2, codes, { tolerance: 1e-12 });
    const expected = new Float64Array(60);
    lassoCoordinateDescent({ atoms, signal: one.values, penalty: 0.2 }, expected, { tolerance: 1e-14 });
    expect(largestDifference(codes.values, expected)).toBeLessThan(1e-6);
  });
});

describe('codes with missing values', () => {
  it('are the planted ones although half of every signal is missing', () => {
    const mask = Uint8Array.from({ length: count * 40 }, () => (random.uniform() < 0.5 ? 0 : 1));
    const damaged = { ...signals, values: signals.values.map((value, i) => (mask[i] === 0 ? 99 : value)) };
    const codes = denseMatrix(count, 60, new Float64Array(count * 60));
    maskedCodes(atoms, damaged, mask, { nonzeros: 6, errorTarget: 1e-20 }, codes);
    expect(largestDifference(codes.values, truth.values)).toBeLessThan(1e-6);
  });

  it('of nothing are empty', () => {
    const codes = denseMatrix(1, 60, new Float64Array(60).fill(1));
    maskedCodes(atoms, denseMatrix(1, 40, new Float64Array(40)), new Uint8Array(40), { nonzeros: 3 }, codes);
    expect(codes.values.every((value) => value === 0)).toBe(true);
  });
});
