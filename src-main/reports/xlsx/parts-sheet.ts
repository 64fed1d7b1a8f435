import type { Worksheet } from 'exceljs';
import type { Decision } from '../../../src-shared/domain/decision.ts';
import type { ReportPart } from '../../../src-shared/domain/report.ts';
import type { SectionSource } from '../sections/section-source.ts';
import { outcomeColours } from '../theme.ts';
import { argb } from './argb.ts';
import { fillTable } from './sheet-table.ts';

const decisionColumn = 2;

/** One row for each inspected part. */
export function fillParts(sheet: Worksheet, { document, texts }: SectionSource): void {
  const { parts: words, workbook } = texts;
  fillTable<ReportPart>(
    sheet,
    [
      { title: words.name, width: 34, wrapped: true, value: (part) => part.name },
      { title: words.decision, width: 12, value: (part) => texts.decisions[part.decision] },
      { title: words.score, width: 10, format: '0.00', value: (part) => part.score },
      { title: words.psnr, width: 12, format: '0.0', value: (part) => part.psnr },
      { title: words.ssim, width: 10, format: '0.000', value: (part) => part.ssim },
      { title: words.regions, width: 10, format: '0', value: (part) => part.regionCount },
      { title: words.label, width: 16, value: (part) => part.label },
      {
        title: words.verdict,
        width: 14,
        value: (part) => part.verdict && texts.verdicts[part.verdict.decision],
      },
      { title: words.reason, width: 60, wrapped: true, value: (part) => part.reason },
      {
        title: workbook.comment,
        width: 30,
        wrapped: true,
        value: (part) => part.verdict?.comment ?? null,
      },
      { title: workbook.decidedBy, width: 18, value: (part) => part.verdict?.by ?? null },
      {
        title: workbook.decidedAt,
        width: 18,
        format: 'yyyy-mm-dd hh:mm',
        value: (part) => (part.verdict === null ? null : new Date(part.verdict.at)),
      },
      { title: workbook.path, width: 60, value: (part) => part.path },
      { title: texts.details.checksum, width: 68, value: (part) => part.sha256 },
    ],
    document.parts,
  );
  colourDecisions(sheet, document.parts, decisionColumn);
}

/** Decisions in their colours. @param column counted from 1 */
export function colourDecisions(
  sheet: Worksheet,
  parts: readonly { decision: Decision }[],
  column: number,
): void {
  parts.forEach(({ decision }, i) => {
    const cell = sheet.getRow(i + 2).getCell(column);
    const { text, tint } = outcomeColours[decision];
    cell.font = { bold: true, color: { argb: argb(text) } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(tint) } };
  });
}
