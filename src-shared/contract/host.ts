import * as z from 'zod';
import { procedure } from './procedure.ts';

/** The machine and program that the engine runs in. */
export const hostContract = {
  about: procedure.output(
    z.object({
      version: z.string(),
      components: z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() })),
      cores: z.number().int(),
      logFile: z.string().nullable(),
      /** Where new projects are offered to be saved. */
      documentsFolder: z.string(),
    }),
  ),
  /** What a folder holds, for choosing files where there is no native dialog; the home folder when none is named. */
  folder: procedure.input(z.object({ path: z.string().min(1).optional() })).output(
    z.object({
      path: z.string(),
      parent: z.string().nullable(),
      entries: z.array(
        z.object({
          name: z.string(),
          path: z.string(),
          kind: z.enum(['folder', 'image', 'project', 'file']),
        }),
      ),
    }),
  ),
  /** The user guide as Markdown. */
  guide: procedure
    .input(z.object({ language: z.enum(['en', 'ja']) }))
    .output(z.object({ markdown: z.string() })),
  /** The last lines of the log, oldest first. */
  log: procedure.output(z.object({ lines: z.array(z.string()) })),
};
