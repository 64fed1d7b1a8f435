import * as z from 'zod';
import { recipeSchema } from '../domain/recipe.ts';
import { reportFormats } from '../domain/report.ts';
import { defectKinds, defectKindSchema, millimetresPerPixelSchema } from '../domain/study.ts';

const path = z.string().min(1);
const seed = z.number().int().min(0).max(0xffffffff).default(0);

export const trainRequestSchema = z.object({
  /** Folders or files of good parts; the project's images labelled good when left out. */
  good: z.array(path).min(1).optional(),
  recipe: recipeSchema.optional(),
  /** Learn from so many of the images, evenly spread over them: neighbours in a folder are often alike. */
  limit: z.number().int().positive().optional(),
  seed,
});
export type TrainRequest = z.infer<typeof trainRequestSchema>;

export const inspectRequestSchema = z.object({
  /** Files, or folders that are searched for images. */
  images: z.array(path).default([]),
  /** Images of the project. */
  imageIds: z.array(z.number().int()).default([]),
  /** The model in use when left out. */
  modelId: z.number().int().optional(),
  title: z.string().max(200).default(''),
  /**
   * Also inspect each image that is written into the folders from now on, once it is complete, until the job is
   * cancelled; then the run is whole and stays.
   */
  watch: z.boolean().default(false),
  /** Also write each heat map as a PNG with its legend into this folder. */
  mapsFolder: path.optional(),
});
export type InspectRequest = z.infer<typeof inspectRequestSchema>;

export const evaluateRequestSchema = z.object({
  /** Folder with train/good, test/good, test/<defect> and optionally ground_truth/<defect>/<name>_mask.png. */
  dataset: path,
  recipe: recipeSchema.optional(),
  limitTrain: z.number().int().positive().optional(),
  seed,
});
export type EvaluateRequest = z.infer<typeof evaluateRequestSchema>;

const modelId = z.number().int().optional();

export const studyImagesRequestSchema = z.object({
  /** The model in use when left out. */
  modelId,
  seed,
});
export type StudyImagesRequest = z.infer<typeof studyImagesRequestSchema>;

export const studyDetectionRequestSchema = z.object({
  /** The model in use when left out. */
  modelId,
  kinds: z
    .array(defectKindSchema)
    .min(1)
    .max(defectKinds.length)
    .default([...defectKinds]),
  /** Defects of each kind and contrast that are tried. */
  trials: z.number().int().min(20).max(1000).default(60),
  /** Size of a pixel, for sizes in millimetres; what the files state when left out. */
  millimetresPerPixel: millimetresPerPixelSchema.max(1000).optional(),
  seed,
});
export type StudyDetectionRequest = z.infer<typeof studyDetectionRequestSchema>;

export const reportFieldsSchema = z.object({
  customer: z.string().max(500).default(''),
  partNumber: z.string().max(500).default(''),
  batch: z.string().max(500).default(''),
  operator: z.string().max(500).default(''),
  remarks: z.string().max(10_000).default(''),
  /** A PNG or JPEG file, at most 2 MB. */
  logo: z.string().max(4096).default(''),
});
export type ReportFieldsRequest = z.infer<typeof reportFieldsSchema>;

export const reportRequestSchema = z.object({
  /** The newest run when left out. */
  runId: z.number().int().optional(),
  format: z.enum(reportFormats),
  out: path,
  language: z.enum(['en', 'ja']).default('en'),
  fields: reportFieldsSchema.prefault({}),
  /** The parts that are shown one by one: the rejected and reviewed ones, only the rejected ones, or these results. */
  details: z
    .union([z.enum(['suspicious', 'rejected', 'none']), z.array(z.number().int()).max(10_000)])
    .default('suspicious'),
});
export type ReportRequest = z.infer<typeof reportRequestSchema>;

export const samplesRequestSchema = z.object({ out: path, seed });
export type SamplesRequest = z.infer<typeof samplesRequestSchema>;
