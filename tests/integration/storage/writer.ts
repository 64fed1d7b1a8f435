/*
 * A program that writes to the project named by its argument until somebody kills it. It prints a line for every
 * batch of results that it has been told is stored.
 */
import { existsSync, writeSync } from 'node:fs';
import { defaultRecipe } from '../../../src-shared/domain/recipe.ts';
import { openProject } from '../../../src-main/storage/open-project.ts';
import { putImages } from '../../../src-main/storage/records/images.ts';
import { addJob, finishJob, startJob } from '../../../src-main/storage/records/jobs.ts';
import { addModel } from '../../../src-main/storage/records/models.ts';
import { putRecipe } from '../../../src-main/storage/records/recipes.ts';
import { addResults } from '../../../src-main/storage/records/results.ts';
import { finishRun, startRun } from '../../../src-main/storage/records/runs.ts';
import { batchSize, mapBytes } from './batch.ts';

const path = process.argv[2]!;
const at = '2030-01-02T03:04:05.000Z';
const project = openProject(
  path,
  existsSync(path)
    ? { mode: 'write' }
    : { mode: 'create', name: 'Parts', createdAt: at, appVersion: '0.1.0' },
);
writeSync(1, 'open\n');

function train(): number {
  const jobId = addJob(project, { kind: 'train', request: {}, createdAt: at });
  startJob(project, jobId, at);
  return project.transaction(() => {
    const recipeId = putRecipe(project, defaultRecipe, at);
    const arrays = ['dictionary', 'gram'].map((name) => ({
      name,
      shape: [64, 64],
      values: new Float32Array(64 * 64).fill(jobId),
    }));
    const limits = { review: 1, reject: 2 };
    const modelId = addModel(project, {
      ...{
        hash: 'h',
        recipeId,
        parentId: null,
        seed: 1,
        createdAt: at,
        learntLimits: limits,
        calibration: {},
        versions: {},
      },
      ...{ trainImages: 0, trainPatches: 1, trainSeconds: 1, jobId, arrays, images: [] },
    });
    finishJob(project, jobId, { outcome: {}, endedAt: at });
    return modelId;
  });
}

function inspect(modelId: number): void {
  const jobId = addJob(project, { kind: 'inspect', request: {}, createdAt: at });
  startJob(project, jobId, at);
  const runId = startRun(project, {
    jobId,
    modelId,
    startedAt: at,
    title: '',
    limits: { review: 1, reject: 2 },
  });
  const bytes = new Uint8Array(mapBytes).fill(runId);
  for (let batch = 0; batch < 4; batch++) {
    project.transaction(() => {
      const names = Array.from({ length: batchSize }, (_, i) => `${runId}-${batch}-${i}.png`);
      const sha256 = 'a'.repeat(64);
      const images = names.map((name) => ({
        ...{
          path: `/parts/${name}`,
          name,
          sizeBytes: 1,
          sha256,
          width: 8,
          height: 8,
          bitDepth: 8,
          addedAt: at,
        },
      }));
      const results = putImages(project, images).map((imageId) => ({
        ...{
          imageId,
          imageSha256: sha256,
          decision: 'pass' as const,
          score: 1,
          psnr: 40,
          ssim: 1,
          seconds: 0.1,
        },
        ...{ statistics: {}, regions: [] },
        maps: [{ kind: 'evidence', width: 8, height: 8, dtype: 'u16', scale: 1, offset: 0, bytes }],
      }));
      addResults(project, runId, results);
    });
    writeSync(1, 'stored\n');
  }
  project.transaction(() => {
    finishRun(project, runId, { endedAt: at, seconds: 1 });
    finishJob(project, jobId, { outcome: {}, endedAt: at });
  });
}

for (;;) inspect(train());
