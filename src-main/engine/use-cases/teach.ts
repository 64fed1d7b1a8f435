import { basename } from 'node:path';
import type { TeachOutcome } from '../../../src-shared/contract/outcomes.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { DetectionModel } from '../../detection/model.ts';
import { classifierOf, putClassifier } from '../../storage/records/classifiers.ts';
import { resolveImagePath } from '../../storage/records/image-location.ts';
import { appendLog } from '../../storage/records/log.ts';
import { addModel, trainingImages, useModel } from '../../storage/records/models.ts';
import type { ModelRecord, TrainingImage } from '../../storage/records/models.ts';
import { getResult } from '../../storage/records/results.ts';
import type { ResultRecord } from '../../storage/records/results.ts';
import { getRun } from '../../storage/records/runs.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { loadModel, toStoredModel } from '../store/model-store.ts';
import { allVersions } from '../versions.ts';
import type { TaughtPart } from '../workers/teach-task.ts';
import type { Environment } from './environment.ts';
import { lookAgain } from './look-again.ts';

/**
 * Teaches the model of a result's run that this part is good, without learning everything again. The new model is put
 * into use; the run stays as it was decided. Then says what the new model would have decided of it, which cancelling cuts
 * short.
 */
export async function teach(environment: Environment, resultId: number): Promise<TeachOutcome> {
  const { project, pool, job } = environment;
  const start = performance.now();
  const result = getResult(project, resultId);
  const run = getRun(project, result.runId);
  const { record, key, model } = loadModel(project, run.modelId);
  const path = resolveImagePath(project, result);
  job.progress('measuring', 0, 1);
  const taught = await pool.run('teachGoodPart', { key, model, path }, job.signal);
  if (taught.facts.sha256 !== result.sha256) throw changed(result, path);
  job.progress('measuring', 1, 1);
  job.progress('storing', 0, 1);
  const { id, hash } = store(environment, record, result, taught, (performance.now() - start) / 1000);
  job.progress('storing', 1, 1);
  const seconds = (performance.now() - start) / 1000;
  job.tell({ type: 'taught', modelId: id, seconds });
  return { model: { id, hash }, seconds, ...(await lookAgain(environment, id, run)) };
}

function store(
  { project, job, now }: Environment,
  parent: ModelRecord,
  result: ResultRecord,
  { model, heldOutScore }: TaughtPart,
  seconds: number,
): { id: number; hash: string } {
  const learnt: DetectionModel = { ...model, limits: parent.learntLimits };
  const { hash, description, arrays } = toStoredModel(learnt);
  return project.transaction(() => {
    const at = now();
    const own = { imageId: result.imageId, imageSha256: result.sha256, heldOutScore };
    const images = [...otherImages(project, parent.id, result.imageId), own];
    const id = addModel(project, {
      hash,
      parentId: parent.id,
      recipeId: parent.recipeId,
      seed: parent.seed,
      createdAt: at,
      trainImages: images.length + parent.foreignImages.length,
      trainPatches: parent.trainPatches,
      trainSeconds: seconds,
      learntLimits: parent.learntLimits,
      limits: parent.limits,
      calibration: description,
      versions: allVersions(),
      jobId: job.jobId,
      name: parent.name,
      foreignImages: parent.foreignImages,
      arrays,
      images,
    });
    const opinion = classifierOf(project, parent.id);
    if (opinion !== null) putClassifier(project, { ...opinion, modelId: id });
    useModel(project, id);
    const detail = { hash, parent: parent.id, result: result.id, image: result.path };
    appendLog(project, { at, who: 'sparsight', action: 'teach', subject: `model ${id}`, detail });
    return { id, hash };
  });
}

/** The good parts of the parent, but for the taught one itself. */
function otherImages(project: OpenProject, parentId: number, taughtId: number): TrainingImage[] {
  return trainingImages(project, parentId)
    .filter(({ image }) => image.id !== taughtId)
    .map(({ image, learntSha256, heldOutScore, suspicious }) => ({
      imageId: image.id,
      imageSha256: learntSha256,
      heldOutScore,
      suspicious,
    }));
}

function changed({ name }: ResultRecord, path: string): SparsightError {
  return reasonedError('image.changed', 'image.not-to-teach', { file: basename(name) }, { path });
}
