import type { Worksheet } from 'exceljs';
import { colours } from '../theme.ts';
import { argb } from './argb.ts';

export type SheetValue = string | number | Date | null;

export interface SheetColumn<Row> {
  title: string;
  /** In characters of the default font. */
  width: number;
  /** Excel number format. */
  format?: string;
  /** Text of any length, which takes as many lines as it needs instead of being cut off. @default false */
  wrapped?: boolean;
  value: (row: Row) => SheetValue;
}

/** The most characters that a cell of a workbook may hold. */
const longestText = 32_767;

/** Fills a sheet with a table: bold head that stays in sight, and a filter on each column. */
export function fillTable<Row>(sheet: Worksheet, columns: SheetColumn<Row>[], rows: Row[]): void {
  columns.forEach(({ width, format, wrapped = false }, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = width;
    column.alignment = { vertical: 'top', wrapText: wrapped };
    if (format !== undefined) column.numFmt = format;
  });
  const head = sheet.addRow(columns.map(({ title }) => title));
  head.font = { bold: true };
  head.alignment = { vertical: 'middle', wrapText: true };
  head.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(colours.faint) } };
    cell.border = { bottom: { style: 'thin', color: { argb: argb(colours.quiet) } } };
  });
  for (const row of rows) sheet.addRow(columns.map(({ value }) => cellValue(value(row))));
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 1 }];
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  sheet.pageSetup = {
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.headerFooter.oddFooter = '&L&A&R&P / &N';
}

/**
 * Text stays text in a workbook whatever it begins with, so formulas in names never run. A number that a cell
 * cannot hold is written as its sign; a text is cut at the format's limit.
 */
export function cellValue(value: SheetValue): SheetValue {
  if (typeof value === 'number' && !Number.isFinite(value))
    return Number.isNaN(value) ? null : value > 0 ? '∞' : '-∞';
  return typeof value === 'string' ? value.toWellFormed().slice(0, longestText) : value;
}
