import type { ReportBase, ReportDocument } from '../../../src-shared/domain/report.ts';
import type { ReportFormatter } from '../locales/report-formatter.ts';
import type { ReportTexts } from '../locales/report-texts.ts';

/** What every section is built from. */
export interface SectionSource<Document extends ReportBase = ReportDocument> {
  document: Document;
  texts: ReportTexts;
  format: ReportFormatter;
}
