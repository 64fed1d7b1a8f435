import * as z from 'zod';
import { errorDetailsSchema } from './error.ts';
import { inlineArraySchema } from './inline-array.ts';
import { id } from './procedure.ts';

export const jobKindSchema = z.enum([
  'train',
  'inspect',
  'evaluate',
  'report',
  'samples',
  'import',
  'teach',
  'study-images',
  'study-detection',
]);
export type JobKind = z.infer<typeof jobKindSchema>;

export const jobStateSchema = z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted']);
export type JobState = z.infer<typeof jobStateSchema>;

/** What a running job is doing, as words that the shells translate. */
export const stageSchema = z.enum([
  'scanning',
  'reading',
  'sampling',
  'aligning',
  'learning',
  'measuring',
  'comparing',
  'calibrating',
  'storing',
  'inspecting',
  'rendering',
  'writing',
  'importing',
  'watching',
  'studying',
]);
export type Stage = z.infer<typeof stageSchema>;

export const jobProgressSchema = z.object({
  stage: stageSchema,
  /** Units of work done and in all; the unit is images unless the stage says otherwise. */
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** Units per second over the stage so far; null until known. */
  rate: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});
export type JobProgress = z.infer<typeof jobProgressSchema>;

/** Something that went wrong for one file without stopping the job, or that the person should know. */
export const jobWarningSchema = errorDetailsSchema;
export type JobWarning = z.infer<typeof jobWarningSchema>;

export const jobEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), progress: jobProgressSchema }),
  z.object({ type: z.literal('warning'), warning: jobWarningSchema }),
  /** How far learning the dictionary of a scale has come; only the newest of each scale is kept for late listeners. */
  z.object({
    type: z.literal('learning'),
    scale: z.number().int(),
    scales: z.number().int(),
    /** How many there will be of each scale. */
    iterations: z.number().int(),
    /** Mean squared residual norm per patch after each iteration so far. */
    objective: z.array(z.number()),
    /** [atoms x pixels of a patch] */
    atoms: inlineArraySchema,
  }),
  /** The run that an inspection writes to, told once it has begun. */
  z.object({ type: z.literal('run'), runId: id }),
  /** The model that teaching made, told once it is in use, and the seconds that took. */
  z.object({ type: z.literal('taught'), modelId: id, seconds: z.number() }),
  z.object({ type: z.literal('done'), outcome: z.unknown() }),
  z.object({ type: z.literal('failed'), error: errorDetailsSchema }),
  z.object({ type: z.literal('cancelled') }),
]);
export type JobEvent = z.infer<typeof jobEventSchema>;

export const jobSchema = z.object({
  id: z.number().int(),
  kind: jobKindSchema,
  state: jobStateSchema,
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  done: z.number().int(),
  total: z.number().int(),
  error: errorDetailsSchema.nullable(),
  outcome: z.unknown(),
});
