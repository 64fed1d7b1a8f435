import * as z from 'zod';
import { happeningSchema } from './error.ts';
import { id, page, pictureSchema, procedure, started } from './procedure.ts';

/** 'good', a defect type, or null for a part that nobody has labelled. */
export const labelSchema = z.string().trim().min(1).max(100).nullable();

export const imageRowSchema = z.object({
  id,
  name: z.string(),
  path: z.string(),
  label: z.string().nullable(),
  width: z.number().int(),
  height: z.number().int(),
  bitDepth: z.number().int(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  addedAt: z.string(),
  /** 'unreadable' when it was imported, 'missing' when its file is gone now. */
  state: z.enum(['ok', 'unreadable', 'missing']),
  /** Why it is unreadable, for a person. */
  problem: happeningSchema.nullable(),
  /** The image with the same contents that was imported first. */
  duplicateOf: id.nullable(),
});
export type ImageRow = z.infer<typeof imageRowSchema>;

export const imageQuerySchema = z.object({
  /** Part of the name or path, any case. */
  text: z.string().max(500).default(''),
  /** Only images with one of these labels; all when left out. */
  labels: z.array(labelSchema).optional(),
  only: z.enum(['all', 'unreadable', 'duplicates']).default('all'),
  sort: z.enum(['name', 'addedAt', 'sizeBytes', 'label', 'pixels']).default('name'),
  descending: z.boolean().default(false),
});
export type ImageQuery = z.input<typeof imageQuerySchema>;

export const importRequestSchema = z.object({
  /** Files, or folders that are searched for images. */
  paths: z.array(z.string().min(1)).min(1),
  /**
   * The label that they get. 'by-folder' takes it from the folder that a file lies in: good, ok and pass mean good, any
   * other folder below the chosen one is a defect type, and files in the chosen folder itself stay unlabelled.
   */
  label: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('fixed'), label: labelSchema }),
      z.object({ kind: z.literal('by-folder') }),
    ])
    .default({ kind: 'fixed', label: null }),
});
export type ImportRequest = z.input<typeof importRequestSchema>;

export const importOutcomeSchema = z.object({
  added: z.number().int(),
  /** Known before: their labels were left as they were. */
  known: z.number().int(),
  unreadable: z.number().int(),
  duplicates: z.number().int(),
});
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

const labelled = z.array(z.object({ id, label: labelSchema }));

/** The images of the project and what is known of them. */
export const imagesContract = {
  /** A job. */
  import: procedure.input(importRequestSchema).output(started),
  list: procedure
    .input(imageQuerySchema.extend(page.shape))
    .output(z.object({ total: z.number().int(), rows: z.array(imageRowSchema) })),
  /** The ids of all images of a query in its order, for selecting ranges. */
  ids: procedure.input(imageQuerySchema).output(z.array(id)),
  get: procedure.input(z.object({ imageId: id })).output(imageRowSchema),
  /** How many images have which label. */
  labels: procedure.output(
    z.object({
      labels: z.array(z.object({ label: z.string().nullable(), count: z.number().int() })),
      unreadable: z.number().int(),
      duplicates: z.number().int(),
    }),
  ),
  /** Sets labels; what they were before comes back, so that it can be undone with the same procedure. */
  setLabels: procedure.input(z.object({ labels: labelled.min(1) })).output(z.object({ previous: labelled })),
  /** Takes images out of the project. The files stay; images that a model or a result needs stay, too. */
  remove: procedure
    .input(z.object({ imageIds: z.array(id).min(1) }))
    .output(z.object({ removed: z.number().int(), kept: z.number().int() })),
  /** Tells the project that a folder was moved. */
  relocate: procedure
    .input(z.object({ from: z.string().min(1), to: z.string().min(1) }))
    .output(z.object({ found: z.number().int(), missing: z.number().int() })),
  /** The picture reduced to fit a square, upright. */
  thumbnail: procedure
    .input(z.object({ imageId: id, side: z.number().int().min(32).max(1024).default(192) }))
    .output(pictureSchema),
};
