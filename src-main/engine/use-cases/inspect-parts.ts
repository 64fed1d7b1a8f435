import type { Classifier } from '../../../src-shared/domain/classifier.ts';
import { decideWithOpinion } from '../../../src-shared/domain/decide.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { ErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';
import { secondOpinion } from '../../detection/classifier/second-opinion.ts';
import { putImages } from '../../storage/records/images.ts';
import { addFailures, addResults } from '../../storage/records/results.ts';
import { countDecisions } from '../../storage/records/runs.ts';
import type { LoadedModel } from '../store/model-store.ts';
import type { InspectedPart } from '../workers/worker.ts';
import { eachItem } from './each-item.ts';
import type { Environment } from './environment.ts';
import { newImage } from './image-records.ts';
import { pairUp } from './pair-up.ts';
import { refuseTooSmall } from './too-small.ts';

/** A part to inspect. */
export interface PartToInspect {
  readonly path: string;
  /** What is known of it beforehand. */
  readonly label?: string;
  readonly truth?: { mask: string } | 'good';
}

/** A model with the second opinion that inspections with it ask for. */
export interface Inspector extends LoadedModel {
  /** Null where nobody has labelled enough parts. */
  readonly classifier: Classifier | null;
  /** Whether it takes part in deciding. */
  readonly followsClassifier: boolean;
}

/** A part that was looked at, with the second opinion if there is one. */
export interface JudgedPart extends InspectedPart {
  readonly defectProbability: number | null;
}

/** Called with each part's result after it was looked at. */
export type VisitPart = (part: PartToInspect, inspected: JudgedPart) => Promise<void> | void;

/** More than single precision can tell from a perfect match, in decibels. */
const perfectMatch = 150;

/** A part that is exactly as expected has infinite decibels, which neither JSON nor a table can hold. */
function withFiniteDecibels(part: InspectedPart): InspectedPart {
  const finite = (value: number) => (value === Infinity ? perfectMatch : value);
  const statistics = Object.entries(part.statistics).map(([name, value]) => [name, finite(value)] as const);
  return { ...part, psnr: finite(part.psnr), statistics: Object.fromEntries(statistics) };
}

/** Looks at one part; nothing is stored. */
export async function lookAtPart(
  { pool, job }: Environment,
  { key, model, classifier, followsClassifier }: Inspector,
  { path, truth }: PartToInspect,
): Promise<JudgedPart> {
  const request = { key, model, path, ...(truth === undefined ? {} : { truth }) };
  const part = await pool.run('inspectPart', request, job.signal);
  refuseTooSmall(part.facts, model.recipe);
  const finite = withFiniteDecibels(part);
  const opinion = classifier === null ? null : secondOpinion(classifier, finite.statistics);
  if (opinion === null) return { ...finite, defectProbability: null };
  const { probability } = opinion;
  const decision = followsClassifier
    ? decideWithOpinion(finite.score, model.limits, probability)
    : finite.decision;
  return { ...finite, decision, defectProbability: probability };
}

export interface LookedAt {
  readonly part: PartToInspect;
  readonly value: JudgedPart;
}

/** Stores parts that were looked at: all of them, or none. */
export function storeParts({ project, now }: Environment, runId: number, parts: readonly LookedAt[]): void {
  project.transaction(() => {
    const at = now();
    const ids = putImages(
      project,
      parts.map(({ part, value }) => newImage(value.facts, at, part.label)),
    );
    addResults(
      project,
      runId,
      pairUp(parts, ids).map(([{ value }, imageId]) => ({
        imageId,
        imageSha256: value.facts.sha256,
        decision: value.decision,
        score: value.score,
        psnr: value.psnr,
        ssim: value.ssim,
        seconds: value.seconds,
        statistics: value.statistics,
        regions: value.regions,
        maps: [{ kind: 'evidence', ...value.evidence }],
        defectProbability: value.defectProbability,
      })),
    );
  });
}

/** Notes in the run that a part could not be looked at, and says so. */
export function noteFailure({ project, job }: Environment, runId: number, path: string, error: ErrorDetails) {
  const { code, message, reasons } = error;
  addFailures(project, runId, [{ path, code, message, reasons }]);
  job.warn({ ...error, path });
}

/** Parts that are stored together: few enough that little is lost when the process dies, enough to be quick. */
const batchSize = 16;
/** Milliseconds for which a result waits for others at most: somebody may be looking on. */
const longestWait = 500;

/**
 * Inspects parts and stores each result as it comes, in the order of the parts. What cannot be read is named, noted in
 * the run, and passed over.
 */
export async function inspectParts(
  environment: Environment,
  runId: number,
  model: Inspector,
  parts: readonly PartToInspect[],
  visit: VisitPart,
): Promise<{ inspected: number; failed: number }> {
  let inspected = 0;
  let failed = 0;
  let batch: LookedAt[] = [];
  let storedAt = -Infinity;
  const store = () => {
    const stored = batch;
    batch = [];
    storeParts(environment, runId, stored);
    storedAt = performance.now();
  };
  const look = (part: PartToInspect) => lookAtPart(environment, model, part);
  for await (const outcome of eachItem(environment, 'inspecting', parts, look)) {
    const part = outcome.item;
    if ('error' in outcome) {
      failed++;
      noteFailure(environment, runId, part.path, outcome.error);
      continue;
    }
    inspected++;
    batch.push({ part, value: outcome.value });
    if (batch.length === batchSize || performance.now() - storedAt > longestWait) store();
    await visit(part, outcome.value);
  }
  store();
  return { inspected, failed };
}

/** @throws SparsightError 'input.empty' when a run that has ended holds no part */
export function refuseEmptyRun({ project }: Environment, runId: number): void {
  const { total, unreadable } = countDecisions(project, runId);
  if (total > unreadable) return;
  throw reasonedError('input.empty', 'inspection.none-inspected', {});
}
