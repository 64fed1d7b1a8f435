import * as z from 'zod';
import { recipeSchema } from '../domain/recipe.ts';
import { reportFormats } from '../domain/report.ts';

const path = z.string().min(1);
const seed = z.number().int().min(0).max(0xffffffff).default(0);

export const trainRequestSchema = z.object({
  /** Folders or files of good parts. */
  good: z.array(path).min(1),
  recipe: recipeSchema.optional(),
  /** Learn from the first so many images only. */
  limit: z.number().int().positive().optional(),
  seed,
});
export type TrainRequest = z.infer<typeof trainRequestSchema>;

export const inspectRequestSchema = z.object({
  /** Files, or folders that are searched for images. */
  images: z.array(path).min(1),
  /** The newest model when left out. */
  modelId: z.number().int().optional(),
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

export const reportFieldsSchema = z.object({
  customer: z.string().max(500).default(''),
  partNumber: z.string().max(500).default(''),
  batch: z.string().max(500).default(''),
  operator: z.string().max(500).default(''),
  remarks: z.string().max(10_000).default(''),
});

export const reportRequestSchema = z.object({
  /** The newest run when left out. */
  runId: z.number().int().optional(),
  format: z.enum(reportFormats),
  out: path,
  language: z.enum(['en', 'ja']).default('en'),
  fields: reportFieldsSchema.prefault({}),
});
export type ReportRequest = z.infer<typeof reportRequestSchema>;

export const samplesRequestSchema = z.object({ out: path, seed });
export type SamplesRequest = z.infer<typeof samplesRequestSchema>;
