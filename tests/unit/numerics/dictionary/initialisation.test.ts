import { describe, expect, it } from 'vitest';

import { atomsFromPatches } from '../../../../src-main/numerics/dictionary/data-initialisation.ts';
import { dctDictionary } from '../../../../src-main/numerics/dictionary/dct.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { plantedProblem, rowNorms } from './planted.ts';

function largestCorrelation(atoms: Float32Array, dimension: number): number {
  let largest = 0;
  for (let i = 0; i < atoms.length; i += dimension) {
    for (let j = 0; j < i; j += dimension) {
      let product = 0;
      for (let a = 0; a < dimension; a++) product += atoms[i + a]! * atoms[j + a]!;
      largest = Math.max(largest, Math.abs(product));
    }
  }
  return largest;
}

describe('the DCT dictionary', () => {
  it.each([
    [8, 8, 128],
    [8, 8, 64],
    [7, 5, 100],
    [16, 1, 20],
    [1, 16, 20],
    [4, 4, 15],
  ])('of %d x %d pixels has %d different unit-norm atoms without mean', (width, height, atoms) => {
    const dictionary = dctDictionary({ width, height, atoms });
    const norms = rowNorms(dictionary, width * height);
    expect(norms).toHaveLength(atoms);
    for (const norm of norms) expect(Math.abs(norm - 1)).toBeLessThan(1e-6);
    expect(largestCorrelation(dictionary, width * height)).toBeLessThan(0.9999);
    for (let k = 0; k < atoms; k++) {
      const atom = dictionary.subarray(k * width * height, (k + 1) * width * height);
      expect(Math.abs(atom.reduce((sum, entry) => sum + entry, 0))).toBeLessThan(1e-5);
    }
  });

  it('is the orthonormal DCT-II when it is not overcomplete', () => {
    const dictionary = dctDictionary({ width: 8, height: 8, atoms: 64, constantAtom: true });
    expect(largestCorrelation(dictionary, 64)).toBeLessThan(1e-6);
    for (const entry of dictionary.subarray(0, 64)) expect(entry).toBeCloseTo(1 / 8, 6);
  });

  it('refuses lengths that are no positive integers', () => {
    expect(() => dctDictionary({ width: 0, height: 8, atoms: 8 })).toThrow(RangeError);
    expect(() => dctDictionary({ width: 8, height: 2.5, atoms: 8 })).toThrow(RangeError);
  });
});

describe('atoms from training patches', () => {
  it('are distinct unit-norm patches, the same for the same seed', () => {
    const { patches } = plantedProblem({
      atomCount: 30,
      dimension: 16,
      count: 400,
      nonzeros: 3,
      decibels: 20,
      seed: 4,
    });
    // Every patch comes twice, and a quarter of them are flat.
    patches.set(patches.subarray(0, 200 * 16), 200 * 16);
    for (let row = 0; row < 400; row += 4) patches.fill(1e-6, row * 16, row * 16 + 16);
    const atoms = atomsFromPatches(patches, 400, 64, createRandom(1));
    for (const norm of rowNorms(atoms, 16)) expect(Math.abs(norm - 1)).toBeLessThan(1e-6);
    expect(largestCorrelation(atoms, 16)).toBeLessThanOrEqual(0.9901);
    expect(atomsFromPatches(patches, 400, 64, createRandom(1))).toEqual(atoms);
  });

  it('are noise without mean where surfaces are flat', () => {
    const atoms = atomsFromPatches(new Float32Array(100 * 16), 100, 8, createRandom(1));
    for (const norm of rowNorms(atoms, 16)) expect(Math.abs(norm - 1)).toBeLessThan(1e-6);
    for (let k = 0; k < 8; k++)
      expect(Math.abs(atoms.subarray(k * 16, k * 16 + 16).reduce((sum, x) => sum + x, 0))).toBeLessThan(1e-5);
  });
});
