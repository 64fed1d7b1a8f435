import { describe, expect, it } from 'vitest';

import { holdPatches, codePatches } from '../../../../src-main/numerics/dictionary/coded-patches.ts';
import { learnDictionary } from '../../../../src-main/numerics/dictionary/learn.ts';
import { teachDictionary } from '../../../../src-main/numerics/dictionary/teach.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { plantedProblem, rowNorms } from './planted.ts';

const kernels = loadKernels();
const shape = { atomCount: 24, dimension: 16, nonzeros: 2, decibels: 25 };
const old = plantedProblem({ ...shape, count: 3000, seed: 1 }).patches;
const fresh = plantedProblem({ ...shape, atomCount: 3, count: 150, seed: 2 }).patches;

const learn = (method: 'approximate-ksvd' | 'online') =>
  learnDictionary(kernels, old, 3000, {
    method,
    atoms: 32,
    nonzeros: 2,
    iterations: 20,
    initialisation: 'data',
    seed: 1,
  });

function residual(atoms: Float32Array, patches: Float32Array): number {
  return kernels.scoped(() => {
    const held = holdPatches(kernels, patches, { count: patches.length / 16, dimension: 16, nonzeros: 2 });
    return codePatches(kernels, held, kernels.copyF32(atoms));
  });
}

describe('teaching a learnt dictionary', () => {
  it.each(['approximate-ksvd', 'online'] as const)(
    'after %s lowers the residual of the new patches and hardly raises that of the old',
    (method) => {
      const learnt = learn(method);
      const taught = teachDictionary(kernels, learnt, fresh, 150, { nonzeros: 2 });
      expect(residual(taught.atoms, fresh)).toBeLessThan(0.6 * residual(learnt.atoms, fresh));
      const [before, after] = [residual(learnt.atoms, old), residual(taught.atoms, old)];
      const energy = old.reduce((sum, entry) => sum + entry * entry, 0) / 3000;
      expect(after - before).toBeLessThan(0.1 * energy);
      for (const norm of rowNorms(taught.atoms, 16)) expect(Math.abs(norm - 1)).toBeLessThan(1e-6);
    },
  );

  it('reports the residual of the new patches before and after each pass', () => {
    const learnt = learn('approximate-ksvd');
    const taught = teachDictionary(kernels, learnt, fresh, 150, { nonzeros: 2, passes: 3 });
    expect(taught.objective).toHaveLength(4);
    expect(taught.objective[0]).toBeCloseTo(residual(learnt.atoms, fresh), 6);
    expect(taught.objective[3]).toBeCloseTo(residual(taught.atoms, fresh), 6);
  });

  it('with patches it knows well changes hardly anything', () => {
    const learnt = learn('online');
    const taught = teachDictionary(kernels, learnt, old.subarray(0, 16 * 500), 500, {
      nonzeros: 2,
      passes: 1,
    });
    expect(residual(taught.atoms, old)).toBeLessThan(1.05 * residual(learnt.atoms, old));
  });

  it('leaves what it was given unchanged, is deterministic and can be repeated', () => {
    const learnt = learn('online');
    const copy = structuredClone(learnt);
    const once = teachDictionary(kernels, learnt, fresh, 150, { nonzeros: 2 });
    expect(learnt).toEqual(copy);
    expect(teachDictionary(kernels, structuredClone(learnt), fresh, 150, { nonzeros: 2 })).toEqual(once);
    const twice = teachDictionary(kernels, once, fresh, 150, { nonzeros: 2 });
    expect(twice.state.step).toBe(2);
    expect(twice.state.patches).toBeGreaterThan(once.state.patches);
    expect(residual(twice.atoms, fresh)).toBeLessThanOrEqual(residual(once.atoms, fresh));
  });

  it('refuses patches of another size, none, or ones that are not finite', () => {
    const learnt = learn('online');
    for (const [patches, count] of [
      [fresh, 149],
      [new Float32Array(0), 0],
      [new Float32Array(16).fill(NaN), 1],
    ] as const)
      expect(() => teachDictionary(kernels, learnt, patches, count, { nonzeros: 2 })).toThrow(RangeError);
    expect(() => teachDictionary(kernels, learnt, fresh, 150, { nonzeros: 2, share: 1 })).toThrow(RangeError);
  });
});
