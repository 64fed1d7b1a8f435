import type { ReportPart } from '../../../src-shared/domain/report.ts';
import type { SectionSource } from './section-source.ts';
import { detailId } from './details-heading.ts';
import type { Block, Cell, Column, Section } from './section-model.ts';

interface PartColumn extends Column {
  cell: (part: ReportPart) => Cell;
}

/** One row for each inspected part. Columns that no part fills (label, verdict) are left out. */
export function partsSection(source: SectionSource): Section {
  const { document, texts } = source;
  const columns = partColumns(source);
  const rows = document.parts.map((part) => columns.map((column) => column.cell(part)));
  const block: Block =
    rows.length === 0
      ? { kind: 'text', style: 'plain', paragraphs: [texts.parts.none] }
      : { kind: 'table', caption: texts.parts.caption, columns, rows };
  return { id: 'parts', level: 1, title: texts.parts.heading, startsPage: false, blocks: [block] };
}

function partColumns({ document, texts, format }: SectionSource): PartColumn[] {
  const words = texts.parts;
  const detailOf = new Map(document.details.map((part, index) => [part.path, detailId(index)]));
  const figure = (title: string, width: number, value: (part: ReportPart) => string): PartColumn => ({
    title,
    align: 'end',
    width,
    cell: (part) => ({ text: value(part) }),
  });
  const text = (title: string, width: number, value: (part: ReportPart) => string): PartColumn => ({
    title,
    align: 'start',
    width,
    cell: (part) => ({ text: value(part) }),
  });
  const columns = [
    {
      title: words.name,
      align: 'start' as const,
      width: 23,
      cell: (part: ReportPart): Cell => {
        const link = detailOf.get(part.path);
        return link === undefined ? { text: part.name } : { text: part.name, link };
      },
    },
    {
      title: words.decision,
      align: 'start' as const,
      width: 13,
      cell: (part: ReportPart): Cell => ({ text: texts.decisions[part.decision], outcome: part.decision }),
    },
    figure(words.score, 8, (part) => format.fixed(part.score, 2)),
    figure(words.psnr, 8, (part) => format.fixed(part.psnr, 1)),
    figure(words.ssim, 8, (part) => format.fixed(part.ssim, 3)),
    figure(words.regions, 9, (part) => format.count(part.regionCount)),
  ];
  if (document.parts.some((part) => part.label !== null)) {
    columns.push(text(words.label, 11, (part) => part.label ?? texts.none));
  }
  if (document.parts.some((part) => part.verdict !== null)) {
    columns.push(
      text(words.verdict, 12, (part) => (part.verdict ? texts.verdicts[part.verdict.decision] : texts.none)),
    );
  }
  columns.push(text(words.reason, 30, (part) => part.reason));
  return columns;
}
