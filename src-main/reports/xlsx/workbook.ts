import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import type { ReportBase, ReportLogo } from '../../../src-shared/domain/report.ts';
import type { SectionSource } from '../sections/section-source.ts';

/** An empty workbook with the report's properties. */
export function createWorkbook({ document, texts }: SectionSource<ReportBase>): ExcelJS.Workbook {
  const created = new Date(document.createdAt);
  const workbook = new ExcelJS.Workbook();
  workbook.creator = document.fields.operator;
  workbook.lastModifiedBy = document.fields.operator;
  workbook.title = texts.title;
  workbook.subject = document.project.name;
  workbook.created = created;
  workbook.modified = created;
  return workbook;
}

/** Beside the columns, where it covers nothing. */
export function placeLogo(
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

/** The workbook as a file that says nothing of the clock: exceljs puts the current time on the files in it. */
export async function workbookBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  // The zip format stores local time, so this date has to be made from local fields to be the same everywhere.
  return zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1) });
}
