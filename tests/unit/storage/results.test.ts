import { describe, expect, it } from 'vitest';
import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import { putImages } from '../../../src-main/storage/records/images.ts';
import { appendLog, listLog } from '../../../src-main/storage/records/log.ts';
import { getMap } from '../../../src-main/storage/records/maps.ts';
import {
  addFailures,
  addResults,
  getResult,
  listFailures,
  scoresOf,
} from '../../../src-main/storage/records/results.ts';
import { listResults } from '../../../src-main/storage/records/result-queries.ts';
import { countDecisions, discardRun, getRun, startRun } from '../../../src-main/storage/records/runs.ts';
import { addVerdict, verdictsOn } from '../../../src-main/storage/records/verdicts.ts';
import type { OpenProject } from '../../../src-main/storage/open-project.ts';
import { codeOf, image, model, newProject, now, result } from './project-fixture.ts';

const later = '2030-01-02T04:00:00.000Z';

const limits = { review: 1.5, reject: 2 };

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
  return startRun(project, { jobId, modelId: model(project), startedAt: now, title: 'Batch 7', limits });
}

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
    const byScore = listResults(project, { runId, sort: 'score', descending: true }, { offset: 1, limit: 2 });
    expect(byScore.total).toBe(4);
    expect(byScore.results.map(({ score }) => score)).toEqual([2.5, 1.75]);
    expect(listResults(project, { runId, decisions: ['reject'] }, everything).total).toBe(2);
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
    expect(listResults(project, { runId }, everything).total).toBe(1);
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
    expect(listResults(project, { runId: dropped }, everything).total).toBe(0);

    const judged = run(project);
    const [resultId] = addResults(project, judged, [result(project, '/parts/a.png')]);
    addVerdict(project, { resultId: resultId!, decision: 'accept', comment: '', by: 'Ada', at: later });
    expect(discardRun(project, judged, cancelled)).toBe(false);
    expect(getRun(project, judged).state).toBe('cancelled');
    expect(listResults(project, { runId: judged }, everything).total).toBe(1);
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
    expect(listResults(project, { runId }, everything).results[0]?.verdict).toMatchObject({
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
