import type { LookPlan } from '../../detection/learn/look-plan.ts';
import { structureScale } from '../../detection/look/structure.ts';
import type { StructureBasis } from '../../detection/look/structure.ts';
import type { ScaleDictionary } from '../../detection/model.ts';
import { shared } from '../workers/share.ts';
import type { GoodPart } from '../workers/worker.ts';
import { eachItemOrFail } from './each-item.ts';
import type { Environment } from './environment.ts';
import { evenlySpread } from './evenly-spread.ts';

export interface LearntDictionaries {
  /** Finest first, in memory that all workers see. */
  readonly scales: ScaleDictionary[];
  readonly basis: StructureBasis;
  readonly patches: number;
}

/** Draws patches from the good parts and learns from them what good parts are made of. */
export async function learnDictionaries(
  environment: Environment,
  parts: readonly GoodPart[],
  plan: LookPlan,
  seed: number,
): Promise<LearntDictionaries> {
  const { pool, job } = environment;
  const wanted = plan.recipe.dictionary.patches;
  // More parts than patches: then some parts give none, evenly spread.
  const numbered = parts.map((part, index) => ({ part, index }));
  const sampled = evenlySpread(numbered, wanted);
  const perScale = Math.ceil(wanted / sampled.length);
  const samples = await eachItemOrFail(environment, 'sampling', sampled, ({ part, index }) =>
    pool.run('sample', { part, plan, index, perScale, seed }, job.signal),
  );
  const dimension = plan.recipe.patch.size ** 2;
  const patchesOf = (scale: number) => concatenate(samples.flatMap((sample) => sample[scale] ?? []));
  let patches = 0;
  const numbers = Array.from({ length: plan.scales }, (_, scale) => scale);
  const shapes = { patches: patchesOf(structureScale(plan.scales)), dimension };
  const [scales, basis] = await Promise.all([
    eachItemOrFail(environment, 'learning', numbers, (scale) => {
      const together = patchesOf(scale);
      const count = together.length / dimension;
      patches += count;
      return pool.run('learn', { plan, patches: together, count, seed }, job.signal);
    }),
    pool.run('learnShapes', shapes, job.signal),
  ]);
  return {
    scales: scales.map((scale) => ({
      ...scale,
      atoms: shared(scale.atoms),
      usage: shared(scale.usage),
      magnitude: shared(scale.magnitude),
    })),
    basis: { ...basis, components: shared(basis.components) },
    patches,
  };
}

/** One after another, in memory that all workers see. */
function concatenate(arrays: readonly Float32Array[]): Float32Array {
  const length = arrays.reduce((sum, array) => sum + array.length, 0);
  const all = new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT));
  let offset = 0;
  for (const array of arrays) {
    all.set(array, offset);
    offset += array.length;
  }
  return all;
}
