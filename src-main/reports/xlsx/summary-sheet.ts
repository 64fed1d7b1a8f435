import type { Worksheet } from 'exceljs';
import type { ReportBase } from '../../../src-shared/domain/report.ts';
import { coverFacts } from '../sections/cover-facts.ts';
import { recipeInWords } from '../sections/recipe-in-words.ts';
import type { SectionSource } from '../sections/section-source.ts';
import { outcomeColours } from '../theme.ts';
import { argb } from './argb.ts';
import { cellValue } from './sheet-table.ts';

const outcomes = ['pass', 'review', 'reject', 'unreadable'] as const;

/** Cover, counts, limits and model on one sheet, for reading rather than for calculating. */
export function fillSummary(sheet: Worksheet, source: SectionSource): void {
  const { document, texts } = source;
  const { model } = document;
  fillOutcomes(sheet, source);

  addHeading(sheet, [texts.model.heading]);
  sheet.addRow([texts.model.identity, model.id]);
  sheet.addRow([texts.model.hash, model.hash]);
  sheet.addRow([texts.model.images, model.trainImages]).getCell(2).numFmt = '#,##0';
  sheet.addRow([texts.model.patches, model.trainPatches]).getCell(2).numFmt = '#,##0';
  sheet.addRow([texts.model.seed, model.seed]);
  for (const { label, value } of recipeInWords(source)) sheet.addRow([label, value]);

  fillVersions(sheet, source);
}

/** Cover, counts and limits. */
export function fillOutcomes(sheet: Worksheet, source: SectionSource<ReportBase>): void {
  const { document, texts } = source;
  const { counts, limits } = document;
  sheet.getColumn(1).width = 38;
  sheet.getColumn(2).width = 60;
  sheet.getColumn(3).width = 12;
  sheet.getColumn(2).alignment = { horizontal: 'left', vertical: 'top', wrapText: true };

  sheet.addRow([texts.title]).font = { bold: true, size: 16 };
  for (const { label, value } of coverFacts(source)) sheet.addRow([label, cellValue(value)]);

  addHeading(sheet, [texts.summary.heading, texts.workbook.count, texts.workbook.share]);
  const files = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  for (const outcome of outcomes) {
    const row = sheet.addRow([
      texts.decisions[outcome],
      counts[outcome],
      files === 0 ? 0 : counts[outcome] / files,
    ]);
    row.getCell(1).font = { bold: true, color: { argb: argb(outcomeColours[outcome].text) } };
    row.getCell(3).numFmt = '0.0%';
  }
  sheet.addRow([texts.workbook.reviewLimit, limits.review]).getCell(2).numFmt = '0.00';
  sheet.addRow([texts.workbook.rejectLimit, limits.reject]).getCell(2).numFmt = '0.00';
  sheet.addRow([texts.workbook.falseRejectRate, document.falseRejectRate]).getCell(2).numFmt = '0.00%';
}

export function fillVersions(sheet: Worksheet, { document, texts }: SectionSource<ReportBase>): void {
  const { software } = document;
  addHeading(sheet, [texts.appendix.software]);
  for (const [name, version] of Object.entries({
    [software.name]: software.version,
    ...software.components,
  })) {
    sheet.addRow([name, version]);
  }
}

export function addHeading(sheet: Worksheet, titles: string[]): void {
  sheet.addRow([]);
  sheet.addRow(titles).font = { bold: true };
}
