import { basename, extname, join } from 'node:path';
import type { InspectOutcome } from '../../../src-shared/contract/outcomes.ts';
import type { InspectRequest } from '../../../src-shared/contract/requests.ts';
import { decodeMap } from '../../imaging/codec/map-codec.ts';
import { listImages } from '../../imaging/files/list-images.ts';
import { renderHeatMap } from '../../imaging/maps/heat-map.ts';
import { encodePng } from '../../imaging/maps/rgb-image.ts';
import { enlargePlane } from '../../imaging/normalise/enlarge.ts';
import { countDecisions, discardRun, finishRun, resumeRun, startRun } from '../../storage/records/runs.ts';
import { resultPathsOf } from '../../storage/records/results.ts';
import { makeFolder } from '../files/make-folder.ts';
import { UniqueNames } from '../files/unique-names.ts';
import { writeFileAtomically } from '../files/write-atomically.ts';
import { heatMapScale } from '../heat-map-scale.ts';
import { loadModel } from '../store/model-store.ts';
import type { InspectedPart } from '../workers/worker.ts';
import { peakRssBytes } from './environment.ts';
import type { Environment } from './environment.ts';
import { inspectParts } from './inspect-parts.ts';
import { warnOfSkipped } from './warnings.ts';

/** Inspects files or folders with a model of the project. */
export async function inspect(
  environment: Environment,
  request: InspectRequest,
  interruptedRun?: number,
): Promise<InspectOutcome> {
  const { project, job, now } = environment;
  const { images, skipped } = await listImages(request.images);
  warnOfSkipped(job, skipped);
  const model = loadModel(project, request.modelId);
  const modelId = model.record.id;
  if (request.mapsFolder !== undefined) await makeFolder(request.mapsFolder);

  const start = performance.now();
  const runId =
    interruptedRun ?? startRun(project, { jobId: job.jobId, modelId, startedAt: now(), title: '' });
  const alreadyDone = interruptedRun === undefined ? new Set<string>() : resultPathsOf(project, runId);
  if (interruptedRun !== undefined) resumeRun(project, runId);
  const parts = images.filter((path) => !alreadyDone.has(path)).map((path) => ({ path }));
  try {
    const names = new UniqueNames();
    await inspectParts(environment, runId, model, parts, async ({ path }, inspected) => {
      if (request.mapsFolder === undefined) return;
      const file = join(request.mapsFolder, names.take(`${basename(path, extname(path))}_map`, '.png'));
      await writeFileAtomically(file, await heatMapPng(inspected));
    });
    const seconds = (performance.now() - start) / 1000;
    finishRun(project, runId, { endedAt: now(), seconds });
    return {
      project: project.path,
      runId,
      model: { id: modelId, hash: model.record.hash },
      counts: countDecisions(project, runId),
      seconds,
      imagesPerSecond: parts.length / seconds,
      limits: model.record.limits,
      peakRssBytes: peakRssBytes(),
    };
  } catch (thrown) {
    discardRun(project, runId, { state: job.signal.aborted ? 'cancelled' : 'failed', endedAt: now() });
    throw thrown;
  }
}

async function heatMapPng({ evidence, facts }: InspectedPart): Promise<Uint8Array> {
  const map = decodeMap(evidence);
  const size = { width: Math.max(map.width, facts.width), height: Math.max(map.height, facts.height) };
  return encodePng(renderHeatMap(enlargePlane(map, size), heatMapScale));
}
