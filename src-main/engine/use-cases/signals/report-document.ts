import type { InspectSignals } from '../../../../src-shared/contract/signals.ts';
import type { ReportFieldsRequest } from '../../../../src-shared/contract/requests.ts';
import type { Plane } from '../../../../src-shared/domain/image.ts';
import type { ReportLanguage } from '../../../../src-shared/domain/report.ts';
import type {
  SignalReportDetail,
  SignalReportDocument,
  SignalReportPart,
} from '../../../../src-shared/domain/signal-report.ts';
import { wordError } from '../../../../src-shared/errors/word-error.ts';
import { signalReason } from '../../../reports/signals/signal-reason.ts';
import { readLogo } from '../../files/read-logo.ts';
import { softwareVersion } from '../../software-version.ts';
import { componentVersions } from '../../versions.ts';
import { reportHistogram } from '../report-histogram.ts';
import type { FileInspection, InspectedFile } from './inspect-files.ts';

/** Signals shown on a page of their own. */
const mostDetails = 200;

export interface SignalReportChoice {
  readonly request: InspectSignals;
  /** The open one; empty texts without. */
  readonly project: { readonly name: string; readonly path: string };
  readonly language: ReportLanguage;
  readonly fields: ReportFieldsRequest;
  readonly startedAt: string;
  readonly createdAt: string;
  readonly seconds: number;
}

/** Everything that a report says of an inspection of signals. */
export async function signalReportDocument(
  inspection: FileInspection,
  {
    request,
    project,
    language,
    fields: { logo, ...fields },
    startedAt,
    createdAt,
    seconds,
  }: SignalReportChoice,
): Promise<SignalReportDocument> {
  const { results, limits, good, uninspected } = inspection;
  const shown = results.filter(({ decision }) => decision !== 'pass').sort((a, b) => b.score - a.score);
  return {
    language,
    createdAt,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    project,
    fields,
    logo: await readLogo(logo),
    software: { name: 'Sparsight', version: softwareVersion, components: componentVersions() },
    run: { startedAt },
    limits,
    falseRejectRate: inspection.falseRejectRate,
    counts: inspection.counts,
    histogram: reportHistogram(
      results.map(({ score }) => score),
      good.scores,
      limits,
    ),
    signal: {
      column: inspection.column,
      unit: inspection.unit,
      arrangement: inspection.arrangement,
      partLength: inspection.partLength,
      windowLength: inspection.windowLength,
      stride: inspection.stride,
      mostShift: inspection.mostShift,
      atoms: inspection.dictionary.usage.length,
      goodFiles: good.files,
      goodParts: good.parts,
      goodWindows: good.windows,
      seed: request.seed,
      seconds,
      markFrom: inspection.markFrom,
    },
    parts: results.map((result) => reportPart(result, language)),
    details: shown.slice(0, mostDetails).map((result) => reportDetail(result, language)),
    unreadable: uninspected.map((problem) => ({
      path: problem.path ?? '',
      reason: wordError(language, problem).message,
    })),
  };
}

function reportPart(
  { name, path, sha256, decision, score, samples, time, shift, marks }: InspectedFile,
  language: ReportLanguage,
): SignalReportPart {
  const reason = signalReason(language, { decision, score, marks });
  return { name, path, sha256, decision, score, samples, time, shift, marks, reason };
}

function reportDetail(result: InspectedFile, language: ReportLanguage): SignalReportDetail {
  const { series, usual, reducedBy } = result;
  const row = ({ data, width }: Plane, index: number) =>
    Array.from(data.subarray(index * width, (index + 1) * width));
  const bound = (plane: Plane, index: number) =>
    row(plane, index).map((value) => (Number.isNaN(value) ? null : value));
  return {
    ...reportPart(result, language),
    series: { reducedBy, measured: row(series, 0), rebuilt: row(series, 1), scores: row(series, 2) },
    usual: usual === null ? null : { lowest: bound(usual, 0), highest: bound(usual, 1) },
  };
}
