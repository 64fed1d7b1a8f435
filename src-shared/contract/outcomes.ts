import * as z from 'zod';
import { classifierFiguresSchema } from '../domain/classifier.ts';
import { decisionSchema, limitsSchema } from '../domain/decision.ts';
import { detectionStudySchema, imagesStudySchema } from '../domain/study.ts';

/** Versions of what produced a result, by component name. */
export const versionsSchema = z.record(z.string(), z.string());

export const modelReferenceSchema = z.object({ id: z.number().int(), hash: z.string() });

export const trainOutcomeSchema = z.object({
  project: z.string(),
  seed: z.number().int(),
  model: modelReferenceSchema,
  images: z.number().int(),
  /** Files that could not be used; each was reported as a warning. */
  skipped: z.number().int(),
  patches: z.number().int(),
  /** Good parts that the others cannot explain, the oddest first; each was reported as a warning. */
  suspicious: z.array(z.object({ path: z.string(), score: z.number() })),
  /** From the first file to the stored model. */
  seconds: z.number(),
  aligned: z.boolean(),
  /** Whether colours are compared besides brightness. */
  colour: z.boolean(),
  /** Whether the place on a part says what structure to expect there. */
  structured: z.boolean(),
  limits: limitsSchema,
  peakRssBytes: z.number(),
});
export type TrainOutcome = z.infer<typeof trainOutcomeSchema>;

export const inspectOutcomeSchema = z.object({
  project: z.string(),
  runId: z.number().int(),
  model: modelReferenceSchema,
  counts: z.object({
    total: z.number().int(),
    pass: z.number().int(),
    review: z.number().int(),
    reject: z.number().int(),
    unreadable: z.number().int(),
  }),
  seconds: z.number(),
  imagesPerSecond: z.number(),
  limits: limitsSchema,
  peakRssBytes: z.number(),
});
export type InspectOutcome = z.infer<typeof inspectOutcomeSchema>;

const rate = z.number().min(0).max(1);

export const evaluateOutcomeSchema = z.object({
  dataset: z.string(),
  project: z.string(),
  seed: z.number().int(),
  runId: z.number().int(),
  model: modelReferenceSchema,
  train: z.object({
    images: z.number().int(),
    patches: z.number().int(),
    seconds: z.number(),
    aligned: z.boolean(),
    colour: z.boolean(),
  }),
  test: z.object({
    images: z.number().int(),
    unreadable: z.number().int(),
    seconds: z.number(),
    imagesPerSecond: z.number(),
  }),
  image: z.object({
    auroc: rate,
    averagePrecision: rate,
    /** At `threshold`, which follows from good training parts alone. */
    accuracy: rate,
    /** Share of good parts rejected. */
    falseRejectRate: rate,
    /** Share of defective parts not rejected. */
    falseAcceptRate: rate,
    threshold: z.number(),
    thresholdRule: z.string(),
  }),
  pixel: z.object({ auroc: rate, aupro: rate, masks: z.number().int() }).nullable(),
  perDefect: z.record(
    z.string(),
    z.object({ images: z.number().int(), found: z.number().int(), recall: rate, auroc: rate }),
  ),
  classifier: classifierFiguresSchema.nullable(),
  peakRssBytes: z.number(),
  versions: versionsSchema,
});
export type EvaluateOutcome = z.infer<typeof evaluateOutcomeSchema>;

export const reportOutcomeSchema = z.object({
  out: z.string(),
  format: z.enum(['pdf', 'html', 'csv', 'xlsx', 'json']),
  bytes: z.number().int(),
  parts: z.number().int(),
  details: z.number().int(),
});
export type ReportOutcome = z.infer<typeof reportOutcomeSchema>;

export const samplesOutcomeSchema = z.object({
  out: z.string(),
  images: z.number().int(),
  seconds: z.number(),
});
export type SamplesOutcome = z.infer<typeof samplesOutcomeSchema>;

export const teachOutcomeSchema = z.object({
  model: modelReferenceSchema,
  /** That teaching took; without looking again. */
  seconds: z.number(),
  /** Results of the run that the new model decides differently. */
  changed: z.array(z.object({ resultId: z.number().int(), from: decisionSchema, to: decisionSchema })),
  /** Parts of the run that the new model may decide differently. */
  again: z.object({
    /** Looked at with the new model. */
    looked: z.number().int(),
    /** Gone, changed or unreadable by now. */
    unreadable: z.number().int(),
    /** Not looked at, since the job was cancelled. */
    left: z.number().int(),
  }),
});
export type TeachOutcome = z.infer<typeof teachOutcomeSchema>;

export const studyImagesOutcomeSchema = z.object({ model: modelReferenceSchema, study: imagesStudySchema });
export type StudyImagesOutcome = z.infer<typeof studyImagesOutcomeSchema>;

export const studyDetectionOutcomeSchema = z.object({
  model: modelReferenceSchema,
  study: detectionStudySchema,
});
export type StudyDetectionOutcome = z.infer<typeof studyDetectionOutcomeSchema>;
