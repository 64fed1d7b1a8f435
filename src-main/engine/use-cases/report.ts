import { basename, resolve } from 'node:path';
import type { ReportOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { ReportRequest } from '../../../src-shared/contract/requests.ts';
import type { ReportDetail, ReportDocument, ReportPart } from '../../../src-shared/domain/report.ts';
import { colourStops } from '../../imaging/maps/colour-maps.ts';
import { reasonFor, regionReasonFor } from '../../reports/locales/reasons.ts';
import { resolveImagePath } from '../../storage/records/image-location.ts';
import { trainingImages } from '../../storage/records/models.ts';
import { projectRecord } from '../../storage/records/project-record.ts';
import { getResult, listFailures, listResults } from '../../storage/records/results.ts';
import type { ResultSummary } from '../../storage/records/results.ts';
import { countDecisions, getRun, latestRun } from '../../storage/records/runs.ts';
import { writeFileAtomically } from '../files/write-atomically.ts';
import { heatMapScale } from '../heat-map-scale.ts';
import { loadModel } from '../store/model-store.ts';
import type { LoadedModel } from '../store/model-store.ts';
import { softwareVersion } from '../software-version.ts';
import { componentVersions } from '../versions.ts';
import type { DetailPictures } from '../workers/render-detail.ts';
import { eachItem } from './each-item.ts';
import type { Environment } from './environment.ts';
import { reportHistogram } from './report-histogram.ts';

/** Parts shown on a page of their own; a report on more rejects than this lists the rest in its table. */
const mostDetails = 200;

/** Writes the report of a run, the newest when none is named. */
export async function report(environment: Environment, request: ReportRequest): Promise<ReportOutcome> {
  const { project, job } = environment;
  const run = request.runId === undefined ? latestRun(project) : getRun(project, request.runId);
  const model = loadModel(project, run.modelId);
  const counts = countDecisions(project, run.id);
  const everything = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
  const results = listResults(project, run.id, everything).results;
  const { record } = model;
  const needsPictures = request.format === 'pdf' || request.format === 'html';
  const suspicious = results
    .filter(({ decision }) => decision !== 'pass')
    .sort((a, b) => b.score - a.score)
    .slice(0, mostDetails);

  const toPart = (result: ResultSummary): ReportPart => ({
    name: result.name,
    path: result.path,
    sha256: result.sha256,
    decision: result.decision,
    score: result.score,
    psnr: result.psnr,
    ssim: result.ssim,
    regionCount: result.regionCount,
    label: result.label,
    verdict: result.verdict,
    reason: reasonFor(request.language, result),
  });
  const details = needsPictures
    ? await drawDetails(environment, model, suspicious, toPart, request)
    : suspicious.map((item) => detailOf(environment, item, toPart(item), request, noPictures));
  const held = trainingImages(project, record.id).flatMap(({ heldOutScore }) => heldOutScore ?? []);
  const seconds = run.seconds ?? 0;
  const document: ReportDocument = {
    language: request.language,
    createdAt: environment.now(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    project: { name: projectRecord(project).name, path: project.path },
    fields: request.fields,
    software: { name: 'Sparsight', version: softwareVersion, components: componentVersions() },
    model: {
      id: record.id,
      hash: record.hash,
      createdAt: record.createdAt,
      trainImages: record.trainImages,
      trainPatches: record.trainPatches,
      trainSeconds: record.trainSeconds,
      seed: record.seed,
      recipe: record.recipe,
    },
    run: {
      id: run.id,
      startedAt: run.startedAt,
      seconds,
      imagesPerSecond: seconds > 0 ? results.length / seconds : 0,
    },
    limits: record.limits,
    falseRejectRate: record.recipe.decision.falseRejectRate,
    counts,
    histogram: reportHistogram(
      results.map(({ score }) => score),
      held,
      record.limits,
    ),
    legend: {
      min: heatMapScale.min,
      max: heatMapScale.max,
      colours: colourStops(heatMapScale.colourMap, 32),
    },
    parts: results.map(toPart),
    details,
    unreadable: listFailures(project, run.id).map(({ path, message }) => ({ path, reason: message })),
  };
  job.progress('writing', 0, 1);
  // Loaded when it is wanted: the renderers take as long to load as the rest of the engine.
  const { renderReport } = await import('../../reports/render-report.ts');
  const bytes = await renderReport(document, request.format);
  job.signal.throwIfAborted();
  const out = resolve(request.out);
  await writeFileAtomically(out, bytes);
  job.progress('writing', 1, 1);
  return { out, format: request.format, bytes: bytes.length, parts: results.length, details: details.length };
}

/** Looks at the suspicious parts again for their pictures; one whose file is gone or changed is named and left out. */
async function drawDetails(
  environment: Environment,
  { key, model }: LoadedModel,
  suspicious: readonly ResultSummary[],
  toPart: (result: ResultSummary) => ReportPart,
  request: ReportRequest,
): Promise<ReportDetail[]> {
  const { project, pool, job } = environment;
  const details: ReportDetail[] = [];
  const draw = async (result: ResultSummary) =>
    pool.run('detail', { key, model, path: resolveImagePath(project, result) }, job.signal);
  for await (const outcome of eachItem(environment, 'rendering', suspicious, draw)) {
    const { item } = outcome;
    if ('error' in outcome) {
      job.warn({ ...outcome.error, path: item.path });
      continue;
    }
    const { facts, ...pictures } = outcome.value;
    if (facts.sha256 !== item.sha256) {
      job.warn({
        code: 'image.changed',
        message: `${basename(item.path)} is not the picture that was inspected and is shown without its page.`,
        next: 'Put the original picture back, or inspect it again.',
        path: item.path,
      });
      continue;
    }
    details.push(detailOf(environment, item, toPart(item), request, pictures));
  }
  return details;
}

/** For formats that show none. */
const noPictures: DetailPictures = {
  image: new Uint8Array(),
  heatMap: new Uint8Array(),
  expected: new Uint8Array(),
};

function detailOf(
  { project }: Environment,
  { id, width, height }: ResultSummary,
  part: ReportPart,
  { language }: ReportRequest,
  pictures: DetailPictures,
): ReportDetail {
  const { regions } = getResult(project, id);
  const regionReasons = regions.map((region) => regionReasonFor(language, region));
  return { ...part, width, height, ...pictures, regions, regionReasons };
}
