import { basename, resolve } from 'node:path';
import type { EvaluateOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { EvaluateRequest } from '../../../src-shared/contract/requests.ts';
import { defaultRecipe } from '../../../src-shared/domain/recipe.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { PixelMetrics } from '../../detection/metrics/pixel-histograms.ts';
import { auroc, averagePrecision, confusionAt } from '../../detection/metrics/ranking.ts';
import type { Scored } from '../../detection/metrics/ranking.ts';
import { discardModel } from '../../storage/records/models.ts';
import { discardRun, finishRun, startRun } from '../../storage/records/runs.ts';
import { readDataset } from '../files/read-dataset.ts';
import type { Dataset } from '../files/read-dataset.ts';
import type { JobContext } from '../jobs/job-queue.ts';
import { loadModel } from '../store/model-store.ts';
import { allVersions } from '../versions.ts';
import { peakRssBytes } from './environment.ts';
import type { Environment } from './environment.ts';
import { evenlySpread } from './evenly-spread.ts';
import { inspectParts, refuseEmptyRun } from './inspect-parts.ts';
import { learnClassifierOn } from './learn-classifier.ts';
import { trainOn } from './train.ts';
import { warnOfSkipped } from './warnings.ts';

interface JudgedPart extends Scored {
  readonly label: string;
}

/** Learns from train/good of a labelled folder, with the limit from good parts alone, and measures on test/. */
export async function evaluate(environment: Environment, request: EvaluateRequest): Promise<EvaluateOutcome> {
  const { project, job, now } = environment;
  const dataset = await readDataset(request.dataset);
  warnOfSkipped(job, dataset.skipped);
  warnOfGaps(job, dataset.test, request.dataset);
  const recipe = request.recipe ?? defaultRecipe;
  const trained = await trainOn(
    environment,
    evenlySpread(dataset.train, request.limitTrain ?? dataset.train.length),
    recipe,
    request.seed,
  );

  const model = { ...loadModel(project, trained.id), classifier: null, followsClassifier: false };
  const start = performance.now();
  const title = basename(resolve(request.dataset));
  const runId = startRun(project, {
    jobId: job.jobId,
    modelId: trained.id,
    startedAt: now(),
    title,
    limits: trained.limits,
  });
  job.tell({ type: 'run', runId });
  const parts: JudgedPart[] = [];
  const pixels = new PixelMetrics();
  const hasMasks = dataset.test.some(({ truth }) => typeof truth === 'object');
  const test = hasMasks ? dataset.test : dataset.test.map(({ path, label }) => ({ path, label }));
  try {
    const { failed } = await inspectParts(
      environment,
      runId,
      model,
      test,
      ({ label = 'good' }, inspected) => {
        parts.push({ score: inspected.score, defective: label !== 'good', label });
        if (inspected.pixels !== null) pixels.add(inspected.pixels);
      },
    );
    refuseEmptyRun(environment, runId);
    const seconds = (performance.now() - start) / 1000;
    finishRun(project, runId, { endedAt: now(), seconds });
    const threshold = trained.limits.reject;
    return {
      dataset: resolve(request.dataset),
      project: project.path,
      seed: request.seed,
      runId,
      model: { id: trained.id, hash: trained.hash },
      train: {
        images: trained.images,
        patches: trained.patches,
        seconds: trained.seconds,
        aligned: trained.aligned,
        colour: trained.colour,
      },
      test: { images: parts.length, unreadable: failed, seconds, imagesPerSecond: parts.length / seconds },
      image: {
        auroc: orZero(auroc(parts)),
        averagePrecision: orZero(averagePrecision(parts)),
        ...confusionAt(parts, threshold),
        threshold,
        thresholdRule: `false-reject rate ${recipe.decision.falseRejectRate} stated, from held-out good training parts`,
      },
      pixel: hasMasks
        ? { auroc: orZero(pixels.auroc()), aupro: orZero(pixels.aupro()), masks: pixels.regionCount }
        : null,
      perDefect: perDefect(parts, threshold),
      classifier: (await learnClassifierOn(environment, runId))?.figures ?? null,
      peakRssBytes: peakRssBytes(),
      versions: allVersions(),
    };
  } catch (thrown) {
    const end = { state: job.signal.aborted ? 'cancelled' : 'failed', endedAt: now() } as const;
    if (discardRun(project, runId, end)) discardModel(project, trained.id);
    throw thrown;
  }
}

/** Names what the figures cannot speak of. */
function warnOfGaps(job: JobContext, test: Dataset['test'], path: string): void {
  const defects = test.filter(({ label }) => label !== 'good');
  if (defects.length === 0 || defects.length === test.length) {
    const lacking = defects.length === 0 ? 'dataset.no-defects' : 'dataset.no-good';
    job.warn(reasonedError('input.too-few', lacking, {}, { path }).details());
  }
  const unmasked = defects.filter(({ truth }) => truth === undefined);
  if (unmasked.length > 0 && unmasked.length < defects.length) {
    const told = { unmasked: unmasked.length, defects: defects.length };
    const first = unmasked[0]?.path;
    job.warn(reasonedError('input.missing', 'dataset.unmasked', told, { path: first }).details());
  }
}

/** A curve over one kind of part alone has no area. */
const orZero = (value: number) => (Number.isNaN(value) ? 0 : value);

function perDefect(parts: readonly JudgedPart[], threshold: number): EvaluateOutcome['perDefect'] {
  const good = parts.filter(({ defective }) => !defective);
  const labels = [...new Set(parts.filter(({ defective }) => defective).map(({ label }) => label))].sort();
  return Object.fromEntries(
    labels.map((label) => {
      const own = parts.filter((part) => part.label === label);
      const found = own.filter(({ score }) => score >= threshold).length;
      const figures = { images: own.length, found, recall: found / own.length };
      return [label, { ...figures, auroc: orZero(auroc([...good, ...own])) }];
    }),
  );
}
