import * as z from 'zod';
import { procedure } from './procedure.ts';
import { reportFieldsSchema, reportRequestSchema } from './requests.ts';

export const reportsContract = {
  /** The report as one self-contained HTML page. */
  preview: procedure
    .input(reportRequestSchema.omit({ format: true, out: true }))
    .output(z.object({ html: z.string(), parts: z.number().int(), details: z.number().int() })),
  /** What was filled in last, kept in the project. */
  fields: procedure.output(reportFieldsSchema),
  saveFields: procedure.input(reportFieldsSchema).output(z.void()),
};
