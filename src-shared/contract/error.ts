import * as z from 'zod';
import { reasonNames } from '../errors/reasons/reason-texts.ts';
import { errorCodes } from '../errors/sparsight-error.ts';

/** What happened, for those who say it in another language than English. */
export const errorReasonsSchema = z
  .array(
    z.object({
      name: z.enum(reasonNames),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  )
  .readonly();

/** What happened, without what to do next. */
export const happeningSchema = z.object({ message: z.string(), reasons: errorReasonsSchema.optional() });

/** An error as it crosses a process boundary: code, message for a person, what to do next, the file if any. */
export const errorDetailsSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  next: z.string(),
  path: z.string().optional(),
  reasons: errorReasonsSchema.optional(),
});
