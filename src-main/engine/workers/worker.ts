import type { Plane } from '../../../src-shared/domain/image.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { agreementOf } from '../../detection/learn/alignment.ts';
import type { Agreement } from '../../detection/learn/alignment.ts';
import type { LookPlan } from '../../detection/learn/look-plan.ts';
import { samplePatches } from '../../detection/learn/sample-patches.ts';
import { learnStructure } from '../../detection/look/structure.ts';
import type { StructureBasis } from '../../detection/look/structure.ts';
import type { ScaleDictionary } from '../../detection/model.ts';
import { isColourful, lightPart, moveOnto, workingSize } from '../../detection/working-image.ts';
import { learnDictionary } from '../../numerics/dictionary/learn.ts';
import { litPart } from './good-part.ts';
import type { GoodPart } from './good-part.ts';
import { writeIteration } from './learning-board.ts';
import type { LearningBoard } from './learning-board.ts';
import { task } from './reply.ts';
import { shared } from './share.ts';
import { kernels, load } from './thread.ts';

// Every value that this module exports is a task: what the pool may ask of a worker, by name.

export type { GoodPart } from './good-part.ts';
export type { ImageFacts, SharedModel } from './thread.ts';
export { surveyImage } from './survey-image.ts';
export { cutOutPart, explainPart, viewPart } from './explain-tasks.ts';
export { measurePart } from './measure-task.ts';
export type { MeasuredPart } from './measure-task.ts';
export {
  calibrateParts,
  compare,
  compareOther,
  comparePlaces,
  followsPlace,
  learnMaterials,
} from './normal-tasks.ts';
export { detail, inspectPart } from './inspect-tasks.ts';
export type { InspectedPart } from './inspect-tasks.ts';
export { drawPod, goodEvidence, learnClassifier, tryDefect } from './study-tasks.ts';
export { teachGoodPart } from './teach-task.ts';

/** Does nothing: a thread that is asked for it has started. */
export const wake = task(() => undefined);

/**
 * Reads a file and says what it is; decoding it whole also proves that it can be learnt from.
 *
 * @param keptBytes a working image no larger than this is kept for what follows
 */
export const survey = task(
  async ({
    path,
    recipe,
    keptBytes,
  }: {
    path: string;
    recipe: Recipe;
    keptBytes: number;
  }): Promise<GoodPart> => {
    const { facts, grey } = await load(path, recipe.channels !== 'grey');
    const { plane, tints } = lightPart(grey, workingSize(facts, recipe), recipe);
    const colourful = isColourful(tints);
    if (plane.data.byteLength > keptBytes) return { facts, colourful, kept: null };
    return { facts, colourful, kept: { plane: inSharedMemory(plane), tints: tints.map(inSharedMemory) } };
  },
);

const inSharedMemory = (plane: Plane): Plane => ({ ...plane, data: shared(plane.data) });

/** A part at working size under normal light, as it lies. */
export const working = task(
  async ({ part, plan }: { part: GoodPart; plan: LookPlan }): Promise<Plane> =>
    (await litPart(part, plan)).plane,
);

/** How a part agrees with the reference part as it lies, and moved onto it. */
export const register = task(
  async ({
    part,
    plan,
    reference,
  }: {
    part: GoodPart;
    plan: LookPlan;
    reference: Plane;
  }): Promise<Agreement> => {
    const { plane } = await litPart(part, plan);
    return agreementOf(reference, plane);
  },
);

export interface SampleRequest {
  part: GoodPart;
  plan: LookPlan;
  /** The part's number among the good ones. */
  index: number;
  perScale: number;
  seed: number;
}

/** Random patches of a good part, per scale. */
export const sample = task(
  async ({ part, plan, index, perScale, seed }: SampleRequest): Promise<Float32Array[]> => {
    const { plane } = moveOnto(plan.referenceImage, await litPart(part, plan));
    return samplePatches(kernels, plane, plan.recipe, plan.scales, perScale, seed, index).map(shared);
  },
);

export interface LearnRequest {
  plan: LookPlan;
  patches: Float32Array;
  count: number;
  /** Atoms to learn. */
  atoms: number;
  seed: number;
  board: LearningBoard;
}

/** The dictionary of one scale. */
export const learn = task(
  ({ plan, patches, count, atoms: wanted, seed, board }: LearnRequest): ScaleDictionary => {
    const { dictionary, coder } = plan.recipe;
    const options = {
      method: dictionary.method,
      atoms: wanted,
      nonzeros: coder.nonzeros,
      iterations: dictionary.iterations,
      initialisation: dictionary.initialisation,
      seed,
    };
    const learnt = learnDictionary(kernels, patches, count, options, (progress) => {
      writeIteration(board, progress);
      return undefined;
    });
    const { atoms, atomCount, dimension, objective, usage, meanAbsCoefficient } = learnt;
    return { atoms, atomCount, dimension, objective, usage, magnitude: meanAbsCoefficient };
  },
);

/** The structure basis of the structure scale. */
export const learnShapes = task(
  ({ patches, dimension }: { patches: Float32Array; dimension: number }): StructureBasis =>
    learnStructure(patches, dimension),
);
