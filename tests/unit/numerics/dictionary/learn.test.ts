import { describe, expect, it } from 'vitest';

import { learnDictionary, type LearningOptions } from '../../../../src-main/numerics/dictionary/learn.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { plantedProblem, recovered, rowNorms } from './planted.ts';

const kernels = loadKernels();
const aharon = { atomCount: 50, dimension: 20, count: 1500, nonzeros: 3 };
const methods = ['ksvd', 'approximate-ksvd', 'online'] as const;

const small = plantedProblem({
  atomCount: 24,
  dimension: 16,
  count: 600,
  nonzeros: 2,
  decibels: 20,
  seed: 5,
});
const smallOptions = {
  method: 'approximate-ksvd',
  atoms: 32,
  nonzeros: 2,
  iterations: 5,
  initialisation: 'data',
  seed: 1,
} as const satisfies LearningOptions;
const learnSmall = (options: Partial<LearningOptions> = {}) =>
  learnDictionary(kernels, small.patches, 600, { ...smallOptions, ...options });

describe('learning a dictionary', () => {
  it.each([
    ['ksvd', Infinity],
    ['ksvd', 20],
    ['approximate-ksvd', 20],
    ['online', 20],
  ] as const)('by %s recovers at least nine tenths of a planted dictionary at %s dB', (method, decibels) => {
    const { atoms, patches } = plantedProblem({ ...aharon, decibels, seed: 3 });
    const learnt = learnDictionary(kernels, patches, aharon.count, {
      method,
      atoms: aharon.atomCount,
      nonzeros: aharon.nonzeros,
      iterations: 80,
      initialisation: 'data',
      seed: 7,
    });
    expect(recovered(atoms, learnt.atoms, aharon.dimension)).toBeGreaterThanOrEqual(0.9);
  });

  it.each(methods)('by %s gives unit-norm atoms and lowers the residual', (method) => {
    const { atoms, objective } = learnSmall({ method });
    for (const norm of rowNorms(atoms, 16)) expect(Math.abs(norm - 1)).toBeLessThan(1e-6);
    expect(objective).toHaveLength(5);
    expect(objective.at(-1)).toBeLessThan(0.8 * objective[0]!);
  });

  it.each(methods)(
    'by %s gives the same bits for the same patches and seed, others for another seed',
    (method) => {
      expect(learnSmall({ method })).toEqual(learnSmall({ method }));
      expect(learnSmall({ method, seed: 2 }).atoms).not.toEqual(learnSmall({ method }).atoms);
    },
  );

  it('gives the same bits whatever the kernels were used for before', () => {
    const fresh = loadKernels();
    fresh.f32(12_345).view.fill(NaN);
    expect(learnDictionary(fresh, small.patches, 600, smallOptions)).toEqual(learnSmall());
  });

  it('orders atoms by usage and makes their largest entry positive', () => {
    const { atoms, usage, meanAbsCoefficient } = learnSmall();
    expect([...usage]).toEqual([...usage].sort((a, b) => b - a));
    expect(Math.abs(usage.reduce((sum, share) => sum + share, 0) - 2)).toBeLessThan(0.05);
    for (let k = 0; k < 32; k++) {
      const atom = [...atoms.subarray(k * 16, (k + 1) * 16)];
      expect(Math.max(...atom)).toBeGreaterThanOrEqual(-Math.min(...atom));
      if (usage[k]! > 0) expect(meanAbsCoefficient[k]).toBeGreaterThan(0);
    }
  });

  it('starts from the DCT when asked to, also for patches that are not square', () => {
    const learnt = learnSmall({ initialisation: 'dct', patchWidth: 8 });
    expect(learnt.objective.at(-1)).toBeLessThan(learnt.objective[0]!);
  });

  it('reports each iteration and stops when told to', () => {
    const seen: number[] = [];
    const learnt = learnDictionary(kernels, small.patches, 600, smallOptions, (progress) => {
      expect(progress.iterations).toBe(5);
      seen.push(progress.objective);
      return progress.iteration === 3 ? 'stop' : undefined;
    });
    expect(seen).toEqual(learnt.objective);
    expect(seen).toHaveLength(3);
  });

  it('replaces atoms that no patch needs', () => {
    // Two directions among 16 dimensions: of 32 DCT atoms most are of no use for them.
    const patches = small.patches.map((_, i) =>
      i % 16 === (i >> 4) % 2 ? 1 + ((i * 7919) % 13) / 13 : 0.01,
    );
    let replaced = 0;
    learnDictionary(
      kernels,
      patches,
      600,
      { ...smallOptions, initialisation: 'dct', patchWidth: 4 },
      (progress) => {
        replaced += progress.atomsReplaced;
        return undefined;
      },
    );
    expect(replaced).toBeGreaterThan(0);
  });

  it.each(methods)('by %s survives patches that are all flat, or all the same', (method) => {
    const flat = learnDictionary(kernels, new Float32Array(64 * 16), 64, { ...smallOptions, method });
    expect(flat.objective.at(-1)).toBe(0);
    const same = Float32Array.from({ length: 64 * 16 }, (_, i) => ((i % 16) - 7.5) / 16);
    const learnt = learnDictionary(kernels, same, 64, { ...smallOptions, method });
    expect(learnt.objective.at(-1)).toBeLessThan(1e-6);
    for (const { atoms } of [flat, learnt])
      for (const norm of rowNorms(atoms, 16)) expect(Math.abs(norm - 1)).toBeLessThan(1e-5);
  });

  it('gives all the kernel memory back', () => {
    const before = kernels.mark();
    learnSmall({ method: 'online' });
    expect(kernels.mark()).toBe(before);
  });

  it('refuses fewer patches than atoms, values that are not finite and impossible options', () => {
    expect(() => learnDictionary(kernels, small.patches.subarray(0, 16 * 31), 31, smallOptions)).toThrow(
      /32 atoms cannot be learnt from 31 patches/,
    );
    const broken = small.patches.slice();
    broken[77] = NaN;
    expect(() => learnDictionary(kernels, broken, 600, smallOptions)).toThrow(RangeError);
    for (const bad of [{ atoms: 0 }, { nonzeros: 17 }, { iterations: 0 }, { seed: 0.5 }])
      expect(() => learnSmall(bad)).toThrow(RangeError);
    expect(() => learnDictionary(kernels, small.patches, 601, smallOptions)).toThrow(RangeError);
  });
});
