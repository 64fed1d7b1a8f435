import { describe, expect, it } from 'vitest';
import { connect } from '../../../src-main/storage/file/connection.ts';
import { migrate } from '../../../src-main/storage/migrations/migrate.ts';
import { migrations } from '../../../src-main/storage/migrations/migrations.ts';
import {
  classifierOf,
  followClassifier,
  putClassifier,
} from '../../../src-main/storage/records/classifiers.ts';
import { addJob } from '../../../src-main/storage/records/jobs.ts';
import { discardModel } from '../../../src-main/storage/records/models.ts';
import { setDefectProbabilities } from '../../../src-main/storage/records/result-statistics.ts';
import { addResults, getResult } from '../../../src-main/storage/records/results.ts';
import { followClassifierInRun, setRunLimits, startRun } from '../../../src-main/storage/records/runs.ts';
import { putImagesStudy, studiesOf } from '../../../src-main/storage/records/studies.ts';
import type { Classifier } from '../../../src-shared/domain/classifier.ts';
import type { ImagesStudy } from '../../../src-shared/domain/study.ts';
import { model, newProject, now, result } from './project-fixture.ts';

const classifier: Classifier = {
  features: ['evidence'],
  means: [1],
  deviations: [2],
  weights: [3],
  bias: -1,
  good: 5,
  defective: 6,
  figures: { folds: 5, auroc: 0.9, accuracy: 0.8, falseRejectRate: 0.1, falseAcceptRate: 0.3 },
};

const study: ImagesStudy = {
  images: 20,
  points: [{ images: 6, typical: 0.5, limit: 1.4 }],
  curve: [{ images: 4, limit: 1.5 }],
  gainOfDoubling: 0.04,
  moreImages: 0,
  seed: 0,
  seconds: 3,
};

describe('the fourth migration', () => {
  it('keeps jobs, runs and results; nothing is suspicious, followed or known of their defects', () => {
    const connection = connect(':memory:', { readonly: false, create: true });
    migrate(connection, migrations.slice(0, 3));
    connection.exec(`
      INSERT INTO recipes (id, hash, json, created_at) VALUES (1, 'r', '{}', '${now}');
      INSERT INTO jobs (id, kind, state, request, created_at, done, total)
      VALUES (8, 'inspect', 'done', '{}', '${now}', 1, 1);
      INSERT INTO models (id, hash, recipe_id, seed, created_at, train_images, train_patches, train_seconds, limits,
        calibration, versions)
      VALUES (3, 'a', 1, 0, '${now}', 1, 1, 1, '{"review":1,"reject":2}', '{}', '{}');
      INSERT INTO runs (id, job_id, model_id, started_at, state, title) VALUES (7, 8, 3, '${now}', 'done', '');
      INSERT INTO images (id, path, name, name_order, search_text, size_bytes, sha256, width, height, bit_depth,
        added_at, imported)
      VALUES (1, '/a.png', 'a.png', 'a', 'a', 1, 'c', 1, 1, 8, '${now}', 0);
      INSERT INTO model_images (model_id, image_id, image_sha256) VALUES (3, 1, 'c');
      INSERT INTO results (id, run_id, image_id, image_sha256, decision, score, psnr, ssim, statistics, region_count,
        regions, seconds)
      VALUES (9, 7, 1, 'c', 'pass', 0, 1, 1, '{}', 0, '[]', 1);
    `);
    migrate(connection);
    const value = (query: string): unknown => connection.prepare(query).pluck().get();
    expect(value('SELECT job_id FROM runs')).toBe(8);
    expect(value('SELECT suspicious FROM model_images')).toBe(0);
    expect(value('SELECT follows_classifier FROM runs')).toBe(0);
    expect(value('SELECT defect_probability FROM results')).toBeNull();
    connection.close();
  });
});

describe('what was found out about a model', () => {
  it('is replaced by a later study and goes with the model', () => {
    const project = newProject();
    const id = model(project);
    expect(studiesOf(project, id)).toEqual({ images: null, detection: null });
    putImagesStudy(project, id, study, now);
    putImagesStudy(project, id, { ...study, moreImages: 7 }, now);
    expect(studiesOf(project, id).images).toMatchObject({ ...study, moreImages: 7, madeAt: now });
    putClassifier(project, { modelId: id, runId: null, madeAt: now, classifier });
    discardModel(project, id);
    expect(studiesOf(project, id).images).toBeNull();
    expect(classifierOf(project, id)).toBeNull();
  });

  it('comes from jobs of their own kinds', () => {
    const project = newProject();
    for (const kind of ['study-images', 'study-detection'] as const) {
      expect(addJob(project, { kind, request: {}, createdAt: now })).toBeGreaterThan(0);
    }
  });
});

describe('a second opinion', () => {
  it('is kept with the model; learning it anew leaves whether it is followed', () => {
    const project = newProject();
    const modelId = model(project);
    putClassifier(project, { modelId, runId: null, madeAt: now, classifier });
    followClassifier(project, modelId, true);
    putClassifier(project, { modelId, runId: null, madeAt: now, classifier: { ...classifier, good: 9 } });
    expect(classifierOf(project, modelId)).toMatchObject({ followed: true, classifier: { good: 9 } });
  });

  it('takes part in deciding where a run follows it, and never lets pass what the score rejects', () => {
    const project = newProject();
    const limits = { review: 1, reject: 2 };
    const runId = startRun(project, {
      jobId: null,
      modelId: model(project),
      startedAt: now,
      title: '',
      limits,
    });
    const scores = [0.5, 0.5, 1.5, 3, 3, 3];
    const probabilities = [0.1, 0.9, 0.1, 0.1, 0.9, null];
    const ids = addResults(
      project,
      runId,
      scores.map((score, i) => result(project, `/p${i}.png`, { score })),
    );
    const decisions = () => ids.map((id) => getResult(project, id).decision);
    setDefectProbabilities(
      project,
      runId,
      ids.map((id, i) => ({ id, probability: probabilities[i] ?? null })),
    );
    const byScore = ['pass', 'pass', 'review', 'reject', 'reject', 'reject'];
    expect(decisions()).toEqual(byScore);
    followClassifierInRun(project, runId, true);
    expect(decisions()).toEqual(['pass', 'reject', 'review', 'review', 'reject', 'reject']);
    setRunLimits(project, runId, { review: 4, reject: 5 });
    expect(decisions()).toEqual(['pass', 'reject', 'pass', 'pass', 'reject', 'pass']);
    setRunLimits(project, runId, limits);
    followClassifierInRun(project, runId, false);
    expect(decisions()).toEqual(byScore);
  });
});
