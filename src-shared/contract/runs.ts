import * as z from 'zod';
import { decisionSchema, limitsSchema } from '../domain/decision.ts';
import { happeningSchema } from './error.ts';
import { modelClassifierSchema } from './models.ts';
import { id, procedure } from './procedure.ts';

export const runSummarySchema = z.object({
  id,
  /** The job that made it, with which an interrupted one is resumed; null when it came with the project. */
  jobId: id.nullable(),
  modelId: id,
  title: z.string(),
  state: z.string(),
  startedAt: z.string(),
  seconds: z.number().nullable(),
  limits: limitsSchema,
  /** Whether the classifier's second opinion takes part in deciding. */
  followsClassifier: z.boolean(),
  counts: z.object({
    total: z.number(),
    pass: z.number(),
    review: z.number(),
    reject: z.number(),
    unreadable: z.number(),
  }),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

export const verdictDecisionSchema = z.enum(['accept', 'reject', 'unsure']);

/** One entry for each result of a run, column by column, in the order in which they were inspected. */
export const runScoresSchema = z.object({
  resultIds: z.array(id),
  imageIds: z.array(id),
  names: z.array(z.string()),
  scores: z.array(z.number()),
  psnr: z.array(z.number()),
  ssim: z.array(z.number()),
  decisions: z.array(decisionSchema),
  /** What is known beforehand: 'good', a defect type, or nothing. */
  labels: z.array(z.string().nullable()),
  verdicts: z.array(verdictDecisionSchema.nullable()),
  /** What the classifier says, in [0, 1]; null where none has been asked. */
  defectProbabilities: z.array(z.number().nullable()),
});
export type RunScores = z.infer<typeof runScoresSchema>;

const curve = z.array(z.object({ x: z.number(), y: z.number(), threshold: z.number() }));

export const evaluationSchema = z.object({
  good: z.number().int(),
  defective: z.number().int(),
  /** Null without both good and defective parts. */
  figures: z
    .object({
      auroc: z.number(),
      averagePrecision: z.number(),
      /** x: share of good parts rejected, y: share of defective parts rejected; at most 500 points. */
      roc: curve,
      /** x: recall, y: precision; at most 500 points. */
      precisionRecall: curve,
    })
    .nullable(),
  perDefect: z.array(
    z.object({
      defect: z.string(),
      images: z.number().int(),
      /** Rejected at the run's limits. */
      found: z.number().int(),
      auroc: z.number().nullable(),
    }),
  ),
  /** What a stated share of rejected good parts asks of the limits, from the good parts that the model was learnt from. */
  heldOutScores: z.array(z.number()),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

const one = z.object({ runId: id });

/** Inspections. */
export const runsContract = {
  /** Newest first. */
  list: procedure.output(z.array(runSummarySchema)),
  get: procedure.input(one).output(runSummarySchema),
  scores: procedure.input(one).output(runScoresSchema),
  evaluation: procedure.input(one).output(evaluationSchema),
  /** What could not be inspected, and why, by path. */
  failures: procedure
    .input(one)
    .output(z.array(happeningSchema.extend({ path: z.string(), code: z.string() }))),
  /** Decides all parts of the run anew. */
  setLimits: procedure.input(one.extend({ limits: limitsSchema })).output(runSummarySchema),
  /**
   * Trains a classifier on the run's labelled parts and gives it to the run's model. Parts of the run get its opinion,
   * labelled ones that of a classifier which has not seen them.
   */
  learnClassifier: procedure.input(one).output(modelClassifierSchema),
  /** Lets the second opinion take part in deciding, or not, and decides all parts of the run anew. */
  followClassifier: procedure.input(one.extend({ follow: z.boolean() })).output(runSummarySchema),
  /** The limits that follow from stated rates, by the calibration of the run's model. */
  limitsFor: procedure
    .input(
      z.object({ falseRejectRate: z.number().min(1e-4).max(0.5), reviewRate: z.number().min(1e-4).max(0.5) }),
    )
    .output(limitsSchema),
  rename: procedure.input(one.extend({ title: z.string().trim().max(200) })).output(z.void()),
  remove: procedure.input(one).output(z.void()),
};
