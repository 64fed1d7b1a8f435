import * as z from 'zod';
import { classifierSchema } from '../domain/classifier.ts';
import { limitsSchema } from '../domain/decision.ts';
import { modelStudiesSchema } from '../domain/model-studies.ts';
import { recipeSchema } from '../domain/recipe.ts';
import { arraySchema, id, procedure } from './procedure.ts';

export const modelSummarySchema = z.object({
  id,
  hash: z.string(),
  /** What a person calls it; empty until someone does. */
  name: z.string(),
  /** The model that this one was taught from. */
  parentId: id.nullable(),
  /** Whether inspections use it when no other is asked for. */
  inUse: z.boolean(),
  createdAt: z.string(),
  seed: z.number().int(),
  trainImages: z.number().int(),
  trainPatches: z.number().int(),
  trainSeconds: z.number(),
  limits: limitsSchema,
  recipe: recipeSchema,
});
export type ModelSummary = z.infer<typeof modelSummarySchema>;

export const modelDetailSchema = modelSummarySchema.extend({
  aligned: z.boolean(),
  /** Whole degrees by which aligned parts may lie turned, either way; 0 where they are not aligned. */
  mostTurn: z.number().int(),
  /** Whether colours are compared besides brightness. */
  colour: z.boolean(),
  /** Whether the place on a part says what structure to expect there. */
  structured: z.boolean(),
  imageSize: z.object({ width: z.number().int(), height: z.number().int() }),
  workingSize: z.object({ width: z.number().int(), height: z.number().int() }),
  versions: z.record(z.string(), z.string()),
  scales: z.array(
    z.object({
      atomCount: z.number().int(),
      patchSize: z.number().int(),
      /** Mean squared residual norm per patch after each iteration. */
      objective: z.array(z.number()),
    }),
  ),
  /** The good parts, with the score of each under a comparison that had not seen it. */
  images: z.array(
    z.object({
      imageId: id,
      name: z.string(),
      heldOutScore: z.number().nullable(),
      /** Whether the other good parts could not explain it when the model was learnt. */
      suspicious: z.boolean(),
    }),
  ),
});
export type ModelDetail = z.infer<typeof modelDetailSchema>;

/** A classifier of labelled parts, as a model has it. */
export const modelClassifierSchema = classifierSchema.extend({
  madeAt: z.string(),
  /** The inspection whose labelled parts it was trained on; null when that is gone. */
  runId: id.nullable(),
  /** Whether inspections that follow let it take part in deciding. */
  followed: z.boolean(),
});
export type ModelClassifier = z.infer<typeof modelClassifierSchema>;

const one = z.object({ modelId: id });

/** What was learnt, as versions. */
export const modelsContract = {
  /** Newest first. */
  list: procedure.output(z.array(modelSummarySchema)),
  get: procedure.input(one).output(modelDetailSchema),
  /** The atoms of a scale, most used first: [atoms x pixels of a patch], and how often good patches use each. */
  dictionary: procedure
    .input(one.extend({ scale: z.number().int().min(0) }))
    .output(z.object({ patchSize: z.number().int(), atoms: arraySchema, usage: z.array(z.number()) })),
  use: procedure.input(one).output(z.void()),
  rename: procedure.input(one.extend({ name: z.string().trim().max(200) })).output(z.void()),
  /** What `jobs.studyImages` and `jobs.studyDetection` found, on the model or on one that it was taught from. */
  studies: procedure.input(one).output(modelStudiesSchema),
  /** The classifier that gives the second opinion, if there is one. */
  classifier: procedure.input(one).output(modelClassifierSchema.nullable()),
  /** Whether inspections that follow let the second opinion take part in deciding. */
  followClassifier: procedure.input(one.extend({ follow: z.boolean() })).output(z.void()),
  removeClassifier: procedure.input(one).output(z.void()),
  /** For the inspections that follow; results that there are stay as they are. */
  setLimits: procedure.input(one.extend({ limits: limitsSchema })).output(z.void()),
  /** Refused while results refer to it. */
  remove: procedure.input(one).output(z.void()),
  /** Writes the model as one file. */
  export: procedure
    .input(one.extend({ out: z.string().min(1) }))
    .output(z.object({ out: z.string(), bytes: z.number().int() })),
  import: procedure.input(z.object({ path: z.string().min(1) })).output(modelSummarySchema),
};

/** Settings for the next learning. */
export const recipesContract = {
  /** What suits the good images of the project, and what was found out about them. */
  suggest: procedure.output(
    z.object({
      recipe: recipeSchema,
      /** To learn from. */
      goodImages: z.number().int(),
      /** Good images in a folder `test` beside a folder `train`: a model does not learn from them. */
      keptForTesting: z.number().int(),
      imageSize: z.object({ width: z.number().int(), height: z.number().int() }).nullable(),
      workingSize: z.object({ width: z.number().int(), height: z.number().int() }).nullable(),
      otherSizes: z.number().int(),
    }),
  ),
  /** The recipe that the project's next model is learnt with, regions included. */
  draft: procedure.output(recipeSchema),
  saveDraft: procedure.input(z.object({ recipe: recipeSchema })).output(z.void()),
};
