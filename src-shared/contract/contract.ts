import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { hostContract } from './host.ts';
import { imagesContract } from './images.ts';
import { jobEventSchema, jobSchema } from './job.ts';
import { laboratoryContract } from './laboratory.ts';
import { modelsContract, modelSummarySchema, recipesContract } from './models.ts';
import { versionsSchema } from './outcomes.ts';
import { picturesContract } from './pictures.ts';
import { page, procedure, started } from './procedure.ts';
import { reportsContract } from './reports.ts';
import {
  evaluateRequestSchema,
  inspectRequestSchema,
  reportRequestSchema,
  samplesRequestSchema,
  studyDetectionRequestSchema,
  studyImagesRequestSchema,
  trainRequestSchema,
} from './requests.ts';
import { resultsContract } from './results.ts';
import { runsContract, runSummarySchema } from './runs.ts';
import { settingsContract } from './settings.ts';
import { signalsContract } from './signals.ts';

export const projectSummarySchema = z.object({
  path: z.string(),
  name: z.string(),
  createdAt: z.string(),
  schemaVersion: z.number().int(),
  readOnly: z.boolean(),
  images: z.number().int(),
  models: z.array(modelSummarySchema),
  runs: z.array(runSummarySchema),
  jobs: z.array(jobSchema),
  versions: versionsSchema,
});
export type ProjectSummary = z.infer<typeof projectSummarySchema>;

/** The one contract of window, command line, browser host and tests. */
export const contract = {
  project: {
    /** Open a project file; `create` makes one where there is none, `read` never writes to it. */
    open: procedure
      .input(
        z.object({ path: z.string().min(1), mode: z.enum(['read', 'write', 'create']).default('create') }),
      )
      .output(projectSummarySchema),
    summary: procedure.output(projectSummarySchema),
    close: procedure.output(z.void()),
  },
  jobs: {
    train: procedure.input(trainRequestSchema).output(started),
    inspect: procedure.input(inspectRequestSchema).output(started),
    evaluate: procedure.input(evaluateRequestSchema).output(started),
    report: procedure.input(reportRequestSchema).output(started),
    samples: procedure.input(samplesRequestSchema).output(started),
    /** Whether a model's good images are enough: its learning curve, kept with the model. */
    studyImages: procedure.input(studyImagesRequestSchema).output(started),
    /** What a model can see: the probability of detection by size, kept with the model. */
    studyDetection: procedure.input(studyDetectionRequestSchema).output(started),
    /** Everything that happens to a job until it ends, beginning with what has happened already. */
    events: procedure.input(started).output(eventIterator(jobEventSchema)),
    cancel: procedure.input(started).output(z.void()),
    /** Take up an interrupted inspection where it stopped. */
    resume: procedure.input(started).output(started),
    /** Newest first. */
    list: procedure.input(page.prefault({})).output(z.array(jobSchema)),
  },
  images: imagesContract,
  pictures: picturesContract,
  recipes: recipesContract,
  models: modelsContract,
  runs: runsContract,
  results: resultsContract,
  reports: reportsContract,
  laboratory: laboratoryContract,
  signals: signalsContract,
  settings: settingsContract,
  host: hostContract,
};
