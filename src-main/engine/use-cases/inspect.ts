import type { InspectOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { InspectRequest } from '../../../src-shared/contract/requests.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { listImages } from '../../imaging/files/list-images.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { classifierOf } from '../../storage/records/classifiers.ts';
import {
  countDecisions,
  discardRun,
  finishRun,
  getRun,
  resumeRun,
  startRun,
} from '../../storage/records/runs.ts';
import type { RunRecord } from '../../storage/records/runs.ts';
import { resultPathsOf } from '../../storage/records/results.ts';
import type { FileState } from '../files/arriving-files.ts';
import { folderContents } from '../files/folder-contents.ts';
import { loadModel } from '../store/model-store.ts';
import type { LoadedModel } from '../store/model-store.ts';
import { peakRssBytes } from './environment.ts';
import type { Environment } from './environment.ts';
import { inspectParts, refuseEmptyRun } from './inspect-parts.ts';
import type { Inspector, VisitPart } from './inspect-parts.ts';
import { imagePaths } from './project-parts.ts';
import { MapFolder } from './map-folder.ts';
import { warnOfSkipped } from './warnings.ts';
import { foldersAmong, watchFolders } from './watch-folders.ts';
import { WorkingTime } from './working-time.ts';

/** Inspects files, folders or images of the project with a model of the project. */
export async function inspect(
  environment: Environment,
  request: InspectRequest,
  interruptedRun?: number,
): Promise<InspectOutcome> {
  const { project, job, now, pool } = environment;
  pool.wake();
  const folders = request.watch ? await foldersAmong(request.images) : [];
  const paths = await partsOf(environment, request);
  const before = interruptedRun === undefined ? undefined : getRun(project, interruptedRun);
  const model = inspectorOf(
    project,
    loadModel(project, before?.modelId ?? request.modelId, before?.limits),
    before,
  );
  const { followsClassifier } = model;
  const { limits } = model.model;
  const modelId = model.record.id;

  const { title } = request;
  const runId =
    interruptedRun ??
    startRun(project, { jobId: job.jobId, modelId, startedAt: now(), title, limits, followsClassifier });
  const alreadyDone = interruptedRun === undefined ? new Set<string>() : resultPathsOf(project, runId);
  if (interruptedRun !== undefined) resumeRun(project, runId);
  job.tell({ type: 'run', runId });
  const parts = paths.filter((path) => !alreadyDone.has(path)).map((path) => ({ path }));
  const time = new WorkingTime(environment, runId, before?.seconds ?? 0);
  const maps =
    request.mapsFolder === undefined ? null : await MapFolder.open(request.mapsFolder, paths, alreadyDone);
  const visit: VisitPart = async ({ path }, inspected) => {
    time.note();
    await maps?.write(path, inspected);
  };
  try {
    let inspected = parts.length;
    if (request.watch) {
      const known = await statesNow(folders, [...paths, ...alreadyDone]);
      await inspectParts(environment, runId, model, parts, visit).catch(unlessCancelled(job.signal));
      inspected += await watchFolders(environment, runId, model, folders, known, visit);
    } else {
      await inspectParts(environment, runId, model, parts, visit);
      refuseEmptyRun(environment, runId);
    }
    const seconds = time.total;
    finishRun(project, runId, { endedAt: now(), seconds });
    return {
      project: project.path,
      runId,
      model: { id: modelId, hash: model.record.hash },
      counts: countDecisions(project, runId),
      seconds,
      imagesPerSecond: inspected / time.now,
      limits,
      peakRssBytes: peakRssBytes(),
    };
  } catch (thrown) {
    discardRun(project, runId, { state: job.signal.aborted ? 'cancelled' : 'failed', endedAt: now() });
    await maps?.discard();
    throw thrown;
  }
}

/** With the classifier that the model has now; a run that is taken up decides as it began. */
function inspectorOf(project: OpenProject, model: LoadedModel, before: RunRecord | undefined): Inspector {
  const found = classifierOf(project, model.record.id);
  return {
    ...model,
    classifier: found?.classifier ?? null,
    followsClassifier: before?.followsClassifier ?? found?.followed ?? false,
  };
}

/** Files of the parts that are there now, each once. */
async function partsOf({ project, job }: Environment, request: InspectRequest): Promise<string[]> {
  const { images, imageIds, watch } = request;
  if (images.length === 0 && imageIds.length === 0) {
    throw reasonedError('usage.invalid', 'inspection.none-named', {});
  }
  const listing =
    images.length === 0
      ? { images: [], skipped: [] }
      : await listImages(images).catch((thrown: unknown) => {
          // A folder that is watched may well be empty at first.
          if (watch && thrown instanceof SparsightError && thrown.code === 'input.empty') {
            return { images: [], skipped: [] };
          }
          throw thrown;
        });
  warnOfSkipped(job, listing.skipped);
  return [...new Set([...listing.images, ...imagePaths(project, job, imageIds)])];
}

/** Files before they are read: one that is overwritten meanwhile is inspected again. */
async function statesNow(
  folders: readonly string[],
  paths: readonly string[],
): Promise<Map<string, FileState | null>> {
  const states = new Map<string, FileState | null>(paths.map((path) => [path, null]));
  const seen = await folderContents(folders, (path) => states.has(path));
  for (const state of seen) states.set(state.path, state);
  return states;
}

/** Ending a watch is how it is meant to end, at whatever moment: what was inspected stays. */
const unlessCancelled = (signal: AbortSignal) => (thrown: unknown) => {
  if (!signal.aborted) throw thrown;
};
