import * as z from 'zod';
import { errorCodes } from '../errors/sparsight-error.ts';

/** An error as it crosses a process boundary: code, message for a person, what to do next, the file if any. */
export const errorDetailsSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  next: z.string(),
  path: z.string().optional(),
});
