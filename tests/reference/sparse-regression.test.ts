import { describe, expect, it } from 'vitest';
import { denseMatrix, transposed } from '../../src-main/numerics/linalg/dense-matrix.ts';
import { crossValidatedLasso } from '../../src-main/numerics/regression/cross-validated-lasso.ts';
import { lassoPath } from '../../src-main/numerics/regression/lasso-path.ts';
import { jointCodes } from '../../src-main/numerics/sparse/joint-codes.ts';
import { lassoCodes } from '../../src-main/numerics/sparse/lasso-codes.ts';
import { lassoCoordinateDescent } from '../../src-main/numerics/sparse/lasso-coordinate-descent.ts';
import {
  leastAngleRegression,
  type LarsOptions,
} from '../../src-main/numerics/sparse/least-angle-regression.ts';
import { orthogonalMatchingPursuit } from '../../src-main/numerics/sparse/orthogonal-matching-pursuit.ts';
import { largestDifference } from '../unit/numerics/sparse/regression-problem.ts';
import reference from './sparse-regression.json' with { type: 'json' };

const { samples, features, tasks } = reference;
const design = denseMatrix(samples, features, reference.design);
const atoms = transposed(design);
const signal = Float64Array.from(reference.target);
const tolerance = 1e-14;

/** A vector of all features from its non-zeros. */
function dense({ places, values }: { places: number[]; values: number[] }): Float64Array {
  const vector = new Float64Array(features);
  places.forEach((k, i) => (vector[k] = values[i]!));
  return vector;
}

describe('sparse regression beside scikit-learn', () => {
  it('solves the lasso alike, with and without negative coefficients', () => {
    for (const [expected, nonNegative] of [
      [reference.lasso, false],
      [reference.nonNegativeLasso, true],
    ] as const) {
      const penalty = expected.penalty * samples;
      const found = new Float64Array(features);
      lassoCoordinateDescent({ atoms, signal, penalty, nonNegative }, found, { tolerance });
      expect(largestDifference(found, dense(expected))).toBeLessThan(1e-6);
      const codes = denseMatrix(1, features, new Float64Array(features));
      expect(lassoCodes(atoms, denseMatrix(1, samples, signal), penalty, codes, { nonNegative })).toBe(0);
      expect(largestDifference(codes.values, dense(expected))).toBeLessThan(1e-6);
    }
  });

  it.each([
    ['LARS', reference.lars.penalties, reference.lars.knots, { method: 'lars' }],
    ['lasso-LARS', reference.lassoLars.penalties, reference.lassoLars.knots, { method: 'lasso' }],
    [
      'non-negative lasso-LARS',
      // The last of its knots is least squares there, whose coefficients may be negative.
      reference.nonNegativeLassoLars.penalties.slice(0, -1),
      reference.nonNegativeLassoLars.knots,
      { method: 'lasso', nonNegative: true },
    ],
  ] satisfies [string, number[], typeof reference.lars.knots, LarsOptions][])(
    'goes the same path by %s',
    (_name, penalties, knots, options) => {
      const path = leastAngleRegression(atoms, signal, options);
      penalties.forEach((penalty, i) => {
        expect(path.penalties[i]).toBeCloseTo(penalty * samples, 9);
        expect(largestDifference(path.coefficients[i]!, dense(knots[i]!))).toBeLessThan(1e-9);
      });
    },
  );

  it('gives the same regularisation path', () => {
    const { penalties, knots } = reference.lassoPath;
    const path = lassoPath(
      atoms,
      signal,
      Float64Array.from(penalties, (penalty) => penalty * samples),
      { tolerance },
    );
    knots.forEach((knot, i) => {
      const row = path.values.subarray(i * features, (i + 1) * features);
      expect(largestDifference(row, dense(knot))).toBeLessThan(1e-6);
    });
  });

  it('chooses the same penalty by cross-validation', () => {
    const expected = reference.crossValidation;
    const found = crossValidatedLasso(design, signal, { folds: 5, count: 30, tolerance });
    expect(largestDifference(found.penalties, expected.penalties)).toBeLessThan(1e-10);
    expect(largestDifference(found.errors.values, expected.errors)).toBeLessThan(1e-5);
    expect(found.chosen).toBeCloseTo(expected.chosen, 10);
    expect(largestDifference(found.weights, dense(expected.weights))).toBeLessThan(1e-6);
    expect(found.intercept).toBeCloseTo(expected.intercept, 6);
  });

  it('pursues the same atoms with the same coefficients', () => {
    const found = new Float64Array(features);
    const unit = atoms.values.slice();
    for (let k = 0; k < features; k++) {
      const atom = unit.subarray(k * samples, (k + 1) * samples);
      const norm = Math.hypot(...atom);
      atom.forEach((value, i) => (atom[i] = value / norm));
    }
    const { nonzeros } = reference.omp;
    orthogonalMatchingPursuit(denseMatrix(features, samples, unit), signal, { nonzeros }, found);
    expect(largestDifference(found, dense(reference.omp))).toBeLessThan(1e-9);
  });

  it('codes signals jointly as the multi-task lasso does', () => {
    const targets = transposed(denseMatrix(samples, tasks, reference.taskTargets));
    const codes = denseMatrix(tasks, features, new Float64Array(tasks * features));
    expect(jointCodes(atoms, targets, reference.joint.penalty * samples, codes, { tolerance: 1e-10 })).toBe(
      true,
    );
    expect(largestDifference(codes.values, reference.joint.weights)).toBeLessThan(1e-6);
  });
});
