import type { TrainOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { TrainRequest } from '../../../src-shared/contract/requests.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { defaultRecipe } from '../../../src-shared/domain/recipe.ts';
import { listImages } from '../../imaging/files/list-images.ts';
import { savedDraft } from '../../storage/records/draft-recipe.ts';
import { putImages } from '../../storage/records/images.ts';
import { appendLog } from '../../storage/records/log.ts';
import { addModel, useModel } from '../../storage/records/models.ts';
import { putRecipe } from '../../storage/records/recipes.ts';
import { toStoredModel } from '../store/model-store.ts';
import { allVersions } from '../versions.ts';
import { peakRssBytes } from './environment.ts';
import type { Environment } from './environment.ts';
import { evenlySpread } from './evenly-spread.ts';
import { newImage } from './image-records.ts';
import { learnModel } from './learn-model.ts';
import { pairUp } from './pair-up.ts';
import { goodImageIds, imagePaths } from './project-parts.ts';
import { nameSuspicious } from './name-suspicious.ts';
import { warnOfSkipped } from './warnings.ts';

export interface TrainedModel {
  readonly id: number;
  readonly hash: string;
  readonly images: number;
  readonly skipped: number;
  readonly patches: number;
  /** The oddest first. */
  readonly suspicious: { path: string; score: number }[];
  /** From the first file to the stored model. */
  readonly seconds: number;
  readonly aligned: boolean;
  readonly colour: boolean;
  readonly structured: boolean;
  readonly limits: { review: number; reject: number };
}

/** Learns from what the request names; what it leaves out, the project's images and draft recipe say. */
export async function train(environment: Environment, request: TrainRequest): Promise<TrainOutcome> {
  const { project } = environment;
  const good = await goodParts(environment, request.good);
  const paths = evenlySpread(good, request.limit ?? good.length);
  const recipe = request.recipe ?? savedDraft(project) ?? defaultRecipe;
  const { id, hash, ...trained } = await trainOn(environment, paths, recipe, request.seed);
  return {
    project: project.path,
    seed: request.seed,
    model: { id, hash },
    ...trained,
    peakRssBytes: peakRssBytes(),
  };
}

async function goodParts({ project, job }: Environment, named: string[] | undefined): Promise<string[]> {
  if (named === undefined) return imagePaths(project, job, goodImageIds(project));
  const { images, skipped } = await listImages(named);
  warnOfSkipped(job, skipped);
  return images;
}

/** Learns a model from files of good parts and stores it: all of it, or nothing. */
export async function trainOn(
  environment: Environment,
  paths: readonly string[],
  recipe: Recipe,
  seed: number,
): Promise<TrainedModel> {
  const { project, job, now } = environment;
  const start = performance.now();
  const learnt = await learnModel(environment, paths, recipe, seed);
  const suspicious = nameSuspicious(job, learnt.parts);
  job.progress('storing', 0, 1);
  const { hash, description, arrays } = toStoredModel(learnt.model);
  const seconds = (performance.now() - start) / 1000;
  const id = project.transaction(() => {
    const at = now();
    const imageIds = putImages(
      project,
      learnt.parts.map(({ facts }) => newImage(facts, at, 'good')),
    );
    const modelId = addModel(project, {
      hash,
      parentId: null,
      seed,
      createdAt: at,
      trainImages: learnt.parts.length,
      trainPatches: learnt.patches,
      trainSeconds: seconds,
      learntLimits: learnt.model.limits,
      calibration: description,
      versions: allVersions(),
      jobId: job.jobId,
      recipeId: putRecipe(project, recipe, at),
      arrays,
      images: pairUp(learnt.parts, imageIds).map(([{ facts, heldOutScore }, imageId]) => ({
        imageId,
        imageSha256: facts.sha256,
        heldOutScore,
        suspicious: suspicious.some(({ path }) => path === facts.path),
      })),
    });
    useModel(project, modelId);
    const detail = { hash, images: learnt.parts.length, seed };
    appendLog(project, { at, who: 'sparsight', action: 'train', subject: `model ${modelId}`, detail });
    return modelId;
  });
  job.progress('storing', 1, 1);
  return {
    id,
    hash,
    images: learnt.parts.length,
    skipped: learnt.skipped,
    patches: learnt.patches,
    suspicious,
    seconds: (performance.now() - start) / 1000,
    aligned: learnt.model.referenceImage !== null,
    colour: learnt.model.tints !== null,
    structured: learnt.model.structure !== null,
    limits: learnt.model.limits,
  };
}
