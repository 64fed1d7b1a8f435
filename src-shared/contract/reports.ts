import * as z from 'zod';
import { procedure } from './procedure.ts';
import { reportFieldsSchema, reportRequestSchema } from './requests.ts';

export const reportsContract = {
  /**
   * The report as one self-contained HTML page. Of the parts that have a page of their own, it holds the first few after
   * those that are skipped; `details` counts them all, `next` is how many to skip for those that follow, if any do.
   */
  preview: procedure
    .input(
      reportRequestSchema
        .omit({ format: true, out: true })
        .extend({ skip: z.number().int().nonnegative().default(0) }),
    )
    .output(
      z.object({
        html: z.string(),
        parts: z.number().int(),
        details: z.number().int(),
        next: z.number().int().nullable(),
      }),
    ),
  /** What was filled in last, kept in the project. */
  fields: procedure.output(reportFieldsSchema),
  saveFields: procedure.input(reportFieldsSchema).output(z.void()),
};
