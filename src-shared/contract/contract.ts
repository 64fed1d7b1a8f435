import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { decisionSchema, limitsSchema } from '../domain/decision.ts';
import { recipeSchema } from '../domain/recipe.ts';
import { regionSchema } from '../domain/region.ts';
import { errorDetailsSchema } from './error.ts';
import { jobEventSchema, jobSchema } from './job.ts';
import { resultRowSchema, versionsSchema } from './outcomes.ts';
import {
  evaluateRequestSchema,
  inspectRequestSchema,
  reportRequestSchema,
  samplesRequestSchema,
  trainRequestSchema,
} from './requests.ts';

/** Every procedure can fail with one error: details that a person can act on. */
const procedure = oc.errors({ SPARSIGHT: { data: errorDetailsSchema } });

const id = z.number().int();
const page = z.object({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
});
const started = z.object({ jobId: id });

export const modelSummarySchema = z.object({
  id,
  hash: z.string(),
  createdAt: z.string(),
  seed: z.number().int(),
  trainImages: z.number().int(),
  trainPatches: z.number().int(),
  trainSeconds: z.number(),
  limits: limitsSchema,
  recipe: recipeSchema,
});
export type ModelSummary = z.infer<typeof modelSummarySchema>;

export const runSummarySchema = z.object({
  id,
  modelId: id,
  state: z.string(),
  startedAt: z.string(),
  seconds: z.number().nullable(),
  counts: z.object({
    total: z.number(),
    pass: z.number(),
    review: z.number(),
    reject: z.number(),
    unreadable: z.number(),
  }),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

export const projectSummarySchema = z.object({
  path: z.string(),
  name: z.string(),
  createdAt: z.string(),
  schemaVersion: z.number().int(),
  readOnly: z.boolean(),
  images: z.number().int(),
  models: z.array(modelSummarySchema),
  runs: z.array(runSummarySchema),
  jobs: z.array(jobSchema),
  versions: versionsSchema,
});
export type ProjectSummary = z.infer<typeof projectSummarySchema>;

/** Numbers on a pixel grid as bytes: little-endian, row-major. */
const arraySchema = z.object({
  shape: z.tuple([z.number().int(), z.number().int()]),
  dtype: z.literal('f32'),
  bytes: z.instanceof(Uint8Array),
});

/** The one contract of window, command line, browser host and tests. */
export const contract = {
  project: {
    /** Open a project file; `create` makes one where there is none, `read` never writes to it. */
    open: procedure
      .input(
        z.object({ path: z.string().min(1), mode: z.enum(['read', 'write', 'create']).default('create') }),
      )
      .output(projectSummarySchema),
    summary: procedure.output(projectSummarySchema),
    close: procedure.output(z.void()),
  },
  jobs: {
    train: procedure.input(trainRequestSchema).output(started),
    inspect: procedure.input(inspectRequestSchema).output(started),
    evaluate: procedure.input(evaluateRequestSchema).output(started),
    report: procedure.input(reportRequestSchema).output(started),
    samples: procedure.input(samplesRequestSchema).output(started),
    /** Everything that happens to a job until it ends, beginning with what has happened already. */
    events: procedure.input(started).output(eventIterator(jobEventSchema)),
    cancel: procedure.input(started).output(z.void()),
    /** Take up an interrupted inspection where it stopped. */
    resume: procedure.input(started).output(started),
    list: procedure.input(page.prefault({})).output(z.array(jobSchema)),
  },
  results: {
    list: procedure
      .input(page.extend({ runId: id, decision: decisionSchema.optional() }))
      .output(z.array(resultRowSchema)),
    get: procedure
      .input(z.object({ resultId: id }))
      .output(resultRowSchema.extend({ regions: z.array(regionSchema) })),
    /** The heat map, in -log10 of the false-alarm rate. */
    evidence: procedure.input(z.object({ resultId: id })).output(arraySchema),
    /** What a good part would have looked like there, in [0, 1]. */
    expected: procedure.input(z.object({ resultId: id })).output(arraySchema),
  },
};
