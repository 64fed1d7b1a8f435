import { basename } from 'node:path';
import type { ReportDetail, ReportLanguage, ReportPart } from '../../../src-shared/domain/report.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { reasonFor, regionReasonFor } from '../../reports/locales/reasons.ts';
import { resolveImagePath } from '../../storage/records/image-location.ts';
import { getResult } from '../../storage/records/results.ts';
import type { ResultSummary } from '../../storage/records/results.ts';
import type { LoadedModel } from '../store/model-store.ts';
import type { DetailPictures } from '../workers/render-detail.ts';
import { eachItem } from './each-item.ts';
import type { Environment } from './environment.ts';

/** A line of the report's table. */
export function reportPart(result: ResultSummary, language: ReportLanguage): ReportPart {
  const { name, path, sha256, decision, score, psnr, ssim, regionCount, label, verdict } = result;
  const { defectProbability } = result;
  const reason = reasonFor(language, result);
  return {
    name,
    path,
    sha256,
    decision,
    score,
    psnr,
    ssim,
    regionCount,
    label,
    verdict,
    reason,
    defectProbability,
  };
}

/** Looks at parts again for their pictures; one whose file is gone or changed is named and left out. */
export async function drawDetails(
  environment: Environment,
  { key, model }: LoadedModel,
  shown: readonly ResultSummary[],
  language: ReportLanguage,
): Promise<ReportDetail[]> {
  const { project, pool, job } = environment;
  const details: ReportDetail[] = [];
  const draw = async (result: ResultSummary) =>
    pool.run('detail', { key, model, path: resolveImagePath(project, result) }, job.signal);
  for await (const outcome of eachItem(environment, 'rendering', shown, draw)) {
    const { item } = outcome;
    if ('error' in outcome) {
      job.warn({ ...outcome.error, path: item.path });
      continue;
    }
    const { facts, ...pictures } = outcome.value;
    if (facts.sha256 !== item.sha256) {
      const file = basename(item.path);
      job.warn(reasonedError('image.changed', 'image.without-page', { file }, { path: item.path }).details());
      continue;
    }
    details.push(detailOf(environment, item, language, pictures));
  }
  return details;
}

/** The same for formats that show no pictures. */
export function plainDetails(
  environment: Environment,
  shown: readonly ResultSummary[],
  language: ReportLanguage,
): ReportDetail[] {
  const none = new Uint8Array();
  return shown.map((result) =>
    detailOf(environment, result, language, { image: none, heatMap: none, expected: none }),
  );
}

function detailOf(
  { project }: Environment,
  result: ResultSummary,
  language: ReportLanguage,
  pictures: DetailPictures,
): ReportDetail {
  const { id, width, height } = result;
  const { regions } = getResult(project, id);
  const regionReasons = regions.map((region) => regionReasonFor(language, region));
  return { ...reportPart(result, language), width, height, ...pictures, regions, regionReasons };
}
