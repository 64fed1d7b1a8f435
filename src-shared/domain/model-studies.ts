import * as z from 'zod';
import { detectionStudySchema, imagesStudySchema } from './study.ts';

/** Of which model a study tells, and when and where it was measured. */
const studyOriginSchema = z.object({
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  /** Parts that were taught since; 0 where it was measured on the model itself. */
  taughtSince: z.number().int().nonnegative(),
  /** The model that it was measured on; null where the project does not have that one. */
  measuredOn: z.number().int().nullable(),
  /** Whether it was measured in another project and came with a model file. */
  elsewhere: z.boolean(),
});
export type StudyOrigin = z.infer<typeof studyOriginSchema>;

/**
 * What was found out about a model after it was learnt; null what nobody has asked for. A taught model has the studies
 * of the model that it was taught from, until it has its own.
 */
export const modelStudiesSchema = z.object({
  images: imagesStudySchema.extend(studyOriginSchema.shape).nullable(),
  detection: detectionStudySchema.extend(studyOriginSchema.shape).nullable(),
});
export type ModelStudies = z.infer<typeof modelStudiesSchema>;

const carried = studyOriginSchema.pick({ madeAt: true, taughtSince: true }).shape;

/** Studies as a model file carries them: the numbers of models say nothing in another project. */
export const carriedStudiesSchema = z.object({
  images: imagesStudySchema.extend(carried).nullable(),
  detection: detectionStudySchema.extend(carried).nullable(),
});
export type CarriedStudies = z.infer<typeof carriedStudiesSchema>;
