import type { SignalReportDocument, SignalReportPart } from '../../../src-shared/domain/signal-report.ts';
import { csvFile, fileName, rounded } from '../csv/csv-file.ts';

type CsvColumn = [name: string, value: (part: SignalReportPart) => string | number | null];

const strongest = ({ marks }: SignalReportPart) =>
  marks.reduce<SignalReportPart['marks'][number] | undefined>(
    (best, mark) => (best === undefined || mark.score > best.score ? mark : best),
    undefined,
  );

/** Column names are part of the format, for programs that read it: the same in every language, only added to. */
const columns: CsvColumn[] = [
  ['part', (part) => part.name],
  ['path', (part) => part.path],
  ['sha256', (part) => part.sha256],
  ['decision', (part) => part.decision],
  ['score', (part) => rounded(part.score)],
  ['samples', (part) => part.samples],
  ['interval', (part) => part.time?.interval ?? null],
  ['places', (part) => part.marks.length],
  ['strongest_from', (part) => strongest(part)?.from ?? null],
  ['strongest_to', (part) => strongest(part)?.to ?? null],
  ['strongest_fault', (part) => strongest(part)?.fault ?? null],
  ['reason', (part) => part.reason],
  ['shift', (part) => part.shift],
];

/** One row for each file, inspected or not, as in a report on images. */
export function renderSignalCsv(document: SignalReportDocument): Uint8Array {
  const unreadable = document.unreadable.map(({ path, reason }) => {
    const known: Record<string, string> = { part: fileName(path), path, decision: 'unreadable', reason };
    return columns.map(([name]) => known[name] ?? null);
  });
  return csvFile([
    columns.map(([name]) => name),
    ...document.parts.map((part) => columns.map(([, value]) => value(part))),
    ...unreadable,
  ]);
}
