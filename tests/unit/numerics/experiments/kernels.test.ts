import { expect, it } from 'vitest';
import { learnReceptiveFields } from '../../../../src-main/numerics/experiments/receptive-fields.ts';
import { recoverSparseWeights } from '../../../../src-main/numerics/experiments/sparse-recovery.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const kernels = loadKernels();

it('sparse weights are recovered by the kernels as by the reference', () => {
  const fast = recoverSparseWeights({ seed: 4 }, kernels);
  const plain = recoverSparseWeights({ seed: 4 });
  expect(fast.omp.chosen).toEqual(plain.omp.chosen);
  expect(largestDifference(fast.omp.weights, plain.omp.weights)).toBeLessThan(1e-12);
});

it('receptive fields are learnt by the kernels as by the reference', () => {
  const options = {
    seed: 4,
    patchSize: 5,
    atoms: 30,
    patches: 1500,
    batch: 60,
    updates: 25,
    tolerance: 1e-5,
  };
  const fast = learnReceptiveFields(options, kernels);
  const plain = learnReceptiveFields(options);
  // In single precision, over which learning goes its own way in time.
  expect(largestDifference(fast.energies, plain.energies)).toBeLessThan(2e-3);
  expect(largestDifference(fast.atoms.values, plain.atoms.values)).toBeLessThan(1e-2);
  expect(largestDifference(fast.rebuilt.values, plain.rebuilt.values)).toBeLessThan(1e-2);
  expect(fast.activity.zeros / plain.activity.zeros).toBeCloseTo(1, 2);
});
