import type { ReportDocument } from '../../../src-shared/domain/report.ts';
import { createFormatter } from '../locales/report-formatter.ts';
import { textsFor } from '../locales/texts-for.ts';
import type { SectionSource } from '../sections/section-source.ts';
import { studyTexts } from '../locales/study-texts.ts';
import { fillDetection } from './detection-sheet.ts';
import { fillParts } from './parts-sheet.ts';
import { fillRegions } from './regions-sheet.ts';
import { fillSummary } from './summary-sheet.ts';
import { fillUnreadable } from './unreadable-sheet.ts';
import { createWorkbook, placeLogo, workbookBytes } from './workbook.ts';

/** A workbook with the sheets summary, parts, regions and unreadable files, ready to sort and filter. */
export async function renderXlsx(document: ReportDocument): Promise<Uint8Array> {
  const texts = textsFor(document.language);
  const format = createFormatter(document.language, document.timeZone ?? 'UTC');
  const source: SectionSource = { document, texts, format };
  const workbook = createWorkbook(source);

  const summary = workbook.addWorksheet(texts.sheets.summary);
  fillSummary(summary, source);
  if (document.logo) placeLogo(workbook, summary, document.logo);
  fillParts(workbook.addWorksheet(texts.sheets.parts), source);
  fillRegions(workbook.addWorksheet(texts.sheets.regions), source);
  const detection = document.studies?.detection ?? null;
  if (detection !== null) {
    fillDetection(workbook.addWorksheet(studyTexts[document.language].sheet), source, detection);
  }
  fillUnreadable(workbook.addWorksheet(texts.sheets.unreadable), source);
  return workbookBytes(workbook);
}
