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
