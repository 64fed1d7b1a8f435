import * as z from 'zod';
import { decide } from './decision.ts';
import type { Decision, Limits } from './decision.ts';

const rate = z.number().min(0).max(1);

/** Figures of a classifier trained on labelled parts, each part judged by a classifier that has not seen it. */
export const classifierFiguresSchema = z.object({
  folds: z.number().int(),
  auroc: rate,
  accuracy: rate,
  falseRejectRate: rate,
  falseAcceptRate: rate,
});
export type ClassifierFigures = z.infer<typeof classifierFiguresSchema>;

/**
 * A classifier that gives a second opinion on parts: a linear decision over standardised statistics,
 * P(defective) = 1 / (1 + exp(-(bias + sum_j weight_j (value_j - mean_j) / deviation_j))).
 */
export const classifierSchema = z.object({
  /** Names of the statistics, in the order of the lists below. */
  features: z.array(z.string()),
  means: z.array(z.number()),
  deviations: z.array(z.number()),
  weights: z.array(z.number()),
  bias: z.number(),
  /** Labelled parts that it was trained on. */
  good: z.number().int(),
  defective: z.number().int(),
  figures: classifierFiguresSchema,
});
export type Classifier = z.infer<typeof classifierSchema>;

/** From this probability on, a classifier calls a part defective. */
export const defectLimit = 0.5;

/**
 * The decision of a person who follows the second opinion: what the classifier calls defective is rejected; what it calls
 * good and the score rejects is for a person to see, since a kind of defect that nobody has labelled yet is unknown to
 * the classifier.
 *
 * @param probability of a defect, in [0, 1]
 */
export function decideWithOpinion(score: number, limits: Limits, probability: number): Decision {
  if (probability >= defectLimit) return 'reject';
  const byScore = decide(score, limits);
  return byScore === 'reject' ? 'review' : byScore;
}
