import type { LookPlan } from '../../detection/learn/look-plan.ts';
import { structureScale } from '../../detection/look/structure.ts';
import type { StructureBasis } from '../../detection/look/structure.ts';
import type { ScaleDictionary } from '../../detection/model.ts';
import { createLearningBoard } from '../workers/learning-board.ts';
import { shared } from '../workers/share.ts';
import type { GoodPart } from '../workers/worker.ts';
import { eachItemOrFail } from './each-item.ts';
import type { Environment } from './environment.ts';
import { evenlySpread } from './evenly-spread.ts';
import { followLearning } from './follow-learning.ts';

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
  const countOf = (scale: number) =>
    samples.reduce((sum, sample) => sum + (sample[scale]?.length ?? 0), 0) / dimension;
  const numbers = Array.from({ length: plan.scales }, (_, scale) => scale);
  const shapes = { patches: patchesOf(structureScale(plan.scales)), dimension };
  const { atoms: mostAtoms, iterations } = plan.recipe.dictionary;
  const tasks = numbers.map((scale) => {
    const count = countOf(scale);
    const atoms = Math.min(mostAtoms, count);
    return { scale, count, atoms, board: createLearningBoard(iterations, atoms, dimension) };
  });
  const boards = tasks.map(({ board }) => board);
  const endFollowing = followLearning(job, boards, dimension);
  const [scales, basis] = await Promise.all([
    eachItemOrFail(environment, 'learning', tasks, ({ scale, ...learning }) =>
      pool.run('learn', { plan, patches: patchesOf(scale), ...learning, seed }, job.signal),
    ),
    pool.run('learnShapes', shapes, job.signal),
  ]).finally(endFollowing);
  return {
    scales: scales.map((scale) => ({
      ...scale,
      atoms: shared(scale.atoms),
      usage: shared(scale.usage),
      magnitude: shared(scale.magnitude),
    })),
    basis: { ...basis, components: shared(basis.components) },
    patches: tasks.reduce((sum, { count }) => sum + count, 0),
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
