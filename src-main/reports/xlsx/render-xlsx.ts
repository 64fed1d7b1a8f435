import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import type { ReportDocument, ReportLogo } from '../../../src-shared/domain/report.ts';
import { createFormatter } from '../locales/report-formatter.ts';
import { textsFor } from '../locales/texts-for.ts';
import type { SectionSource } from '../sections/section-source.ts';
import { studyTexts } from '../locales/study-texts.ts';
import { fillDetection } from './detection-sheet.ts';
import { fillParts } from './parts-sheet.ts';
import { fillRegions } from './regions-sheet.ts';
import { fillTable } from './sheet-table.ts';
import { fillSummary } from './summary-sheet.ts';

/** A workbook with the sheets summary, parts, regions and unreadable files, ready to sort and filter. */
export async function renderXlsx(document: ReportDocument): Promise<Uint8Array> {
  const texts = textsFor(document.language);
  const format = createFormatter(document.language, document.timeZone ?? 'UTC');
  const source: SectionSource = { document, texts, format };
  const created = new Date(document.createdAt);

  const workbook = new ExcelJS.Workbook();
  workbook.creator = document.fields.operator;
  workbook.lastModifiedBy = document.fields.operator;
  workbook.title = texts.title;
  workbook.subject = document.project.name;
  workbook.created = created;
  workbook.modified = created;

  const summary = workbook.addWorksheet(texts.sheets.summary);
  fillSummary(summary, source);
  if (document.logo) placeLogo(workbook, summary, document.logo);
  fillParts(workbook.addWorksheet(texts.sheets.parts), source);
  fillRegions(workbook.addWorksheet(texts.sheets.regions), source);
  const detection = document.studies?.detection ?? null;
  if (detection !== null) {
    fillDetection(workbook.addWorksheet(studyTexts[document.language].sheet), source, detection);
  }
  fillTable(
    workbook.addWorksheet(texts.sheets.unreadable),
    [
      { title: texts.unreadable.file, width: 70, wrapped: true, value: (file) => file.path },
      { title: texts.unreadable.reason, width: 80, wrapped: true, value: (file) => file.reason },
    ],
    document.unreadable,
  );
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Beside the columns, where it covers nothing. */
function placeLogo(
  workbook: ExcelJS.Workbook,
  sheet: ExcelJS.Worksheet,
  { png, width, height }: ReportLogo,
): void {
  const scale = Math.min(220 / width, 80 / height);
  const base64 = Buffer.from(png).toString('base64');
  sheet.addImage(workbook.addImage({ base64, extension: 'png' }), {
    tl: { col: 4, row: 0 },
    ext: { width: width * scale, height: height * scale },
  });
}

/** Writes the package again with one fixed date on its files: exceljs puts the current time there. */
function withoutClock(workbook: Uint8Array): Uint8Array {
  // The zip format stores local time, so this date has to be made from local fields to be the same everywhere.
  return zipSync(unzipSync(workbook), { mtime: new Date(1980, 0, 1) });
}
