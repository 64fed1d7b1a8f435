import { describe, expect, it } from 'vitest';
import {
  codeSums,
  residualEnergy,
  residualSums,
} from '../../../../src-main/numerics/dictionary/code-products.ts';
import { lassoCoder, priorCoder, pursuitCoder } from '../../../../src-main/numerics/dictionary/coder.ts';
import { learnByLasso } from '../../../../src-main/numerics/dictionary/lasso-learning.ts';
import { learnByMod } from '../../../../src-main/numerics/dictionary/method-of-optimal-directions.ts';
import { learnByOlshausenField } from '../../../../src-main/numerics/dictionary/olshausen-field.ts';
import { denseMatrix, type DenseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { cauchyPrior, gaussianPrior, laplacePrior } from '../../../../src-main/numerics/sparse/priors.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';
import { plantedProblem, recovered } from './planted.ts';

const kernels = loadKernels();
const single = 'single';
const shape = { atomCount: 20, dimension: 12, count: 500, nonzeros: 2 };
const planted = plantedProblem({ ...shape, decibels: Infinity, seed: 4 });
const signals = denseMatrix(shape.count, shape.dimension, planted.patches);

/** Twice the same unit vectors, drawn at random: where two runs of learning start. */
function startingAtoms(): [DenseMatrix, DenseMatrix] {
  const { atoms } = plantedProblem({ ...shape, decibels: Infinity, seed: 11 });
  const start = () => denseMatrix(shape.atomCount, shape.dimension, atoms);
  return [start(), start()];
}

describe.each([
  [500, 20, 12],
  [2500, 16, 8],
  [7, 3, 5],
  [1, 1, 1],
])('products of %i codes over %i atoms of %i numbers, in single precision', (count, atomCount, dimension) => {
  const random = createRandom(9, `code-products/${count}`);
  const normal = (rows: number, columns: number, share = 1) =>
    denseMatrix(
      rows,
      columns,
      Float64Array.from({ length: rows * columns }, () =>
        random.uniform() < share ? Math.fround(random.normal()) : 0,
      ),
    );
  const atoms = normal(atomCount, dimension);
  const data = normal(count, dimension);
  const codes = normal(count, atomCount, 0.3);
  const rounding = 1e-6 * count;

  it('are those in double precision', () => {
    const left = residualSums(atoms, data, codes, kernels);
    const reference = residualSums(atoms, data, codes);
    expect(left.energy / reference.energy).toBeCloseTo(1, 5);
    expect(residualEnergy(atoms, data, codes, kernels)).toBe(left.energy);
    expect(largestDifference(left.products.values, reference.products.values)).toBeLessThan(10 * rounding);
    const sums = codeSums(data, codes, kernels);
    const expected = codeSums(data, codes);
    expect(largestDifference(sums.codeProducts.values, expected.codeProducts.values)).toBeLessThan(rounding);
    expect(largestDifference(sums.signalProducts.values, expected.signalProducts.values)).toBeLessThan(
      rounding,
    );
  });

  it('leave the kernels as they were', () => {
    const before = kernels.mark();
    codeSums(data, codes, kernels);
    residualSums(atoms, data, codes, kernels);
    expect(kernels.mark()).toBe(before);
  });
});

it('products refuse codes that do not fit', () => {
  const [atoms] = startingAtoms();
  const codes = denseMatrix(3, shape.atomCount, new Float64Array(3 * shape.atomCount));
  expect(() => residualEnergy(atoms, signals, codes, kernels)).toThrow(RangeError);
  expect(() => codeSums(signals, codes, kernels)).toThrow(RangeError);
});

describe('coders in single precision', () => {
  const [atoms] = startingAtoms();
  const codedBy = (coder: ReturnType<typeof lassoCoder>) => {
    const codes = denseMatrix(shape.count, shape.atomCount, new Float64Array(shape.count * shape.atomCount));
    coder(atoms, signals, codes);
    return codes.values;
  };

  it.each([
    ['by pursuit', pursuitCoder(2, kernels), pursuitCoder(2)],
    ['by the lasso', lassoCoder(0.2, { precision: single }, kernels), lassoCoder(0.2)],
    [
      'by the non-negative lasso',
      lassoCoder(0.2, { precision: single, nonNegative: true }, kernels),
      lassoCoder(0.2, { nonNegative: true }),
    ],
    ['under the Gaussian prior', priorCoder(gaussianPrior, 0.2, {}, kernels), priorCoder(gaussianPrior, 0.2)],
    ['under the Cauchy prior', priorCoder(cauchyPrior, 0.05, {}, kernels), priorCoder(cauchyPrior, 0.05)],
  ])('find the same codes %s', (_, coder, reference) => {
    // Where atoms are alike, codes differ by more than their optimality conditions.
    expect(largestDifference(codedBy(coder), codedBy(reference))).toBeLessThan(3e-3);
  });

  it('refuse a prior that they do not have', () => {
    expect(() => priorCoder(laplacePrior, 0.2, {}, kernels)).toThrow(RangeError);
  });
});

describe('learning in single precision', () => {
  it('by optimal directions goes the way of double precision, and recovers planted atoms', () => {
    const [atoms, reference] = startingAtoms();
    const objective = learnByMod(
      signals,
      atoms,
      { coder: pursuitCoder(2, kernels), iterations: 40 },
      kernels,
    );
    const expected = learnByMod(signals, reference, { coder: pursuitCoder(2), iterations: 40 });
    for (const i of [0, 1, 2]) expect(objective[i]! / expected[i]!).toBeCloseTo(1, 3);
    expect(recovered(planted.atoms, Float32Array.from(atoms.values), shape.dimension)).toBeGreaterThan(0.7);
  });

  it('by the rule of Olshausen and Field goes the way of double precision', () => {
    const [atoms, reference] = startingAtoms();
    const options = { penalty: 0.2, batch: 100, updates: 20, seed: 1 };
    const coder = lassoCoder(0.2, { precision: single }, kernels);
    const energies = learnByOlshausenField(signals, atoms, { ...options, coder, precision: single }, kernels);
    const expected = learnByOlshausenField(signals, reference, { ...options, coder: lassoCoder(0.2) });
    energies.forEach((energy, i) => expect(energy / expected[i]!).toBeCloseTo(1, 3));
    expect(largestDifference(atoms.values, reference.values)).toBeLessThan(1e-2);
  });

  it('lowers the energy under a prior with heavy tails', () => {
    const [atoms] = startingAtoms();
    const energies = learnByOlshausenField(
      signals,
      atoms,
      {
        coder: priorCoder(cauchyPrior, 0.1, {}, kernels),
        prior: cauchyPrior,
        penalty: 0.1,
        batch: 100,
        updates: 100,
        seed: 1,
        precision: single,
      },
      kernels,
    );
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(energies.slice(-20))).toBeLessThan(0.9 * mean(energies.slice(0, 5)));
  });

  it.each([false, true])('by lasso codes never raises the objective (non-negative: %s)', (nonNegative) => {
    const data = nonNegative ? { ...signals, values: signals.values.map(Math.abs) } : signals;
    const starts = startingAtoms();
    const [atoms, reference] = nonNegative
      ? (starts.map((start) => ({ ...start, values: start.values.map(Math.abs) })) as typeof starts)
      : starts;
    const options = { penalty: 0.3, iterations: 6, nonNegative };
    const objective = learnByLasso(data, atoms, { ...options, precision: single }, kernels);
    const expected = learnByLasso(data, reference, options);
    objective.forEach((value, i) => {
      if (i > 0) expect(value).toBeLessThanOrEqual(objective[i - 1]! * (1 + 1e-6));
      expect(value / expected[i]!).toBeCloseTo(1, 3);
    });
    if (nonNegative) expect(Math.min(...atoms.values)).toBeGreaterThanOrEqual(0);
  });
});
