import type { SignalReportDocument } from '../../../src-shared/domain/signal-report.ts';
import { asDataUrl } from '../json/render-json.ts';

/** Raised when a field changes its meaning or goes; fields may be added at any time. */
export const signalReportSchema = 'sparsight-signal-report/1';

/** The whole document for programs, without the curves: whoever wants them finds each file by its path and SHA-256. */
export function renderSignalJson(document: SignalReportDocument): Uint8Array {
  const json = {
    schema: signalReportSchema,
    ...document,
    logo: asDataUrl(document.logo ?? null),
    details: document.details.map(({ path }) => ({ path })),
  };
  return new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
}
