import type { Worksheet } from 'exceljs';
import type { ReportBase } from '../../../src-shared/domain/report.ts';
import type { SectionSource } from '../sections/section-source.ts';
import { fillTable } from './sheet-table.ts';

/** One row for each file without a decision. */
export function fillUnreadable(sheet: Worksheet, { document, texts }: SectionSource<ReportBase>): void {
  fillTable(
    sheet,
    [
      { title: texts.unreadable.file, width: 70, wrapped: true, value: (file) => file.path },
      { title: texts.unreadable.reason, width: 80, wrapped: true, value: (file) => file.reason },
    ],
    document.unreadable,
  );
}
