import { describe, expect, it } from 'vitest';

import { listAtomUsers } from '../../../../src-main/numerics/dictionary/atom-users.ts';
import {
  codePatches,
  holdPatches,
  measureResiduals,
} from '../../../../src-main/numerics/dictionary/coded-patches.ts';
import { updateAtoms } from '../../../../src-main/numerics/dictionary/ksvd.ts';
import { reconstruct, prepareDictionary } from '../../../../src-main/numerics/sparse/batch-omp.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { plantedProblem, rowNorms } from './planted.ts';

const kernels = loadKernels();

/** Codes of a planted problem over another random dictionary; the dimension is no multiple of 4 or 8. */
function codedProblem(dimension = 27) {
  const shape = { atomCount: 40, dimension, nonzeros: 3 };
  const { patches } = plantedProblem({ ...shape, count: 500, decibels: 20, seed: 1 });
  const { atoms } = plantedProblem({ ...shape, count: 1, decibels: 20, seed: 2 });
  const held = holdPatches(kernels, patches, { count: 500, dimension, nonzeros: 3 });
  const atomRegion = kernels.copyF32(atoms);
  const objective = codePatches(kernels, held, atomRegion);
  const users = listAtomUsers(kernels, held.codes, 500, 40);
  return { held, atoms: atomRegion, users, objective };
}

describe('a sweep of K-SVD', () => {
  it.each(['ksvd', 'approximate-ksvd'] as const)(
    'by %s never raises the residual from one sweep to the next with fixed supports',
    (method) => {
      const { held, atoms, users, objective } = codedProblem();
      let before = objective;
      for (let sweep = 0; sweep < 6; sweep++) {
        updateAtoms(kernels, held, users, atoms, method);
        const after = measureResiduals(kernels, held);
        expect(after).toBeLessThanOrEqual(before * (1 + 1e-6));
        before = after;
      }
      expect(before).toBeLessThan(0.8 * objective);
      for (const norm of rowNorms(atoms.view, 27)) expect(Math.abs(norm - 1)).toBeLessThan(1e-6);
    },
  );

  it('lowers the residual at least as much exactly as approximately', () => {
    const [exact, approximate] = (['ksvd', 'approximate-ksvd'] as const).map((method) => {
      const { held, atoms, users } = codedProblem();
      updateAtoms(kernels, held, users, atoms, method);
      return measureResiduals(kernels, held);
    });
    expect(exact).toBeLessThanOrEqual(approximate! * (1 + 1e-6));
  });

  it.each([16, 25, 27, 64])(
    'keeps residuals equal to patches minus what codes of %d values rebuild',
    (dimension) => {
      const { held, atoms, users } = codedProblem(dimension);
      updateAtoms(kernels, held, users, atoms, 'ksvd');
      updateAtoms(kernels, held, users, atoms, 'approximate-ksvd');
      const rebuilt = kernels.f32(500 * dimension);
      const dictionary = prepareDictionary(kernels, atoms.view, { atomCount: 40, dimension });
      reconstruct(kernels, dictionary, held.codes, 500, rebuilt);
      const [signals, residuals, sum] = [held.signals.view, held.residuals.view, rebuilt.view];
      const worst = signals.reduce((most, y, i) => Math.max(most, Math.abs(y - sum[i]! - residuals[i]!)), 0);
      expect(worst).toBeLessThan(1e-5);
    },
  );
});

describe('the users of an atom', () => {
  it('are the rows whose code holds it, with the places of their coefficients', () => {
    const { held, users } = codedProblem();
    const indices = held.codes.indices.view;
    let entries = 0;
    for (let k = 0; k < 40; k++) {
      const rows = users.users.view.slice(users.starts[k], users.starts[k + 1]);
      const places = users.places.view.slice(users.starts[k], users.starts[k + 1]);
      expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
      rows.forEach((row, i) => {
        expect(Math.floor(places[i]! / 3)).toBe(row);
        expect(indices[places[i]!]).toBe(k);
      });
      entries += rows.length;
    }
    expect(entries).toBe(indices.filter((k) => k >= 0).length);
  });
});
