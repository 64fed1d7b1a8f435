import * as z from 'zod';
import { versionsSchema } from '../../../src-shared/contract/outcomes.ts';
import { limitsSchema } from '../../../src-shared/domain/decision.ts';
import type { Limits } from '../../../src-shared/domain/decision.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { OpenProject } from '../open-project.ts';
import { count, desc, eq } from '../query-builder.ts';
import { images, jobs, modelImages, models, project as projects, recipes, runs } from '../schema.ts';
import { forgetUnusedImages } from './images.ts';
import type { ImageRecord } from './images.ts';
import { anyJsonSchema, fromJson, toJson } from './json-column.ts';
import { insertModelArrays } from './model-arrays.ts';
import type { ModelArray } from './model-arrays.ts';
import { parseRecipe } from './recipes.ts';
import { leaveStudies } from './studies.ts';

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
  /** As learnt; its hash covers them. */
  learntLimits: Limits;
  /** JSON; its form is detection's. */
  calibration: unknown;
  /** What made the model, by component. */
  versions: Record<string, string>;
  jobId: number | null;
  /** What a person calls it; empty until someone does. */
  name: string;
  /** Good parts that it was learnt from in another project. */
  foreignImages: ForeignImage[];
}

export interface ModelRecord extends ModelFields {
  id: number;
  recipe: Recipe;
  /** By which inspections decide: as a person has set them, or as learnt. */
  limits: Limits;
}

export interface NewModel extends Omit<ModelFields, 'name' | 'foreignImages'> {
  name?: string;
  /** Other limits than those learnt, to begin with. */
  limits?: Limits;
  foreignImages?: ForeignImage[];
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
  /** Whether the other good parts could not explain it when the model was learnt. @default false */
  suspicious?: boolean;
}

const foreignImageSchema = z.object({
  sha256: z.string(),
  name: z.string(),
  heldOutScore: z.number().nullable(),
});
const foreignImagesSchema = z.array(foreignImageSchema);
/** A good part of which the project knows no file. */
export type ForeignImage = z.infer<typeof foreignImageSchema>;

/** Stores a whole model and names it in its job. Nothing of it is there unless all of it is. */
export function addModel(project: OpenProject, model: NewModel): number {
  const { arrays, images: learntFrom, learntLimits, limits, calibration, versions, ...fields } = model;
  return project.transaction((database) => {
    const row = {
      ...fields,
      name: model.name ?? '',
      limits: toJson(limitsSchema, learntLimits),
      currentLimits: limits === undefined ? null : toJson(limitsSchema, limits),
      foreignImages:
        model.foreignImages === undefined ? null : toJson(foreignImagesSchema, model.foreignImages),
      calibration: toJson(anyJsonSchema, calibration),
      versions: toJson(versionsSchema, versions),
    };
    const { id } = database.insert(models).values(row).returning({ id: models.id }).get();
    insertModelArrays(database, id, arrays);
    for (const image of learntFrom)
      database
        .insert(modelImages)
        .values({ suspicious: false, modelId: id, ...image })
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

/** The model that inspections use when no other is asked for: the newest when nobody has chosen one. */
export function modelInUse(project: OpenProject): number | null {
  return project.read((database) => {
    const chosen = database.select({ id: projects.modelInUse }).from(projects).get()?.id ?? null;
    if (chosen !== null) return chosen;
    const newest = database.select({ id: models.id }).from(models).orderBy(desc(models.id)).limit(1).get();
    return newest?.id ?? null;
  });
}

export function useModel(project: OpenProject, id: number): void {
  project.transaction((database) => {
    getModel(project, id);
    database.update(projects).set({ modelInUse: id }).run();
  });
}

export function renameModel(project: OpenProject, id: number, name: string): void {
  change(project, id, { name });
}

/** Other limits for the inspections that follow; what the model is stays as it was. */
export function setModelLimits(project: OpenProject, id: number, limits: Limits): void {
  change(project, id, { currentLimits: toJson(limitsSchema, limits) });
}

function change(project: OpenProject, id: number, changes: Partial<typeof models.$inferInsert>): void {
  project.transaction((database) => {
    getModel(project, id);
    database.update(models).set(changes).where(eq(models.id, id)).run();
  });
}

/**
 * Removes a model that no inspection refers to; models taught from it no longer say so, and keep what was found out
 * about it.
 *
 * @throws SparsightError model.missing, model.in-use
 */
export function removeModel(project: OpenProject, id: number): void {
  project.transaction((database) => {
    getModel(project, id);
    const inspections = database
      .select({ total: count() })
      .from(runs)
      .where(eq(runs.modelId, id))
      .get()?.total;
    if (inspections !== undefined && inspections > 0) throw modelNeeded(project.path, id, inspections);
    leaveStudies(database, id);
    database.update(models).set({ parentId: null }).where(eq(models.parentId, id)).run();
    database.delete(models).where(eq(models.id, id)).run();
  });
}

/**
 * A model, or the one in use when no id is given; its arrays come from `modelArrays`.
 *
 * @throws SparsightError model.missing
 */
export function getModel(project: OpenProject, id = modelInUse(project)): ModelRecord {
  return project.read((database) => {
    if (id === null) throw modelMissing(project.path, id);
    const row = database
      .select({ model: models, recipe: recipes.json })
      .from(models)
      .innerJoin(recipes, eq(recipes.id, models.recipeId))
      .where(eq(models.id, id))
      .get();
    if (row === undefined) throw modelMissing(project.path, id);
    return parseModel(row);
  });
}

/** What a model was learnt from, in the order in which the images were added. */
export function trainingImages(
  project: OpenProject,
  modelId: number,
): {
  image: ImageRecord;
  learntSha256: string;
  heldOutScore: number | null;
  suspicious: boolean;
}[] {
  return project.read((database) =>
    database
      .select({
        image: images,
        learntSha256: modelImages.imageSha256,
        heldOutScore: modelImages.heldOutScore,
        suspicious: modelImages.suspicious,
      })
      .from(modelImages)
      .innerJoin(images, eq(images.id, modelImages.imageId))
      .where(eq(modelImages.modelId, modelId))
      .orderBy(images.id)
      .all(),
  );
}

/** Scores of the good parts under comparisons that had not seen them. */
export function heldOutScores(project: OpenProject, { id, foreignImages }: ModelRecord): number[] {
  return [...trainingImages(project, id), ...foreignImages].flatMap(({ heldOutScore }) => heldOutScore ?? []);
}

function parseModel(row: { model: typeof models.$inferSelect; recipe: string }): ModelRecord {
  const { limits, currentLimits, foreignImages, calibration, versions, ...fields } = row.model;
  const learntLimits = fromJson(limitsSchema, limits, 'models.limits');
  return {
    ...fields,
    recipe: parseRecipe(row.recipe),
    learntLimits,
    limits:
      currentLimits === null ? learntLimits : fromJson(limitsSchema, currentLimits, 'models.current_limits'),
    foreignImages:
      foreignImages === null ? [] : fromJson(foreignImagesSchema, foreignImages, 'models.foreign_images'),
    calibration: fromJson(z.unknown(), calibration, 'models.calibration'),
    versions: fromJson(versionsSchema, versions, 'models.versions'),
  };
}

function modelNeeded(path: string, id: number, inspections: number): SparsightError {
  return inspections === 1
    ? reasonedError('model.in-use', 'model.in-use-once', { model: id }, { path })
    : reasonedError('model.in-use', 'model.in-use', { model: id, inspections }, { path });
}

function modelMissing(path: string, id: number | null): SparsightError {
  return id === null
    ? reasonedError('model.missing', 'model.none', {}, { path })
    : reasonedError('model.missing', 'model.unknown', { model: id }, { path });
}
