import { resolve } from 'node:path';
import type { ReportOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { ReportRequest } from '../../../src-shared/contract/requests.ts';
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
    job.warn({
      code: 'usage.invalid',
      message: `Of the ${chosen} chosen parts, the first ${mostDetails} have a page of their own.`,
      next: 'Choose fewer parts, or make several reports.',
    });
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

/** Pages of single parts in a preview: enough to see what they look like, few enough to be quick. */
const previewedDetails = 8;

/** The report as it will be, with the first of the parts that have a page of their own. */
export async function previewReport(
  environment: Environment,
  request: Omit<ReportRequest, 'format' | 'out'>,
): Promise<{ html: string; parts: number; details: number }> {
  const choice = { ...request, pictures: true, mostDetails: previewedDetails };
  const { document, chosen } = await buildReport(environment, choice);
  const { renderReport } = await import('../../reports/render-report.ts');
  const html = new TextDecoder().decode(await renderReport(document, 'html'));
  return { html, parts: document.parts.length, details: Math.min(chosen, mostDetails) };
}
