import type { Worksheet } from 'exceljs';
import type { SignalReportDocument, SignalReportMark } from '../../../src-shared/domain/signal-report.ts';
import { colourDecisions } from '../xlsx/parts-sheet.ts';
import { fillTable } from '../xlsx/sheet-table.ts';
import { addHeading, fillOutcomes, fillVersions } from '../xlsx/summary-sheet.ts';
import { fillUnreadable } from '../xlsx/unreadable-sheet.ts';
import { createWorkbook, placeLogo, workbookBytes } from '../xlsx/workbook.ts';
import { learntFacts } from './learnt-facts.ts';
import { signalSource } from './signal-source.ts';
import type { SignalSource } from './signal-source.ts';

/** A workbook with the sheets summary, signals, places and unreadable files. */
export async function renderSignalXlsx(document: SignalReportDocument): Promise<Uint8Array> {
  const source = signalSource(document);
  const { texts, words } = source;
  const workbook = createWorkbook(source);
  const summary = workbook.addWorksheet(texts.sheets.summary);
  fillOutcomes(summary, source);
  addHeading(summary, [words.learnt.heading]);
  for (const { label, value } of learntFacts(source)) summary.addRow([label, value]);
  fillVersions(summary, source);
  if (document.logo) placeLogo(workbook, summary, document.logo);
  fillSignals(workbook.addWorksheet(words.partsTitle), source);
  fillPlaces(workbook.addWorksheet(words.places), source);
  fillUnreadable(workbook.addWorksheet(texts.sheets.unreadable), source);
  return workbookBytes(workbook);
}

const decisionColumn = 2;

function fillSignals(sheet: Worksheet, { document, texts, words }: SignalSource): void {
  const { parts } = texts;
  fillTable(
    sheet,
    [
      { title: words.name, width: 34, wrapped: true, value: (part) => part.name },
      { title: parts.decision, width: 12, value: (part) => texts.decisions[part.decision] },
      { title: parts.score, width: 10, format: '0.00', value: (part) => part.score },
      { title: words.samples, width: 10, format: '#,##0', value: (part) => part.samples },
      { title: words.places, width: 10, format: '0', value: (part) => part.marks.length },
      {
        title: `${words.shift} (${words.chart.places})`,
        width: 16,
        format: '0',
        value: (part) => part.shift,
      },
      { title: parts.reason, width: 60, wrapped: true, value: (part) => part.reason },
      { title: texts.workbook.path, width: 60, value: (part) => part.path },
      { title: texts.details.checksum, width: 68, value: (part) => part.sha256 },
    ],
    document.parts,
  );
  colourDecisions(sheet, document.parts, decisionColumn);
}

interface PlaceRow extends SignalReportMark {
  readonly part: string;
  readonly interval: number | null;
}

/** One row for each place that differs: in samples, and in time where the file counts it. */
function fillPlaces(sheet: Worksheet, { document, texts, words }: SignalSource): void {
  const rows = document.parts.flatMap(({ name, time, marks }) =>
    marks.map((mark): PlaceRow => ({ ...mark, part: name, interval: time?.interval ?? null })),
  );
  const time = document.parts.find((part) => part.time !== null)?.time;
  const inTime = (title: string, of: (row: PlaceRow) => number) => ({
    title: `${title} (${time?.unit ?? time?.name ?? ''})`,
    width: 12,
    value: (row: PlaceRow) =>
      row.interval === null ? null : Number((of(row) * row.interval).toPrecision(9)),
  });
  fillTable<PlaceRow>(
    sheet,
    [
      { title: words.name, width: 34, wrapped: true, value: (row) => row.part },
      { title: `${words.marks.from} (${words.chart.places})`, width: 14, value: (row) => row.from },
      { title: `${words.marks.to} (${words.chart.places})`, width: 14, value: (row) => row.to },
      ...(time === undefined
        ? []
        : [inTime(words.marks.from, (row) => row.from), inTime(words.marks.to, (row) => row.to)]),
      { title: texts.parts.score, width: 10, format: '0.00', value: (row) => row.score },
      { title: words.marks.seen, width: 60, wrapped: true, value: (row) => words.faults[row.fault] },
    ],
    rows,
  );
}
