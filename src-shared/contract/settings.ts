import * as z from 'zod';
import { procedure } from './procedure.ts';

const language = z.enum(['system', 'en', 'ja']);
const theme = z.enum(['system', 'light', 'dark']);
const operator = z.string().max(200);
const workers = z.number().int().min(1).max(64).nullable();
const lengthUnit = z.enum(['px', 'mm']);
const millimetresPerPixel = z.number().positive().max(1000).nullable();
const colourMap = z.enum(['inferno', 'viridis', 'magma', 'cividis']);
const heatMapOpacity = z.number().min(0).max(1);

/** What a person has set for the application, whatever project is open. */
export const settingsSchema = z.object({
  language: language.default('system'),
  theme: theme.default('system'),
  /** Who judges parts and signs reports. */
  operator: operator.default(''),
  /** Worker threads; null for one per core. Takes effect at the next start. */
  workers: workers.default(null),
  /** In which unit lengths are shown; with 'mm', `millimetresPerPixel` says how large a pixel is. */
  lengthUnit: lengthUnit.default('px'),
  millimetresPerPixel: millimetresPerPixel.default(null),
  colourMap: colourMap.default('inferno'),
  /** Of the heat map over the part, in [0, 1]. */
  heatMapOpacity: heatMapOpacity.default(0.6),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What is left out stays as it is, so nothing here has a default. */
export const settingsChangeSchema = z
  .object({
    language,
    theme,
    operator,
    workers,
    lengthUnit,
    millimetresPerPixel,
    colourMap,
    heatMapOpacity,
  })
  .partial();

export const recentProjectSchema = z.object({
  path: z.string(),
  name: z.string(),
  openedAt: z.string(),
  /** False when the file is gone or cannot be reached now. */
  exists: z.boolean(),
  images: z.number().int(),
  models: z.number().int(),
  /** Decisions of the newest inspection; null when there is none. */
  lastRun: z.object({ pass: z.number(), review: z.number(), reject: z.number() }).nullable(),
  /** A data URL of a small picture of a part; null when there is none. */
  thumbnail: z.string().nullable(),
});
export type RecentProject = z.infer<typeof recentProjectSchema>;

export const settingsContract = {
  get: procedure.output(settingsSchema),
  set: procedure.input(settingsChangeSchema).output(settingsSchema),
  /** Latest first. */
  recentProjects: procedure.output(z.array(recentProjectSchema)),
  forgetProject: procedure.input(z.object({ path: z.string().min(1) })).output(z.void()),
};
