import { describe, expect, it } from 'vitest';
import { learnByLasso } from '../../../../src-main/numerics/dictionary/lasso-learning.ts';
import { denseMatrix, rowOf, type DenseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { gramOfRows } from '../../../../src-main/numerics/linalg/products.ts';
import { squaredNorm } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { homotopyCodes } from '../../../../src-main/numerics/sparse/homotopy-codes.ts';
import { lassoKktResidual } from '../../../../src-main/numerics/sparse/lasso-problem.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from './regression-problem.ts';

const kernels = loadKernels();
const random = createRandom(53, 'homotopy-kernels');

/** Random rows of unit norm; with `likeness` they lean towards one another. */
function unitRows(rows: number, columns: number, likeness = 0): DenseMatrix {
  const matrix = denseMatrix(
    rows,
    columns,
    Float64Array.from({ length: rows * columns }, () => random.normal() + likeness),
  );
  for (let k = 0; k < rows; k++) {
    const row = rowOf(matrix, k);
    const norm = Math.sqrt(squaredNorm(row));
    row.forEach((value, i) => (row[i] = value / norm));
  }
  return matrix;
}

function both(
  atoms: DenseMatrix,
  signals: DenseMatrix,
  penalty: number,
  nonNegative = false,
): { fast: DenseMatrix; plain: DenseMatrix } {
  const room = () => denseMatrix(signals.rows, atoms.rows, new Float64Array(signals.rows * atoms.rows));
  const [fast, plain] = [room().values.fill(7), room()];
  const codes = denseMatrix(signals.rows, atoms.rows, fast);
  const mark = kernels.mark();
  homotopyCodes(atoms, signals, penalty, codes, { nonNegative }, gramOfRows(atoms), kernels);
  expect(kernels.mark()).toBe(mark);
  homotopyCodes(atoms, signals, penalty, plain, { nonNegative });
  return { fast: codes, plain };
}

describe.each([
  [80, 40, 0],
  [31, 50, 0],
  [65, 33, 1],
  [3, 2, 0],
  [1, 5, 0],
])('lasso codes by the kernels, %i atoms of %i numbers leaning by %d', (count, dimension, likeness) => {
  const atoms = unitRows(count, dimension, likeness);
  // More than one block, the last not full.
  const signals = unitRows(70, dimension, likeness);

  it.each([
    [0.3, false],
    [0.05, false],
    [0.01, true],
  ])('with penalty %d are those of the reference; non-negative: %s', (penalty, nonNegative) => {
    const { fast, plain } = both(atoms, signals, penalty, nonNegative);
    expect(largestDifference(fast.values, plain.values)).toBeLessThan(1e-11);
    for (let i = 0; i < signals.rows; i++) {
      const problem = { atoms, signal: rowOf(signals, i), penalty, nonNegative };
      expect(lassoKktResidual(problem, rowOf(fast, i))).toBeLessThan(1e-12);
    }
  });
});

describe('lasso codes by the kernels', () => {
  const atoms = unitRows(12, 8);

  it('are nothing where the penalty is greater than every correlation, or the signal is 0', () => {
    const signals = denseMatrix(2, 8, new Float64Array(16));
    signals.values.set(rowOf(atoms, 0));
    expect([...both(atoms, signals, 1.01).fast.values]).toEqual(Array<number>(24).fill(0));
  });

  it('leave an atom of zeros alone, and do as the reference with one that is there twice', () => {
    atoms.values.fill(0, 8, 16);
    rowOf(atoms, 5).set(rowOf(atoms, 4));
    const signals = unitRows(40, 8);
    const { fast, plain } = both(atoms, signals, 0.02);
    expect(largestDifference(fast.values, plain.values)).toBeLessThan(1e-11);
  });

  it('end the path at no penalty where the reference does', () => {
    const { fast, plain } = both(unitRows(6, 9), unitRows(5, 9), 0);
    expect(largestDifference(fast.values, plain.values)).toBeLessThan(1e-11);
  });
});

describe('dictionary learning by the lasso with kernels', () => {
  it.each([false, true])('falls as that of the reference, non-negative: %s', (nonNegative) => {
    const signals = unitRows(120, 16);
    if (nonNegative) signals.values.forEach((value, i) => (signals.values[i] = Math.abs(value)));
    const start = () => denseMatrix(10, 16, signals.values.slice(0, 160));
    const settings = { penalty: 0.1, iterations: 5, nonNegative, tolerance: 1e-13 };
    const [fast, plain] = [start(), start()];
    const objective = learnByLasso(signals, fast, settings, kernels);
    expect(largestDifference(objective, learnByLasso(signals, plain, settings))).toBeLessThan(1e-12);
    expect(largestDifference(fast.values, plain.values)).toBeLessThan(1e-10);
    expect(objective).toEqual([...objective].sort((a, b) => b - a));
  });
});
