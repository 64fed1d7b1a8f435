import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { gramMatrix, innerProduct, residualOf } from '../../../../src-main/numerics/reference/linear-maps.ts';
import {
  batchOmp,
  correlations,
  createCodes,
  prepareDictionary,
  reconstruct,
  residuals,
} from '../../../../src-main/numerics/sparse/batch-omp.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { randomAtoms, rowsOf } from './planted.ts';

const dimension = 27;
const atomCount = 45;
const count = 38;
const kernels = loadKernels();
const random = createRandom(1);
const atoms = randomAtoms(random, atomCount, dimension);
const reference = { atoms: rowsOf(atoms, dimension) };
const dictionary = prepareDictionary(kernels, atoms, { atomCount, dimension });
const signals = kernels.copyF32(Array.from({ length: count * dimension }, () => random.normal()));

describe('products with a dictionary', () => {
  it('have the Gram matrix of the reference, its padding zero', () => {
    const expected = gramMatrix(reference);
    const { gram, paddedAtomCount } = dictionary;
    for (let row = 0; row < atomCount; row += 1) {
      for (let column = 0; column < paddedAtomCount; column += 1) {
        const value = gram.view[row * paddedAtomCount + column]!;
        if (column < atomCount)
          expect(Math.abs(value - expected[row * atomCount + column]!)).toBeLessThan(1e-6);
        else expect(value).toBe(0);
      }
    }
  });

  it('have the correlations of the reference', () => {
    const out = kernels.f32(count * dictionary.paddedAtomCount);
    correlations(kernels, dictionary, signals, count, out);
    rowsOf(signals.view, dimension).forEach((signal, i) => {
      reference.atoms.forEach((atom, k) => {
        const value = out.view[i * dictionary.paddedAtomCount + k]!;
        expect(Math.abs(value - innerProduct(atom, signal))).toBeLessThan(5e-6);
      });
    });
  });

  it('rebuild signals from their codes, and what they rebuild and leave adds up to the signal', () => {
    const codes = createCodes(kernels, count, 5);
    batchOmp(kernels, dictionary, signals, count, { nonzeros: 5, errorTarget: 8 }, codes);
    const rebuilt = kernels.f32(count * dimension);
    const left = kernels.f32(count * dimension);
    reconstruct(kernels, dictionary, codes, count, rebuilt);
    residuals(kernels, dictionary, signals, codes, count, left);
    rowsOf(signals.view, dimension).forEach((signal, i) => {
      const size = codes.sizes.view[i]!;
      const indices = Array.from(codes.indices.view.subarray(i * 5, i * 5 + size));
      const coefficients = Array.from(codes.coefficients.view.subarray(i * 5, i * 5 + size));
      residualOf(reference, signal, indices, coefficients).forEach((expected, j) => {
        expect(Math.abs(left.view[i * dimension + j]! - expected)).toBeLessThan(2e-6);
        expect(Math.abs(rebuilt.view[i * dimension + j]! - (signal[j]! - expected))).toBeLessThan(2e-6);
      });
    });
  });

  it('may leave residuals in place of the signals', () => {
    const codes = createCodes(kernels, count, 3);
    batchOmp(kernels, dictionary, signals, count, { nonzeros: 3, errorTarget: 0 }, codes);
    const apart = kernels.f32(count * dimension);
    residuals(kernels, dictionary, signals, codes, count, apart);
    const inPlace = kernels.copyF32(signals.view);
    residuals(kernels, dictionary, inPlace, codes, count, inPlace);
    expect(inPlace.view).toEqual(apart.view);
  });
});
