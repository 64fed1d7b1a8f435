import { describe, expect, it } from 'vitest';

import { replaceUselessAtoms } from '../../../../src-main/numerics/dictionary/atom-replacement.ts';
import { loadKernels } from '../kernels/load-kernels.ts';

const kernels = loadKernels();
const unit = (k: number, scale = 1) => Array.from({ length: 8 }, (_, a) => (a === k ? scale : 0));

function replace(atoms: number[][], uses: number[], patches: number[][], energies: number[]) {
  const region = kernels.copyF32(atoms.flat());
  const replaced = replaceUselessAtoms(kernels, region, 8, {
    uses,
    signals: kernels.copyF32(patches.flat()),
    energies: kernels.copyF32(energies),
    count: patches.length,
  });
  return { replaced, atom: (k: number) => [...region.view.slice(8 * k, 8 * k + 8)] };
}

describe('replacing useless atoms', () => {
  it('gives an unused atom to the worst represented patch, normalised', () => {
    const { replaced, atom } = replace(
      [unit(0), unit(1), unit(2)],
      [10, 0, 10],
      [unit(5, 2), unit(6, 3), unit(7)],
      [4, 9, 1],
    );
    expect(replaced).toEqual([1]);
    expect(atom(1)).toEqual(unit(6));
    expect(atom(0)).toEqual(unit(0));
  });

  it('gives away the less used of two near-duplicates, whatever their signs', () => {
    const { replaced, atom } = replace([unit(0), unit(0, -1), unit(2)], [5, 6, 10], [unit(5)], [1]);
    expect(replaced).toEqual([0]);
    expect(atom(0)).toEqual(unit(5));
  });

  it('never takes the same patch twice, nor one that is an atom already', () => {
    const { replaced, atom } = replace(
      [unit(0), unit(1), unit(2), unit(3)],
      [90, 0, 0, 90],
      [unit(0, 3), unit(5, 2), unit(5, -2), unit(6)],
      [9, 4, 4, 1],
    );
    expect(replaced).toEqual([1, 2]);
    expect(atom(1)).toEqual(unit(5));
    expect(atom(2)).toEqual(unit(6));
  });

  it('leaves atoms alone when every patch is represented', () => {
    expect(replace([unit(0), unit(1)], [9, 0], [unit(0), unit(0)], [0, 1e-14]).replaced).toEqual([]);
  });
});
