import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultRecipe, recipeSchema } from '../../../src-shared/domain/recipe.ts';
import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import { backup } from '../../../src-main/storage/backup.ts';
import { integrity } from '../../../src-main/storage/integrity.ts';
import { resolveImagePath } from '../../../src-main/storage/records/image-location.ts';
import {
  countImagesByLabel,
  imagesById,
  listImages,
  putImages,
} from '../../../src-main/storage/records/images.ts';
import {
  addJob,
  cancelJob,
  finishJob,
  getJob,
  listJobs,
  progressJob,
  requeueJob,
  startJob,
} from '../../../src-main/storage/records/jobs.ts';
import { appendLog, listLog } from '../../../src-main/storage/records/log.ts';
import { getMap } from '../../../src-main/storage/records/maps.ts';
import { modelArrays } from '../../../src-main/storage/records/model-arrays.ts';
import { getModel, listModels, trainingImages } from '../../../src-main/storage/records/models.ts';
import { putRecipe } from '../../../src-main/storage/records/recipes.ts';
import {
  addFailures,
  addResults,
  getResult,
  listFailures,
  listResults,
  resultPathsOf,
  scoresOf,
} from '../../../src-main/storage/records/results.ts';
import {
  countDecisions,
  discardRun,
  finishRun,
  getRun,
  latestRun,
  resumeRun,
  startRun,
} from '../../../src-main/storage/records/runs.ts';
import { addVerdict, verdictsOn } from '../../../src-main/storage/records/verdicts.ts';
import type { OpenProject } from '../../../src-main/storage/open-project.ts';
import { codeOf, image, model, newProject, now, open, result, temporaryFolder } from './project-fixture.ts';

const later = '2030-01-02T04:00:00.000Z';
const everything = { offset: 0, limit: 1000 };

const region: DefectRegion = {
  rank: 1,
  box: { x: 3, y: 4, width: 5, height: 6 },
  area: 21,
  peak: { x: 5, y: 6, value: 4.5 },
  mean: 3.25,
  indicator: 'residual',
  atoms: [{ scale: 0, atom: 17, share: 0.5 }],
  intensity: { found: 0.25, expected: 0.5 },
};

function run(project: OpenProject, jobId: number | null = null): number {
  return startRun(project, { jobId, modelId: model(project), startedAt: now, title: 'Batch 7' });
}

function runningJob(project: OpenProject, kind: 'train' | 'inspect'): number {
  const id = addJob(project, { kind, request: { images: ['/parts'] }, createdAt: now });
  startJob(project, id, now);
  return id;
}

describe('images', () => {
  it('are known again by their path, keeping the label that was given', () => {
    const project = newProject();
    const [first] = putImages(project, [image('/parts/a.png', { label: 'scratch' })]);
    const [again] = putImages(project, [image('/parts/a.png', { sha256: 'c'.repeat(64), addedAt: later })]);
    expect(again).toBe(first);
    const { images, total } = listImages(project, everything);
    expect(total).toBe(1);
    expect(images[0]).toMatchObject({ label: 'scratch', sha256: 'c'.repeat(64), addedAt: now });
  });

  it('are listed in pages and counted by label', () => {
    const project = newProject();
    const labels = ['good', 'good', 'dent', null] as const;
    const ids = putImages(
      project,
      labels.map((label, i) => image(`/parts/${i}.png`, { label })),
    );
    const page = listImages(project, { offset: 1, limit: 2 });
    expect(page.total).toBe(4);
    expect(page.images.map(({ id }) => id)).toEqual(ids.slice(1, 3));
    expect(listImages(project, { ...everything, label: 'good' }).total).toBe(2);
    expect(listImages(project, { ...everything, label: null }).total).toBe(1);
    expect(countImagesByLabel(project)).toEqual(
      new Map<string | null, number>([
        [null, 1],
        ['dent', 1],
        ['good', 2],
      ]),
    );
    expect(imagesById(project, [ids[2]!]).get(ids[2]!)?.label).toBe('dent');
  });

  it('are found when project and images are moved together, and are then the same images', () => {
    const folder = temporaryFolder();
    const before = join(folder, 'before');
    mkdirSync(join(before, 'parts'), { recursive: true });
    writeFileSync(join(before, 'parts', 'a.png'), '0123456789');
    const project = newProject(before);
    const [id] = putImages(project, [image(join(before, 'parts', 'a.png'))]);
    project.close();
    const after = join(folder, 'after');
    renameSync(before, after);
    const moved = open(join(after, 'brackets.sparsight'), 'write');
    const [record] = listImages(moved, everything).images;
    const path = join(after, 'parts', 'a.png');
    expect(resolveImagePath(moved, record!)).toBe(path);
    expect(putImages(moved, [image(path)])).toEqual([id]);
    expect(listImages(moved, everything).images[0]?.path).toBe(path);
  });

  it('that are gone or have another size are reported as such', () => {
    const folder = temporaryFolder();
    const project = newProject(folder);
    putImages(project, [image(join(folder, 'a.png'))]);
    const [record] = listImages(project, everything).images;
    expect(codeOf(() => resolveImagePath(project, record!))).toBe('image.missing');
    writeFileSync(join(folder, 'a.png'), 'another size');
    expect(codeOf(() => resolveImagePath(project, record!))).toBe('image.changed');
  });
});

describe('recipes', () => {
  it('are kept once', () => {
    const project = newProject();
    const first = putRecipe(project, defaultRecipe, now);
    expect(putRecipe(project, recipeSchema.parse({}), later)).toBe(first);
    expect(putRecipe(project, recipeSchema.parse({ patch: { size: 6 } }), later)).not.toBe(first);
  });
});

describe('models', () => {
  it('come back bit for bit', () => {
    const project = newProject();
    const [imageId] = putImages(project, [image('/parts/a.png')]);
    const dictionary = Float32Array.from({ length: 12 }, (_, i) => Math.fround(Math.sin(i)));
    const id = model(project, {
      arrays: [
        { name: 'scale-0/dictionary', shape: [3, 4], values: dictionary },
        { name: 'scale-0/uses', shape: [3], values: Uint32Array.of(1, 2, 0xffffffff) },
        { name: 'mean', shape: [2], values: new Float64Array([1, Math.PI, 2]).subarray(1) },
        { name: 'mask', shape: [0], values: new Uint8Array() },
      ],
      images: [{ imageId: imageId!, imageSha256: 'a'.repeat(64), heldOutScore: 0.75 }],
    });
    const path = project.path;
    project.close();
    const again = open(path, 'read');
    const arrays = modelArrays(again, id);
    expect(arrays.get('scale-0/dictionary')).toEqual({
      name: 'scale-0/dictionary',
      shape: [3, 4],
      values: dictionary,
    });
    expect(arrays.get('scale-0/uses')?.values).toEqual(Uint32Array.of(1, 2, 0xffffffff));
    expect(arrays.get('mean')?.values).toEqual(Float64Array.of(Math.PI, 2));
    expect(arrays.get('mask')?.values).toEqual(new Uint8Array());
    expect(getModel(again, id)).toMatchObject({
      seed: 7,
      recipe: defaultRecipe,
      limits: { review: 1.5, reject: 2 },
      calibration: { tail: [0.1, 0.2] },
    });
    expect(trainingImages(again, id)).toMatchObject([{ image: { id: imageId }, heldOutScore: 0.75 }]);
  });

  it('are stored whole or not at all', () => {
    const project = newProject();
    const unfitting = { name: 'dictionary', shape: [2, 2], values: new Float32Array(3) };
    expect(() => model(project, { arrays: [unfitting] })).toThrow(RangeError);
    expect(listModels(project)).toEqual([]);
  });

  it('are named in the job that made them, newest first', () => {
    const project = newProject();
    const first = model(project);
    const jobId = runningJob(project, 'train');
    const second = model(project, { jobId, parentId: first });
    expect(getJob(project, jobId).modelId).toBe(second);
    expect(listModels(project).map(({ id }) => id)).toEqual([second, first]);
    expect(getModel(project).id).toBe(second);
    expect(codeOf(() => getModel(project, 99))).toBe('model.missing');
    expect(codeOf(() => getModel(newProject()))).toBe('model.missing');
  });

  it('whose arrays have been altered are refused', () => {
    const project = newProject();
    const id = model(project, { arrays: [{ name: 'dictionary', shape: [1], values: Float32Array.of(1) }] });
    project.transaction((database) => database.$client.exec("UPDATE model_blobs SET bytes = x'00000000'"));
    expect(codeOf(() => modelArrays(project, id))).toBe('project.damaged');
    expect(integrity(project)).toMatchObject({
      sound: false,
      problems: [expect.stringContaining('dictionary')],
    });
  });
});

describe('jobs', () => {
  it('go from queued through running to their end, and stay as they ended', () => {
    const project = newProject();
    const id = addJob(project, { kind: 'train', request: { good: ['/parts'] }, createdAt: now });
    expect(getJob(project, id).state).toBe('queued');
    startJob(project, id, now);
    progressJob(project, id, 3, 60);
    finishJob(project, id, { outcome: { model: 1 }, endedAt: later });
    expect(getJob(project, id)).toMatchObject({
      state: 'done',
      request: { good: ['/parts'] },
      outcome: { model: 1 },
      done: 3,
      total: 60,
      startedAt: now,
      endedAt: later,
    });
    expect(() => cancelJob(project, id, later)).toThrow(/done/);
    expect(codeOf(() => getJob(project, 99))).toBe('job.missing');
    expect(listJobs(project, everything)).toHaveLength(1);
  });

  it('that a crash cut short are interrupted, keep their results, and can be taken up', () => {
    const project = newProject();
    const jobId = runningJob(project, 'inspect');
    const runId = run(project, jobId);
    addResults(project, runId, [result(project, '/parts/a.png')]);
    addFailures(project, runId, [{ path: '/parts/b.png', code: 'image.unreadable', message: 'cut short' }]);
    project.close();
    const again = open(project.path, 'write');
    expect(getJob(again, jobId)).toMatchObject({ state: 'interrupted', runId });
    expect(getRun(again, runId).state).toBe('interrupted');
    expect(resultPathsOf(again, runId)).toEqual(new Set(['/parts/a.png', '/parts/b.png']));
    requeueJob(again, jobId);
    startJob(again, jobId, later);
    resumeRun(again, runId);
    addResults(again, runId, [result(again, '/parts/c.png')]);
    finishRun(again, runId, { endedAt: later, seconds: 3 });
    expect(latestRun(again).id).toBe(runId);
    expect(countDecisions(again, runId).total).toBe(3);
  });

  it('are left alone by somebody who only reads', () => {
    const project = newProject();
    const jobId = runningJob(project, 'train');
    expect(getJob(open(project.path, 'read'), jobId).state).toBe('running');
  });
});

describe('results', () => {
  it('come back with regions, statistics and maps', () => {
    const project = newProject();
    const runId = run(project);
    const map = { width: 4, height: 2, dtype: 'u16', scale: 0.5, offset: -1, bytes: Uint8Array.of(1, 2, 3) };
    const [id] = addResults(project, runId, [
      result(project, '/parts/a.png', {
        decision: 'reject',
        psnr: Infinity,
        regions: [region],
        maps: [{ kind: 'evidence', ...map }],
      }),
    ]);
    expect(getResult(project, id!)).toMatchObject({
      decision: 'reject',
      psnr: Infinity,
      regions: [region],
      regionCount: 1,
      statistics: { residualMean: 0.01 },
      name: 'a.png',
      verdict: null,
    });
    const stored = getMap(project, id!, 'evidence');
    expect({ ...stored, bytes: Uint8Array.from(stored.bytes) }).toEqual(map);
    expect(codeOf(() => getMap(project, id!, 'expected'))).toBe('result.missing');
    expect(codeOf(() => getResult(project, 99))).toBe('result.missing');
  });

  it('are listed by decision and by score, and counted', () => {
    const project = newProject();
    const runId = run(project);
    const scores = [0.5, 3, 1.75, 2.5];
    addResults(
      project,
      runId,
      scores.map((score, i) =>
        result(project, `/parts/${i}.png`, { score, decision: score >= 2 ? 'reject' : 'pass' }),
      ),
    );
    addFailures(project, runId, [{ path: '/parts/z.png', code: 'image.unreadable', message: 'cut short' }]);
    const byScore = listResults(project, runId, { offset: 1, limit: 2, order: 'score' });
    expect(byScore.total).toBe(4);
    expect(byScore.results.map(({ score }) => score)).toEqual([2.5, 1.75]);
    expect(listResults(project, runId, { ...everything, decision: 'reject' }).total).toBe(2);
    expect(scoresOf(project, runId)).toEqual([0.5, 1.75, 2.5, 3]);
    expect(countDecisions(project, runId)).toEqual({
      total: 5,
      pass: 2,
      review: 0,
      reject: 2,
      unreadable: 1,
    });
    expect(listFailures(project, runId)).toHaveLength(1);
  });

  it('are refused a second time for the same part, with everything that came with them', () => {
    const project = newProject();
    const runId = run(project);
    const part = result(project, '/parts/a.png');
    addResults(project, runId, [part]);
    const batch = [result(project, '/parts/b.png'), part];
    expect(() => addResults(project, runId, batch)).toThrow(/UNIQUE/);
    expect(listResults(project, runId, everything).total).toBe(1);
  });

  it('keep the hash of what was looked at when the file changes afterwards', () => {
    const project = newProject();
    const runId = run(project);
    const [id] = addResults(project, runId, [result(project, '/parts/a.png')]);
    putImages(project, [image('/parts/a.png', { sha256: 'd'.repeat(64) })]);
    expect(getResult(project, id!).sha256).toBe('a'.repeat(64));
  });

  it('of a cancelled run go, unless a person has judged one of them', () => {
    const project = newProject();
    const cancelled = { state: 'cancelled', endedAt: later } as const;
    const dropped = run(project);
    addResults(project, dropped, [result(project, '/parts/a.png')]);
    expect(discardRun(project, dropped, cancelled)).toBe(true);
    expect(codeOf(() => getRun(project, dropped))).toBe('run.missing');
    expect(listResults(project, dropped, everything).total).toBe(0);

    const judged = run(project);
    const [resultId] = addResults(project, judged, [result(project, '/parts/a.png')]);
    addVerdict(project, { resultId: resultId!, decision: 'accept', comment: '', by: 'Ada', at: later });
    expect(discardRun(project, judged, cancelled)).toBe(false);
    expect(getRun(project, judged).state).toBe('cancelled');
    expect(listResults(project, judged, everything).total).toBe(1);
  });
});

describe('what people decided', () => {
  it('counts by its newest verdict and keeps the earlier ones for ever', () => {
    const project = newProject();
    const runId = run(project);
    const [resultId] = addResults(project, runId, [result(project, '/parts/a.png')]);
    const verdict = { resultId: resultId!, comment: '', by: 'Ada', at: later };
    addVerdict(project, { ...verdict, decision: 'unsure' });
    addVerdict(project, { ...verdict, decision: 'accept', comment: 'only dust' });
    expect(listResults(project, runId, everything).results[0]?.verdict).toMatchObject({
      decision: 'accept',
      comment: 'only dust',
    });
    expect(verdictsOn(project, resultId!).map(({ decision }) => decision)).toEqual(['accept', 'unsure']);
    const alter = (query: string) => () => project.transaction((database) => database.$client.exec(query));
    expect(alter("UPDATE verdicts SET decision = 'reject'")).toThrow(/append-only/);
    expect(alter('DELETE FROM verdicts')).toThrow(/append-only/);
  });

  it('is in a log that nobody shortens', () => {
    const project = newProject();
    appendLog(project, { at: now, who: 'Ada', action: 'train', subject: 'model 1', detail: { parts: 60 } });
    expect(listLog(project, everything).entries).toMatchObject([{ who: 'Ada', detail: { parts: 60 } }]);
    const shorten = () => project.transaction((database) => database.$client.exec('DELETE FROM log'));
    expect(shorten).toThrow(/append-only/);
  });
});

describe('transactions', () => {
  it('take back everything when anything fails', () => {
    const project = newProject();
    const failing = () =>
      project.transaction(() => {
        putImages(project, [image('/parts/a.png')]);
        throw new Error('stop');
      });
    expect(failing).toThrow('stop');
    expect(listImages(project, everything).total).toBe(0);
  });

  it('report a full disk, lose nothing, and go on when there is room again', () => {
    const project = newProject();
    const limit = (pages: number) =>
      project.read((database) => database.$client.pragma(`max_page_count = ${pages}`));
    putImages(project, [image('/parts/a.png')]);
    limit(40);
    const big = { name: 'dictionary', shape: [1_000_000], values: new Float32Array(1_000_000) };
    expect(codeOf(() => model(project, { arrays: [big] }))).toBe('disk.full');
    expect(listModels(project)).toEqual([]);
    limit(1_000_000);
    model(project, { arrays: [big] });
    expect(integrity(project)).toEqual({ sound: true, problems: [] });
  });
});

describe('a backup', () => {
  it('is a whole project, and never replaces a file', async () => {
    const folder = temporaryFolder();
    const project = newProject(folder);
    putImages(project, [image('/parts/a.png')]);
    const copy = join(folder, 'copy.sparsight');
    await backup(project, copy);
    expect(listImages(open(copy, 'write'), everything).total).toBe(1);
    await expect(backup(project, copy)).rejects.toMatchObject({ code: 'project.exists' });
    await expect(backup(project, project.path)).rejects.toMatchObject({ code: 'project.exists' });
  });
});
