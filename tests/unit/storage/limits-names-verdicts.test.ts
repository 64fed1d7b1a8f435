import { describe, expect, it } from 'vitest';
import { connect } from '../../../src-main/storage/file/connection.ts';
import { migrate } from '../../../src-main/storage/migrations/migrate.ts';
import { migrations } from '../../../src-main/storage/migrations/migrations.ts';
import { listLog } from '../../../src-main/storage/records/log.ts';
import {
  getModel,
  modelInUse,
  removeModel,
  renameModel,
  setModelLimits,
  useModel,
} from '../../../src-main/storage/records/models.ts';
import { getReportFields, saveReportFields } from '../../../src-main/storage/records/report-fields.ts';
import { addResults, getResult } from '../../../src-main/storage/records/results.ts';
import {
  countDecisions,
  getRun,
  removeRun,
  setRunLimits,
  startRun,
} from '../../../src-main/storage/records/runs.ts';
import { addVerdict, verdictsOn } from '../../../src-main/storage/records/verdicts.ts';
import type { OpenProject } from '../../../src-main/storage/open-project.ts';
import { codeOf, model, newProject, now, result } from './project-fixture.ts';

const limits = { review: 1.5, reject: 2 };

function run(project: OpenProject, modelId: number): number {
  return startRun(project, { jobId: null, modelId, startedAt: now, title: '', limits });
}

describe('the third migration', () => {
  it("keeps models, runs and verdicts: the newest model is in use, runs have their models' limits", () => {
    const connection = connect(':memory:', { readonly: false, create: true });
    migrate(connection, migrations.slice(0, 2));
    connection.exec(`
      INSERT INTO project (id, name, created_at, app_version) VALUES (1, 'Brackets', '${now}', '0.1.0');
      INSERT INTO recipes (id, hash, json, created_at) VALUES (1, 'r', '{}', '${now}');
      INSERT INTO models (id, hash, recipe_id, seed, created_at, train_images, train_patches, train_seconds, limits,
        calibration, versions)
      VALUES (3, 'a', 1, 0, '${now}', 1, 1, 1, '{"review":1,"reject":2}', '{}', '{}'),
        (4, 'b', 1, 0, '${now}', 1, 1, 1, '{"review":3,"reject":4}', '{}', '{}');
      INSERT INTO runs (id, model_id, started_at, state, title) VALUES (7, 3, '${now}', 'done', '');
      INSERT INTO images (id, path, name, name_order, search_text, size_bytes, sha256, width, height, bit_depth,
        added_at, imported)
      VALUES (1, '/a.png', 'a.png', 'a', 'a', 1, 'c', 1, 1, 8, '${now}', 0);
      INSERT INTO results (id, run_id, image_id, image_sha256, decision, score, psnr, ssim, statistics, region_count,
        regions, seconds)
      VALUES (9, 7, 1, 'c', 'pass', 0, 1, 1, '{}', 0, '[]', 1);
      INSERT INTO verdicts (id, result_id, decision, comment, "by", at) VALUES (5, 9, 'accept', 'dust', 'Ada', '${now}');
    `);
    migrate(connection);
    const value = (query: string): unknown => connection.prepare(query).pluck().get();
    expect(value('SELECT model_in_use FROM project')).toBe(4);
    expect(value('SELECT limits FROM runs')).toBe('{"review":1,"reject":2}');
    expect(connection.prepare('SELECT * FROM verdicts').all()).toEqual([
      { id: 5, result_id: 9, decision: 'accept', comment: 'dust', by: 'Ada', at: now },
    ]);
    expect(() => connection.exec('DELETE FROM verdicts')).toThrow(/append-only/);
    connection.close();
  });
});

describe('a model', () => {
  it('has limits of its own that a person sets, and those that it was learnt with, which its hash names', () => {
    const project = newProject();
    const id = model(project);
    setModelLimits(project, id, { review: 3, reject: 4 });
    renameModel(project, id, 'Lid, side A');
    expect(getModel(project, id)).toMatchObject({
      name: 'Lid, side A',
      limits: { review: 3, reject: 4 },
      learntLimits: limits,
    });
  });

  it('is in use when it is the newest, until a person chooses another, and again when that is gone', () => {
    const project = newProject();
    expect(modelInUse(project)).toBeNull();
    const first = model(project);
    const second = model(project, { parentId: first });
    expect(modelInUse(project)).toBe(second);
    useModel(project, first);
    expect(getModel(project).id).toBe(first);
    removeModel(project, first);
    expect(modelInUse(project)).toBe(second);
    expect(getModel(project, second).parentId).toBeNull();
  });

  it('that an inspection refers to stays', () => {
    const project = newProject();
    const id = model(project);
    const runId = run(project, id);
    expect(codeOf(() => removeModel(project, id))).toBe('model.in-use');
    project.transaction((database) => database.$client.exec("UPDATE runs SET state = 'done'"));
    removeRun(project, runId);
    removeModel(project, id);
    expect(codeOf(() => getModel(project, id))).toBe('model.missing');
  });
});

describe('a run', () => {
  it('that gets other limits has all its parts decided by them', () => {
    const project = newProject();
    const runId = run(project, model(project));
    const scores = [0.5, 1.5, 1.99, 2, 3];
    addResults(
      project,
      runId,
      scores.map((score, i) => result(project, `/parts/${i}.png`, { score })),
    );
    setRunLimits(project, runId, { review: 1.6, reject: 2.5 });
    expect(countDecisions(project, runId)).toMatchObject({ pass: 2, review: 2, reject: 1 });
    setRunLimits(project, runId, limits);
    expect(countDecisions(project, runId)).toMatchObject({ pass: 1, review: 2, reject: 2 });
    expect(getRun(project, runId).limits).toEqual(limits);
  });

  it('takes its verdicts along when it is removed, and only then', () => {
    const project = newProject();
    const runId = run(project, model(project));
    const [id = 0] = addResults(project, runId, [result(project, '/parts/a.png')]);
    addVerdict(project, { resultId: id, decision: 'accept', comment: '', by: 'Ada', at: now });
    expect(codeOf(() => removeRun(project, runId))).toBe('usage.invalid');
    project.transaction((database) => database.$client.exec("UPDATE runs SET state = 'done'"));
    removeRun(project, runId);
    expect(codeOf(() => getRun(project, runId))).toBe('run.missing');
    expect(verdictsOn(project, id)).toEqual([]);
    expect(listLog(project, { offset: 0, limit: 1 }).total).toBe(0);
  });
});

describe('a verdict', () => {
  it('is taken back by one that says nothing, and what was said before stays on record', () => {
    const project = newProject();
    const runId = run(project, model(project));
    const [id = 0] = addResults(project, runId, [result(project, '/parts/a.png')]);
    const verdict = { resultId: id, comment: '', by: 'Ada', at: now };
    addVerdict(project, { ...verdict, decision: 'reject' });
    addVerdict(project, { ...verdict, decision: null });
    expect(getResult(project, id).verdict).toBeNull();
    expect(verdictsOn(project, id).map(({ decision }) => decision)).toEqual([null, 'reject']);
    addVerdict(project, { ...verdict, decision: 'accept' });
    expect(getResult(project, id).verdict).toMatchObject({ decision: 'accept', by: 'Ada' });
  });
});

it('what a report says on its cover is kept in the project', () => {
  const project = newProject();
  const empty = { customer: '', partNumber: '', batch: '', operator: '', remarks: '', logo: '' };
  expect(getReportFields(project)).toEqual(empty);
  saveReportFields(project, { ...empty, customer: 'Alpine Rail', logo: '/logos/a.png' });
  expect(getReportFields(project)).toMatchObject({ customer: 'Alpine Rail', logo: '/logos/a.png' });
});
