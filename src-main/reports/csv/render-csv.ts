import type { ReportDocument, ReportPart } from '../../../src-shared/domain/report.ts';
import { csvFile, fileName, rounded } from './csv-file.ts';

type CsvColumn = [name: string, value: (part: ReportPart) => string | number | null];

/** Column names are part of the format, for programs that read it: the same in every language, only added to. */
const columns: CsvColumn[] = [
  ['part', (part) => part.name],
  ['path', (part) => part.path],
  ['sha256', (part) => part.sha256],
  ['decision', (part) => part.decision],
  ['score', (part) => rounded(part.score)],
  ['psnr_db', (part) => rounded(part.psnr)],
  ['ssim', (part) => rounded(part.ssim)],
  ['regions', (part) => part.regionCount],
  ['label', (part) => part.label],
  ['verdict', (part) => part.verdict?.decision ?? null],
  ['verdict_comment', (part) => part.verdict?.comment ?? null],
  ['verdict_by', (part) => part.verdict?.by ?? null],
  ['verdict_at', (part) => part.verdict?.at ?? null],
  ['reason', (part) => part.reason],
  [
    'defect_probability',
    ({ defectProbability = null }) => (defectProbability === null ? null : rounded(defectProbability)),
  ],
];

/**
 * One row for each file, inspected or not: a header, then the parts, then the unreadable files with the decision
 * `unreadable`.
 */
export function renderCsv(document: ReportDocument): Uint8Array {
  const header = columns.map(([name]) => name);
  const parts = document.parts.map((part) => columns.map(([, value]) => value(part)));
  const unreadable = document.unreadable.map(({ path, reason }) => {
    const known: Record<string, string> = { part: fileName(path), path, decision: 'unreadable', reason };
    return columns.map(([name]) => known[name] ?? null);
  });
  return csvFile([header, ...parts, ...unreadable]);
}
