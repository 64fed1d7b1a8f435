import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import type { DetectionModel } from '../../detection/model.ts';
import type { ImageFacts } from '../workers/worker.ts';
import type { Environment } from './environment.ts';
import { learnDictionaries } from './learn-dictionaries.ts';
import { learnNormal } from './learn-normal.ts';
import { settlePlan } from './settle-plan.ts';
import { surveyParts } from './survey-parts.ts';

export interface LearntPart {
  readonly facts: ImageFacts;
  readonly heldOutScore: number | null;
}

export interface LearntModel {
  readonly model: DetectionModel;
  /** The good parts that were learnt from, each with its score under a comparison that had not seen it. */
  readonly parts: LearntPart[];
  readonly skipped: number;
  readonly patches: number;
}

/** Learns a model from files of good parts. Nothing is stored. */
export async function learnModel(
  environment: Environment,
  paths: readonly string[],
  recipe: Recipe,
  seed: number,
): Promise<LearntModel> {
  const { parts, skipped } = await surveyParts(environment, paths, recipe);
  const plan = await settlePlan(environment, parts, recipe);
  const dictionaries = await learnDictionaries(environment, parts, plan, seed);
  const { heldOutScores, ...normal } = await learnNormal(environment, parts, plan, dictionaries, seed);
  const { falseRejectRate, reviewRate } = recipe.decision;
  return {
    model: {
      recipe,
      imageSize: plan.imageSize,
      workingSize: plan.workingSize,
      referenceImage: plan.referenceImage,
      scales: dictionaries.scales,
      ...normal,
      replaced: 0,
      limits: { review: -Math.log10(reviewRate), reject: -Math.log10(falseRejectRate) },
    },
    parts: parts.map(({ facts }) => ({
      facts,
      heldOutScore: heldOutScores.get(facts.path) ?? null,
    })),
    skipped,
    patches: dictionaries.patches,
  };
}
