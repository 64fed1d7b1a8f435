import { describe, expect, it } from 'vitest';
import { batchOmp, createCodes, prepareDictionary } from '../../src-main/numerics/sparse/batch-omp.ts';
import { loadKernels } from '../unit/numerics/kernels/load-kernels.ts';
import reference from './batch-omp.json' with { type: 'json' };

const { dimension, atoms, signals } = reference;
const count = signals.length / dimension;

function expectCodes(
  expected: typeof reference.bySparsity,
  stopping: { nonzeros: number; errorTarget: number },
): void {
  const kernels = loadKernels();
  const dictionary = prepareDictionary(kernels, Float32Array.from(atoms), {
    atomCount: atoms.length / dimension,
    dimension,
  });
  const codes = createCodes(kernels, count, stopping.nonzeros);
  batchOmp(kernels, dictionary, kernels.copyF32(signals), count, stopping, codes);
  expected.forEach(({ support, coefficients, residualEnergy }, i) => {
    const start = i * stopping.nonzeros;
    const end = start + codes.sizes.view[i]!;
    const found = Array.from(codes.indices.view.subarray(start, end), (atom, j) => ({
      atom,
      coefficient: codes.coefficients.view[start + j]!,
    })).sort((a, b) => a.atom - b.atom);
    expect(found.map(({ atom }) => atom)).toEqual(support);
    found.forEach(({ coefficient }, j) => {
      expect(coefficient).toBeCloseTo(coefficients[j]!, 4);
    });
    expect(codes.residualEnergy.view[i]).toBeCloseTo(residualEnergy, 4);
  });
}

describe('Batch-OMP beside scikit-learn', () => {
  it('finds the same codes for a given number of atoms', () => {
    expectCodes(reference.bySparsity, { nonzeros: reference.nonzeros, errorTarget: 0 });
  });

  it('finds the same codes for a given error', () => {
    expectCodes(reference.byError, { nonzeros: dimension, errorTarget: reference.errorTarget });
  });
});
