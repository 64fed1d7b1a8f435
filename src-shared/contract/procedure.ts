import { oc } from '@orpc/contract';
import * as z from 'zod';
import { errorDetailsSchema } from './error.ts';

/** Every procedure can fail with one error: details that a person can act on. */
export const procedure = oc.errors({ SPARSIGHT: { data: errorDetailsSchema } });

export const id = z.number().int();
export const started = z.object({ jobId: id });

export const page = z.object({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
});

/** Numbers on a grid as bytes: little-endian, row-major. */
export const arraySchema = z.object({
  shape: z.tuple([z.number().int(), z.number().int()]),
  dtype: z.literal('f32'),
  bytes: z.instanceof(Blob),
});

/** An encoded picture (WebP or PNG; the blob's type says which). */
export const pictureSchema = z.instanceof(Blob);
