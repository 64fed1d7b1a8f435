import { reportFieldsSchema } from '../../../src-shared/contract/requests.ts';
import type { ReportFieldsRequest } from '../../../src-shared/contract/requests.ts';
import type { OpenProject } from '../open-project.ts';
import { project as table } from '../schema.ts';
import { fromJson, toJson } from './json-column.ts';

/** What was last filled in for the cover of a report; empty fields at first. */
export function getReportFields(project: OpenProject): ReportFieldsRequest {
  return project.read((database) => {
    const text = database.select({ fields: table.reportFields }).from(table).get()?.fields ?? '{}';
    return fromJson(reportFieldsSchema, text, 'project.report_fields');
  });
}

export function saveReportFields(project: OpenProject, fields: ReportFieldsRequest): void {
  const reportFields = toJson(reportFieldsSchema, fields);
  project.transaction((database) => database.update(table).set({ reportFields }).run());
}
