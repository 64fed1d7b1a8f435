import type { ReportRequest } from '../../../src-shared/contract/requests.ts';
import type { ReportDocument } from '../../../src-shared/domain/report.ts';
import { wordHappening } from '../../../src-shared/errors/word-error.ts';
import { colourStops } from '../../imaging/maps/colour-maps.ts';
import { heldOutScores } from '../../storage/records/models.ts';
import { projectRecord } from '../../storage/records/project-record.ts';
import { studiesOf } from '../../storage/records/studies.ts';
import { listResults } from '../../storage/records/result-queries.ts';
import { listFailures } from '../../storage/records/results.ts';
import type { ResultSummary } from '../../storage/records/results.ts';
import { countDecisions, getRun, latestRun } from '../../storage/records/runs.ts';
import { readLogo } from '../files/read-logo.ts';
import { heatMapScale } from '../heat-map-scale.ts';
import { softwareVersion } from '../software-version.ts';
import { loadModel } from '../store/model-store.ts';
import { componentVersions } from '../versions.ts';
import type { Environment } from './environment.ts';
import { drawDetails, plainDetails, reportPart } from './report-details.ts';
import { reportHistogram } from './report-histogram.ts';

export interface ReportChoice extends Omit<ReportRequest, 'format' | 'out'> {
  /** Whether parts that are shown one by one come with their pictures. */
  readonly pictures: boolean;
  /** The most parts that are shown one by one; a report on more lists the rest in its table. */
  readonly mostDetails: number;
  /** Of the parts to be shown one by one, so many are left out before the first. @default 0 */
  readonly skip?: number;
}

export interface BuiltReport {
  readonly document: ReportDocument;
  /** Parts that were to be shown one by one, before the limit. */
  readonly chosen: number;
}

/** Everything that a report says of a run, the newest when none is named. */
export async function buildReport(environment: Environment, choice: ReportChoice): Promise<BuiltReport> {
  const { project } = environment;
  const { language } = choice;
  const { logo: logoPath, ...fields } = choice.fields;
  const logo = await readLogo(logoPath);
  const run = choice.runId === undefined ? latestRun(project) : getRun(project, choice.runId);
  const model = loadModel(project, run.modelId, run.limits);
  const { record } = model;
  const everything = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
  const { results } = listResults(project, { runId: run.id }, everything);
  const chosen = chosenForDetails(results, choice.details);
  const { skip = 0, mostDetails } = choice;
  const shown = chosen.slice(skip, skip + mostDetails);
  const details = choice.pictures
    ? await drawDetails(environment, model, shown, language)
    : plainDetails(environment, shown, language);
  const seconds = run.seconds ?? 0;
  const document: ReportDocument = {
    language,
    createdAt: environment.now(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    project: { name: projectRecord(project).name, path: project.path },
    fields,
    logo,
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
    limits: run.limits,
    falseRejectRate: 10 ** -run.limits.reject,
    counts: countDecisions(project, run.id),
    histogram: reportHistogram(
      results.map(({ score }) => score),
      heldOutScores(project, record),
      run.limits,
    ),
    studies: studiesOf(project, record.id),
    legend: {
      min: heatMapScale.min,
      max: heatMapScale.max,
      colours: colourStops(heatMapScale.colourMap, 32),
    },
    parts: results.map((result) => reportPart(result, language)),
    details,
    unreadable: listFailures(project, run.id).map((failure) => ({
      path: failure.path,
      reason: wordHappening(language, failure),
    })),
  };
  return { document, chosen: chosen.length };
}

/** The worst first; parts that a person has named stay in the order of the run. */
function chosenForDetails(
  results: readonly ResultSummary[],
  details: ReportRequest['details'],
): ResultSummary[] {
  if (Array.isArray(details)) {
    const named = new Set(details);
    return results.filter(({ id }) => named.has(id));
  }
  if (details === 'none') return [];
  const isShown = ({ decision }: ResultSummary) =>
    decision === 'reject' || (details === 'suspicious' && decision === 'review');
  return results.filter(isShown).sort((a, b) => b.score - a.score);
}
