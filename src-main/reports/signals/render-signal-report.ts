import type { ReportFormat } from '../../../src-shared/domain/report.ts';
import type { SignalReportDocument } from '../../../src-shared/domain/signal-report.ts';
import { renderHtml } from '../html/render-html.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import { renderSignalCsv } from './signal-csv.ts';
import { renderSignalJson } from './signal-json.ts';
import { buildSignalSections } from './signal-sections.ts';
import { renderSignalXlsx } from './signal-workbook.ts';

/** Writes a report on signals in one format, as {@link renderReport} does one on images. */
export async function renderSignalReport(
  document: SignalReportDocument,
  format: ReportFormat,
): Promise<Uint8Array> {
  switch (format) {
    case 'html':
      return renderHtml(buildSignalSections(document));
    case 'pdf':
      return renderPdf(buildSignalSections(document));
    case 'csv':
      return renderSignalCsv(document);
    case 'xlsx':
      return renderSignalXlsx(document);
    case 'json':
      return renderSignalJson(document);
  }
}
