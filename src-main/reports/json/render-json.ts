import type { ReportDetail, ReportDocument, ReportLogo } from '../../../src-shared/domain/report.ts';

/** Raised when a field changes its meaning or goes; fields may be added at any time. */
export const reportJsonSchema = 'sparsight-report/1';

/**
 * The whole document for programs. Pictures of parts are left out: they would be nearly all of the file, and whoever
 * wants them finds each part by its path and SHA-256. The logo, which is nowhere else, is a data URL. Numbers that JSON cannot hold (an infinite PSNR) are null.
 */
export function renderJson(document: ReportDocument): Uint8Array {
  const json = {
    schema: reportJsonSchema,
    ...document,
    logo: asDataUrl(document.logo ?? null),
    details: document.details.map(withoutPictures),
  };
  return new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
}

/** The logo as a data URL. */
export function asDataUrl(logo: ReportLogo | null) {
  if (logo === null) return null;
  const { png, width, height } = logo;
  return { url: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, width, height };
}

function withoutPictures(detail: ReportDetail): Record<string, unknown> {
  return Object.fromEntries(Object.entries(detail).filter(([, value]) => !(value instanceof Uint8Array)));
}
