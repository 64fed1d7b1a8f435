import { desc, eq } from 'drizzle-orm';
import * as z from 'zod';
import { versionsSchema } from '../../../src-shared/contract/outcomes.ts';
import { limitsSchema } from '../../../src-shared/domain/decision.ts';
import type { Limits } from '../../../src-shared/domain/decision.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { OpenProject } from '../open-project.ts';
import { images, jobs, modelImages, models, recipes } from '../schema.ts';
import { forgetUnusedImages } from './images.ts';
import type { ImageRecord } from './images.ts';
import { anyJsonSchema, fromJson, toJson } from './json-column.ts';
import { insertModelArrays } from './model-arrays.ts';
import type { ModelArray } from './model-arrays.ts';
import { parseRecipe } from './recipes.ts';

interface ModelFields {
  recipeId: number;
  /** Names the model's contents: the same hash means the same scores. */
  hash: string;
  /** The model that this one was updated from, if any. */
  parentId: number | null;
  seed: number;
  /** ISO 8601, UTC. */
  createdAt: string;
  trainImages: number;
  trainPatches: number;
  trainSeconds: number;
  limits: Limits;
  /** JSON; its form is detection's. */
  calibration: unknown;
  /** What made the model, by component. */
  versions: Record<string, string>;
  jobId: number | null;
}

export interface ModelRecord extends ModelFields {
  id: number;
  recipe: Recipe;
}

export interface NewModel extends ModelFields {
  arrays: readonly ModelArray[];
  /** What it was learnt from. */
  images: readonly TrainingImage[];
}

export interface TrainingImage {
  imageId: number;
  /** Of the contents that were learnt from. */
  imageSha256: string;
  /** The part's score under a model that had not seen it, where there is one. */
  heldOutScore: number | null;
}

/** Stores a whole model, and names it in its job. Nothing of it is there unless all of it is. */
export function addModel(project: OpenProject, model: NewModel): number {
  const { arrays, images: learntFrom, limits, calibration, versions, ...fields } = model;
  return project.transaction((database) => {
    const row = {
      ...fields,
      limits: toJson(limitsSchema, limits),
      calibration: toJson(anyJsonSchema, calibration),
      versions: toJson(versionsSchema, versions),
    };
    const { id } = database.insert(models).values(row).returning({ id: models.id }).get();
    insertModelArrays(database, id, arrays);
    for (const image of learntFrom)
      database
        .insert(modelImages)
        .values({ modelId: id, ...image })
        .run();
    if (model.jobId !== null)
      database.update(jobs).set({ modelId: id }).where(eq(jobs.id, model.jobId)).run();
    return id;
  });
}

/** Removes a model of a job that failed or was cancelled later on, with the images that only it was learnt from. */
export function discardModel(project: OpenProject, id: number): void {
  project.transaction((database) => {
    const { createdAt } = getModel(project, id);
    database.delete(models).where(eq(models.id, id)).run();
    forgetUnusedImages(project, createdAt);
  });
}

/** Newest first. */
export function listModels(project: OpenProject): ModelRecord[] {
  return project.read((database) =>
    database
      .select({ model: models, recipe: recipes.json })
      .from(models)
      .innerJoin(recipes, eq(recipes.id, models.recipeId))
      .orderBy(desc(models.id))
      .all()
      .map(parseModel),
  );
}

/**
 * A model, or the newest when no id is given; its arrays come from `modelArrays`.
 *
 * @throws SparsightError model.missing
 */
export function getModel(project: OpenProject, id?: number): ModelRecord {
  return project.read((database) => {
    const row = database
      .select({ model: models, recipe: recipes.json })
      .from(models)
      .innerJoin(recipes, eq(recipes.id, models.recipeId))
      .where(id === undefined ? undefined : eq(models.id, id))
      .orderBy(desc(models.id))
      .limit(1)
      .get();
    if (row === undefined) throw modelMissing(project.path, id);
    return parseModel(row);
  });
}

/** What a model was learnt from, in the order in which the images were added. */
export function trainingImages(
  project: OpenProject,
  modelId: number,
): { image: ImageRecord; learntSha256: string; heldOutScore: number | null }[] {
  return project.read((database) =>
    database
      .select({
        image: images,
        learntSha256: modelImages.imageSha256,
        heldOutScore: modelImages.heldOutScore,
      })
      .from(modelImages)
      .innerJoin(images, eq(images.id, modelImages.imageId))
      .where(eq(modelImages.modelId, modelId))
      .orderBy(images.id)
      .all(),
  );
}

function parseModel(row: { model: typeof models.$inferSelect; recipe: string }): ModelRecord {
  const { limits, calibration, versions, ...fields } = row.model;
  return {
    ...fields,
    recipe: parseRecipe(row.recipe),
    limits: fromJson(limitsSchema, limits, 'models.limits'),
    calibration: fromJson(z.unknown(), calibration, 'models.calibration'),
    versions: fromJson(versionsSchema, versions, 'models.versions'),
  };
}

function modelMissing(path: string, id: number | undefined): SparsightError {
  return new SparsightError({
    code: 'model.missing',
    message: id === undefined ? 'The project has no model yet.' : `The project has no model ${id}.`,
    next: id === undefined ? 'Train one on good parts first.' : 'List the models of the project.',
    path,
  });
}
