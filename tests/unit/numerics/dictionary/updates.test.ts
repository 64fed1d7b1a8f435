import { describe, expect, it } from 'vitest';

import { listAtomUsers } from '../../../../src-main/numerics/dictionary/atom-users.ts';
import { codePatches, holdPatches } from '../../../../src-main/numerics/dictionary/coded-patches.ts';
import { updateAtoms } from '../../../../src-main/numerics/dictionary/ksvd.ts';
import { updateAtomsFromSums } from '../../../../src-main/numerics/dictionary/online.ts';
import { addToSums, createSums } from '../../../../src-main/numerics/dictionary/online-statistics.ts';
import {
  approximateKsvdSweep,
  onlineSums,
  onlineSweep,
} from '../../../../src-main/numerics/reference/dictionary-updates.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { plantedProblem } from './planted.ts';

const kernels = loadKernels();

function toRows(matrix: ArrayLike<number>, length: number): number[][] {
  const numbers = Array.from(matrix);
  return Array.from({ length: numbers.length / length }, (_, i) =>
    numbers.slice(i * length, (i + 1) * length),
  );
}

function problem(dimension: number, atomCount: number, count: number) {
  const shape = { atomCount, dimension, nonzeros: 3 };
  const { patches } = plantedProblem({ ...shape, count, decibels: 20, seed: 1 });
  const { atoms } = plantedProblem({ ...shape, count: 1, decibels: 20, seed: 2 });
  const held = holdPatches(kernels, patches, { count, dimension, nonzeros: 3 });
  const region = kernels.copyF32(atoms);
  codePatches(kernels, held, region);
  const codes = toRows(new Float32Array(count * atomCount), atomCount);
  held.codes.indices.view.forEach((atom, place) => {
    if (atom >= 0) codes[Math.floor(place / 3)]![atom] = held.codes.coefficients.view[place]!;
  });
  return {
    held,
    region,
    rows: { signals: toRows(patches, dimension), codes, atoms: toRows(atoms, dimension) },
  };
}

function largestDifference(actual: ArrayLike<number>, expected: number[][]): number {
  return expected.flat().reduce((most, entry, i) => Math.max(most, Math.abs(entry - actual[i]!)), 0);
}

describe.each([
  [16, 20, 100],
  [25, 30, 101],
  [7, 9, 33],
  [64, 40, 60],
])('single-precision kernels for %d values, %d atoms, %d patches', (dimension, atomCount, count) => {
  it('sweep approximate K-SVD as double precision does', () => {
    const { held, region, rows } = problem(dimension, atomCount, count);
    const expected = approximateKsvdSweep(rows.signals, rows.codes, rows.atoms);
    const users = listAtomUsers(kernels, held.codes, count, atomCount);
    updateAtoms(kernels, held, users, region, 'approximate-ksvd');
    expect(largestDifference(region.view, expected.atoms)).toBeLessThan(1e-4);
  });

  it('sum and sweep online learning as double precision does', () => {
    const { held, region, rows } = problem(dimension, atomCount, count);
    const { A, B } = onlineSums(rows.signals, rows.codes);
    const sums = createSums(kernels, atomCount, dimension);
    addToSums(kernels, sums, held.codes, held.signals, count, 1);
    expect(largestDifference(sums.codeProducts.view, A)).toBeLessThan(1e-3);
    expect(largestDifference(sums.patchProducts.view, B)).toBeLessThan(1e-3);
    updateAtomsFromSums(kernels, region, sums);
    expect(largestDifference(region.view, onlineSweep(A, B, rows.atoms))).toBeLessThan(1e-3);
  });
});
