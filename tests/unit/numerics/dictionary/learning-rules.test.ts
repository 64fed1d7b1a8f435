import { describe, expect, it } from 'vitest';
import { codeResiduals, residualEnergy } from '../../../../src-main/numerics/dictionary/code-products.ts';
import { lassoCoder, pursuitCoder } from '../../../../src-main/numerics/dictionary/coder.ts';
import { learnByLasso } from '../../../../src-main/numerics/dictionary/lasso-learning.ts';
import {
  learnMaskedKsvd,
  observedResiduals,
  updateMaskedAtoms,
} from '../../../../src-main/numerics/dictionary/masked-ksvd.ts';
import {
  learnByMod,
  modUpdate,
} from '../../../../src-main/numerics/dictionary/method-of-optimal-directions.ts';
import {
  hebbianStep,
  learnByOlshausenField,
  sparseCodingEnergy,
} from '../../../../src-main/numerics/dictionary/olshausen-field.ts';
import { denseMatrix, type DenseMatrix } from '../../../../src-main/numerics/linalg/dense-matrix.ts';
import { squaredNorm } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { maskedCodes } from '../../../../src-main/numerics/sparse/masked-codes.ts';
import { plantedProblem, recovered, rowNorms } from './planted.ts';

const shape = { atomCount: 20, dimension: 12, count: 500, nonzeros: 2 };
const planted = plantedProblem({ ...shape, decibels: Infinity, seed: 4 });
const signals = denseMatrix(shape.count, shape.dimension, planted.patches);

/** The first signals, normalised. */
function startingAtoms(from: DenseMatrix = signals, atomCount = shape.atomCount): DenseMatrix {
  const values = from.values.slice(0, atomCount * from.columns);
  for (let k = 0; k < atomCount; k++) {
    const atom = values.subarray(k * from.columns, (k + 1) * from.columns);
    const norm = Math.sqrt(squaredNorm(atom));
    atom.forEach((value, a) => (atom[a] = value / norm));
  }
  return denseMatrix(atomCount, from.columns, values);
}

function emptyCodes(): DenseMatrix {
  return denseMatrix(shape.count, shape.atomCount, new Float64Array(shape.count * shape.atomCount));
}

const singles = (atoms: DenseMatrix) => Float32Array.from(atoms.values);

describe('the method of optimal directions', () => {
  it('never raises the residual of given codes, and keeps what unit atoms rebuild', () => {
    const atoms = startingAtoms();
    const codes = emptyCodes();
    pursuitCoder(2)(atoms, signals, codes);
    const before = residualEnergy(atoms, signals, codes);
    modUpdate(signals, codes, atoms);
    expect(residualEnergy(atoms, signals, codes)).toBeLessThan(before);
    for (const norm of rowNorms(singles(atoms), shape.dimension)) expect(norm).toBeCloseTo(1, 6);
    // At the optimum for these codes the residual is orthogonal to them.
    const step = hebbianStep(atoms, signals, codes);
    expect(Math.max(...step.values.map(Math.abs))).toBeLessThan(1e-9);
  });

  it('recovers most of a planted dictionary', () => {
    const atoms = startingAtoms();
    const objective = learnByMod(signals, atoms, { coder: pursuitCoder(2), iterations: 25 });
    expect(objective.at(-1)).toBeLessThan(objective[0]! / 5);
    expect(recovered(planted.atoms, singles(atoms), shape.dimension)).toBeGreaterThan(0.7);
  });
});

describe('the rule of Olshausen and Field', () => {
  const penalty = 0.2;

  it('moves along the gradient of the energy, codes following', () => {
    const few = denseMatrix(30, shape.dimension, signals.values.slice(0, 30 * shape.dimension));
    const atoms = startingAtoms();
    const energyOf = (values: Float64Array) => {
      const moved = denseMatrix(shape.atomCount, shape.dimension, values);
      const codes = denseMatrix(30, shape.atomCount, new Float64Array(30 * shape.atomCount));
      lassoCoder(penalty, { tolerance: 1e-12 })(moved, few, codes);
      return { energy: sparseCodingEnergy(moved, few, codes, penalty), codes };
    };
    const step = hebbianStep(atoms, few, energyOf(atoms.values).codes);
    for (const at of [0, 17, 101, 239]) {
      const shifted = (by: number) => atoms.values.map((value, i) => (i === at ? value + by : value));
      const slope = (energyOf(shifted(1e-5)).energy - energyOf(shifted(-1e-5)).energy) / 2e-5;
      expect(-step.values[at]!).toBeCloseTo(slope, 6);
    }
  });

  it('lowers the energy and recovers planted atoms', () => {
    const atoms = startingAtoms();
    const options = { coder: lassoCoder(penalty), penalty, batch: 100, updates: 200, seed: 1 };
    const energies = learnByOlshausenField(signals, atoms, options);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(energies.slice(-20))).toBeLessThan(0.9 * mean(energies.slice(0, 5)));
    expect(recovered(planted.atoms, singles(atoms), shape.dimension)).toBeGreaterThan(0.7);
  });
});

describe('learning by lasso codes', () => {
  it.each([false, true])('never raises the objective (non-negative: %s)', (nonNegative) => {
    const data = nonNegative ? { ...signals, values: signals.values.map(Math.abs) } : signals;
    const atoms = startingAtoms(data);
    const objective = learnByLasso(data, atoms, { penalty: 0.3, iterations: 6, nonNegative });
    objective.forEach((value, i) => {
      if (i > 0) expect(value).toBeLessThanOrEqual(objective[i - 1]! * (1 + 1e-9));
    });
    expect(objective.at(-1)).toBeLessThan(objective[0]!);
    if (nonNegative) expect(Math.min(...atoms.values)).toBeGreaterThanOrEqual(0);
  });

  it('refuses negative atoms where there may be none', () => {
    const options = { penalty: 0.1, iterations: 1, nonNegative: true };
    expect(() => learnByLasso(signals, startingAtoms(), options)).toThrow(RangeError);
  });
});

describe('K-SVD with missing values', () => {
  const random = createRandom(3, 'gaps');
  const mask = Uint8Array.from(signals.values, () => (random.uniform() < 0.25 ? 0 : 1));

  it('never raises the observed error in an update of the atoms', () => {
    const atoms = startingAtoms();
    const codes = emptyCodes();
    maskedCodes(atoms, signals, mask, { nonzeros: 2 }, codes);
    const residuals = observedResiduals(signals, mask, atoms, codes);
    let before = squaredNorm(residuals.values);
    for (let sweep = 0; sweep < 5; sweep++) {
      updateMaskedAtoms(mask, atoms, codes, residuals);
      const after = squaredNorm(residuals.values);
      expect(after).toBeLessThanOrEqual(before);
      before = after;
    }
    // The residuals that followed are those of the codes.
    expect(squaredNorm(observedResiduals(signals, mask, atoms, codes).values)).toBeCloseTo(before, 9);
  });

  it('never raises the error in which guesses of missing values weigh less than observed ones', () => {
    const atoms = startingAtoms();
    const codes = emptyCodes();
    maskedCodes(atoms, signals, mask, { nonzeros: 2 }, codes);
    const residuals = codeResiduals(atoms, signals, codes);
    const error = ({ values }: typeof residuals) =>
      values.reduce((sum, value, i) => sum + (mask[i] === 0 ? 0.3 : 1) * value * value, 0);
    let before = error(residuals);
    for (let sweep = 0; sweep < 5; sweep++) {
      updateMaskedAtoms(mask, atoms, codes, residuals, { missingWeight: 0.3 });
      expect(error(residuals)).toBeLessThanOrEqual(before);
      before = error(residuals);
    }
    expect(error(codeResiduals(atoms, signals, codes))).toBeCloseTo(before, 9);
  });

  it('recovers most of a planted dictionary from signals with a quarter missing', () => {
    const atoms = startingAtoms();
    const errors: number[] = [];
    learnMaskedKsvd(signals, mask, atoms, {
      nonzeros: 2,
      iterations: 24,
      onIteration: (error) => errors.push(error),
    });
    expect(errors.at(-1)).toBeLessThan(errors[0]! / 3);
    expect(recovered(planted.atoms, singles(atoms), shape.dimension)).toBeGreaterThan(0.7);
  });
});
