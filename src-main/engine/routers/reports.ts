import { getReportFields, saveReportFields } from '../../storage/records/report-fields.ts';
import { unattendedJob } from '../jobs/unattended-job.ts';
import { previewReport } from '../use-cases/report.ts';
import type { Procedures, RouterContext } from './context.ts';

export function reportsRouter(procedures: Procedures['reports'], { project, environment }: RouterContext) {
  return {
    preview: procedures.preview.handler(({ input, signal }) =>
      previewReport(environment(unattendedJob(signal)), input),
    ),
    fields: procedures.fields.handler(() => getReportFields(project())),
    saveFields: procedures.saveFields.handler(({ input }) => saveReportFields(project(), input)),
  };
}
