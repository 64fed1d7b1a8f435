import type { ReportDocument, ReportFormat } from '../../src-shared/domain/report.ts';
import { renderCsv } from './csv/render-csv.ts';
import { renderHtml } from './html/render-html.ts';
import { renderJson } from './json/render-json.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { buildSections } from './sections/build-sections.ts';
import { renderXlsx } from './xlsx/render-xlsx.ts';

/**
 * Writes the report in one format. The same document gives the same bytes: no renderer reads the clock.
 *
 * @throws If a picture of a detail cannot be decoded, or an assets file is missing from the installation.
 */
export async function renderReport(document: ReportDocument, format: ReportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'html':
      return renderHtml(await buildSections(document));
    case 'pdf':
      return renderPdf(await buildSections(document));
    case 'csv':
      return renderCsv(document);
    case 'xlsx':
      return renderXlsx(document);
    case 'json':
      return renderJson(document);
  }
}
