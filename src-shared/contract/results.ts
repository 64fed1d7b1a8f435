import * as z from 'zod';
import { decisionSchema, limitsSchema } from '../domain/decision.ts';
import { regionSchema } from '../domain/region.ts';
import { labelSchema } from './images.ts';
import { arraySchema, id, page, procedure, started } from './procedure.ts';
import { verdictDecisionSchema } from './runs.ts';

export const verdictSchema = z.object({
  decision: verdictDecisionSchema,
  comment: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Verdict = z.infer<typeof verdictSchema>;

export const resultRowSchema = z.object({
  id,
  runId: id,
  imageId: id,
  path: z.string(),
  name: z.string(),
  sha256: z.string(),
  label: z.string().nullable(),
  decision: decisionSchema,
  score: z.number(),
  psnr: z.number(),
  ssim: z.number(),
  regionCount: z.number().int(),
  /** What a classifier of labelled parts says, in [0, 1]; null where none has been asked. */
  defectProbability: z.number().nullable(),
  verdict: verdictSchema.nullable(),
});
export type ResultRow = z.infer<typeof resultRowSchema>;

export const resultDetailSchema = resultRowSchema.extend({
  regions: z.array(regionSchema),
  statistics: z.record(z.string(), z.number()),
  modelId: id,
  limits: limitsSchema,
  imageSize: z.object({ width: z.number().int(), height: z.number().int() }),
  /** Seconds that looking took. */
  seconds: z.number(),
});
export type ResultDetail = z.infer<typeof resultDetailSchema>;

export const resultQuerySchema = z.object({
  runId: id,
  text: z.string().max(500).default(''),
  decisions: z.array(decisionSchema).optional(),
  /** Only parts with one of these labels, null for those without; all when left out. */
  labels: z.array(labelSchema).optional(),
  /** Only parts whose score is at least `scoreFrom` and below `scoreBelow`. */
  scoreFrom: z.number().optional(),
  scoreBelow: z.number().optional(),
  /**
   * 'disagreements': the decision is not what the label or a person says; 'unjudged': rejected or reviewed, and nobody
   * has given a verdict.
   */
  only: z.enum(['all', 'disagreements', 'unjudged', 'judged']).default('all'),
  sort: z.enum(['order', 'score', 'name', 'psnr', 'ssim', 'regions']).default('order'),
  descending: z.boolean().default(false),
});
export type ResultQuery = z.input<typeof resultQuerySchema>;

const patchSchema = z.object({ scale: z.number().int(), size: z.number().int(), found: arraySchema });

/** Why one place of a part looks as it does, to the model. */
export const explanationSchema = z.object({
  /** The place that was asked about, in pixels of the image's file, and the square that is explained. */
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  /** -log10 of how often good parts look like this. */
  evidence: z.number(),
  /** What speaks against the place, strongest first, in units of how much good parts vary. */
  /** The scale is null where all scales are meant. */
  indicators: z.array(
    z.object({ indicator: z.string(), scale: z.number().int().nullable(), contribution: z.number() }),
  ),
  /** The patch of each scale, what the sparse code rebuilds of it, and the atoms that it asks for. */
  scales: z.array(
    patchSchema.extend({
      rebuilt: arraySchema,
      /** Root mean square of what is not rebuilt, in intensity. */
      residual: z.number(),
      atoms: z.array(
        z.object({
          atom: z.number().int(),
          weight: z.number(),
          /** Share of good patches that use it. */
          usage: z.number(),
          pixels: arraySchema,
        }),
      ),
    }),
  ),
  /** The good part that is most alike there; null when its file is gone. */
  nearest: z
    .object({
      imageId: id,
      name: z.string(),
      box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
      patch: arraySchema,
    })
    .nullable(),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** What the classifier of the run's model says of a part, and why. */
export const secondOpinionSchema = z.object({
  /** Of a defect, in [0, 1]. */
  probability: z.number(),
  /** What the score alone decides, and what a person who follows the classifier decides. */
  byScore: decisionSchema,
  followed: decisionSchema,
  /** What each statistic adds to the logarithm of the odds of a defect, strongest first. */
  contributions: z.array(z.object({ feature: z.string(), value: z.number(), contribution: z.number() })),
});
export type SecondOpinion = z.infer<typeof secondOpinionSchema>;

const one = z.object({ resultId: id });

/** What was found on a part. */
export const resultsContract = {
  list: procedure
    .input(resultQuerySchema.extend(page.shape))
    .output(z.object({ total: z.number().int(), rows: z.array(resultRowSchema) })),
  /** The ids of all results of a query in its order: what next and previous step through. */
  ids: procedure.input(resultQuerySchema).output(z.array(id)),
  get: procedure.input(one).output(resultDetailSchema),
  /** The heat map, in -log10 of the false-alarm rate, over the whole image. */
  evidence: procedure.input(one).output(arraySchema),
  /** What a good part would have looked like there, in [0, 1], over the whole image. */
  expected: procedure.input(one).output(arraySchema),
  /** The part as it was compared with what was expected, in [0, 1], at the same size. */
  part: procedure.input(one).output(arraySchema),
  explain: procedure
    .input(one.extend({ x: z.number().min(0), y: z.number().min(0) }))
    .output(explanationSchema),
  /** Null where no classifier has been asked. */
  secondOpinion: procedure.input(one).output(secondOpinionSchema.nullable()),
  /** Null takes the verdict back. The row as it is then comes back. */
  setVerdict: procedure
    .input(
      one.extend({
        decision: verdictDecisionSchema.nullable(),
        comment: z.string().max(2000).default(''),
        by: z.string().max(200).default(''),
      }),
    )
    .output(resultRowSchema),
  /** A job: a new model that knows this part as good, made from the run's model without learning everything again. */
  teach: procedure.input(one).output(started),
};
