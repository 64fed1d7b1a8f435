import { describe, expect, it } from 'vitest';

import { listAtomUsers } from '../../src-main/numerics/dictionary/atom-users.ts';
import {
  codePatches,
  holdPatches,
  measureResiduals,
} from '../../src-main/numerics/dictionary/coded-patches.ts';
import { updateAtoms } from '../../src-main/numerics/dictionary/ksvd.ts';
import { learnByLasso } from '../../src-main/numerics/dictionary/lasso-learning.ts';
import { learnDictionary } from '../../src-main/numerics/dictionary/learn.ts';
import { updateAtomsFromSums } from '../../src-main/numerics/dictionary/online.ts';
import { addToSums, createSums } from '../../src-main/numerics/dictionary/online-statistics.ts';
import { denseMatrix } from '../../src-main/numerics/linalg/dense-matrix.ts';
import { loadKernels } from '../unit/numerics/kernels/load-kernels.ts';
import { largestDifference } from '../unit/numerics/sparse/regression-problem.ts';
import reference from './dictionary-learning.json' with { type: 'json' };

const kernels = loadKernels();
const { atomCount, dimension, count, nonzeros } = reference;

function codedReference(order = Array.from({ length: atomCount }, (_, k) => k)) {
  const patches = holdPatches(kernels, Float32Array.from(reference.patches), { count, dimension, nonzeros });
  const atoms = kernels.f32(atomCount * dimension);
  order.forEach((from, to) => {
    atoms.view.set(reference.atoms.slice(from * dimension, (from + 1) * dimension), to * dimension);
  });
  return { patches, atoms, objective: codePatches(kernels, patches, atoms) };
}

describe('dictionary learning', () => {
  it('codes patches as the OMP of scikit-learn does', () => {
    const { patches, objective } = codedReference();
    const indices = patches.codes.indices.view;
    const coefficients = patches.codes.coefficients.view;
    for (let row = 0; row < reference.codes.signals; row++) {
      const pairs = Array.from({ length: nonzeros }, (_, j) => [
        indices[row * nonzeros + j]!,
        coefficients[row * nonzeros + j]!,
      ]).sort((p, q) => p[0]! - q[0]!);
      expect(pairs.map(([atom]) => atom)).toEqual(reference.codes.support[row]);
      pairs.forEach(([, coefficient], j) => {
        expect(coefficient).toBeCloseTo(reference.codes.coefficients[row]![j]!, 4);
      });
    }
    expect(objective).toBeCloseTo(reference.objective, 5);
  });

  it('by one sweep of exact K-SVD gives the atoms that numpy gives by singular value decompositions', () => {
    const { patches, atoms } = codedReference();
    updateAtoms(kernels, patches, listAtomUsers(kernels, patches.codes, count, atomCount), atoms, 'ksvd');
    const worst = atoms.view.reduce(
      (most, entry, i) => Math.max(most, Math.abs(entry - reference.ksvdSweep.atoms[i]!)),
      0,
    );
    expect(worst).toBeLessThan(1e-4);
    expect(measureResiduals(kernels, patches)).toBeCloseTo(reference.ksvdSweep.objective, 5);
  });

  it('moves an atom in online learning to where scikit-learn moves it', () => {
    for (const { atom, updated } of reference.onlineUpdate) {
      const order = [atom, ...Array.from({ length: atomCount }, (_, k) => k).filter((k) => k !== atom)];
      const { patches, atoms } = codedReference(order);
      const sums = createSums(kernels, atomCount, dimension);
      addToSums(kernels, sums, patches.codes, patches.signals, count, 1);
      updateAtomsFromSums(kernels, atoms, sums);
      updated.forEach((entry, a) => {
        expect(atoms.view[a]).toBeCloseTo(entry, 4);
      });
    }
  });

  it.each([
    ['plain', 'double', undefined],
    ['nonNegative', 'double', undefined],
    ['plain', 'single', kernels],
    ['nonNegative', 'single', kernels],
  ] as const)(
    'by the lasso (%s, %s precision) goes the way of scikit-learn',
    (kind, precision, available) => {
      const { penalty, iterations, [kind]: expected } = reference.lassoLearning;
      const nonNegative = kind === 'nonNegative';
      const sign = nonNegative ? Math.abs : (value: number) => value;
      const signals = denseMatrix(count, dimension, Float64Array.from(reference.patches, sign));
      const atoms = denseMatrix(atomCount, dimension, Float64Array.from(reference.atoms, sign));
      const options = { penalty, iterations, nonNegative, precision };
      const objective = learnByLasso(signals, atoms, options, available);
      // Scikit-learn stops its codes, and sums over the signals.
      objective.forEach((value, i) => expect((value * count) / expected.objective[i]!).toBeCloseTo(1, 3));
      expect(largestDifference(atoms.values, expected.atoms)).toBeLessThan(0.02);
    },
  );

  it.each(['ksvd', 'approximate-ksvd', 'online'] as const)(
    'by %s leaves no more unexplained than MiniBatchDictionaryLearning of scikit-learn',
    (method) => {
      const learnt = learnDictionary(kernels, Float32Array.from(reference.patches), count, {
        method,
        atoms: atomCount,
        nonzeros,
        iterations: 50,
        initialisation: 'data',
        seed: 1,
      });
      expect(learnt.objective.at(-1)).toBeLessThan(reference.minibatch.objective);
    },
  );
});
