import { resolve } from 'node:path';
import type { ReportOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { ReportRequest } from '../../../src-shared/contract/requests.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { writeFileAtomically } from '../files/write-atomically.ts';
import type { Environment } from './environment.ts';
import { buildReport } from './report-document.ts';

/** Parts shown on a page of their own. */
const mostDetails = 200;

/** Writes the report of a run, the newest when none is named. */
export async function report(environment: Environment, request: ReportRequest): Promise<ReportOutcome> {
  const { job } = environment;
  const { format } = request;
  const pictures = format === 'pdf' || format === 'html';
  const { document, chosen } = await buildReport(environment, { ...request, pictures, mostDetails });
  if (chosen > mostDetails && Array.isArray(request.details)) {
    const told = { chosen, most: mostDetails };
    job.warn(reasonedError('usage.invalid', 'report.many-pages', told).details());
  }
  job.progress('writing', 0, 1);
  // Loaded when it is wanted: the renderers take as long to load as the rest of the engine.
  const { renderReport } = await import('../../reports/render-report.ts');
  const bytes = await renderReport(document, format);
  job.signal.throwIfAborted();
  const out = resolve(request.out);
  await writeFileAtomically(out, bytes);
  job.progress('writing', 1, 1);
  const { parts, details } = document;
  return { out, format, bytes: bytes.length, parts: parts.length, details: details.length };
}

/** Pages of single parts in one piece of a preview; few in the first, so that the report is seen at once. */
const firstPreviewed = 2;
const laterPreviewed = 6;

export interface Preview {
  readonly html: string;
  readonly parts: number;
  readonly details: number;
  readonly next: number | null;
}

/** The report as it will be, with some of the parts that have a page of their own. */
export async function previewReport(
  environment: Environment,
  { skip, ...request }: Omit<ReportRequest, 'format' | 'out'> & { skip: number },
): Promise<Preview> {
  const shown = skip === 0 ? firstPreviewed : laterPreviewed;
  const choice = { ...request, pictures: true, skip, mostDetails: shown };
  const { document, chosen } = await buildReport(environment, choice);
  const { renderReport } = await import('../../reports/render-report.ts');
  const html = new TextDecoder().decode(await renderReport(document, 'html'));
  const details = Math.min(chosen, mostDetails);
  const after = skip + shown;
  return { html, parts: document.parts.length, details, next: after < details ? after : null };
}
