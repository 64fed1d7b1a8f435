import * as z from 'zod';

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
