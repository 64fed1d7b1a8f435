import { resolve } from 'node:path';
import type { ReportOutcome } from '../../../../src-shared/contract/outcomes.ts';
import type { ReportFormat } from '../../../../src-shared/domain/report.ts';
import { writeFileAtomically } from '../../files/write-atomically.ts';
import type { FileInspection } from './inspect-files.ts';
import { signalReportDocument } from './report-document.ts';
import type { SignalReportChoice } from './report-document.ts';

/** Writes the report of an inspection of signals. */
export async function reportInspection(
  inspection: FileInspection,
  choice: SignalReportChoice,
  { format, out, signal }: { format: ReportFormat; out: string; signal: AbortSignal | undefined },
): Promise<ReportOutcome> {
  const document = await signalReportDocument(inspection, choice);
  // Loaded when it is wanted: the renderers take as long to load as the rest of the engine.
  const { renderSignalReport } = await import('../../../reports/signals/render-signal-report.ts');
  const bytes = await renderSignalReport(document, format);
  signal?.throwIfAborted();
  const path = resolve(out);
  await writeFileAtomically(path, bytes);
  const { parts, details } = document;
  return { out: path, format, bytes: bytes.length, parts: parts.length, details: details.length };
}
