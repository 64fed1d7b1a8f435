import { describe, expect, it } from 'vitest';
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
import { addFailures, addResults, resultPathsOf } from '../../../src-main/storage/records/results.ts';
import {
  countDecisions,
  finishRun,
  getRun,
  latestRun,
  resumeRun,
  startRun,
} from '../../../src-main/storage/records/runs.ts';
import type { OpenProject } from '../../../src-main/storage/open-project.ts';
import { codeOf, model, newProject, now, open, result } from './project-fixture.ts';

const later = '2030-01-02T04:00:00.000Z';

const limits = { review: 1.5, reject: 2 };

const everything = { offset: 0, limit: 1000 };

function run(project: OpenProject, jobId: number | null = null): number {
  return startRun(project, { jobId, modelId: model(project), startedAt: now, title: 'Batch 7', limits });
}

function runningJob(project: OpenProject, kind: 'train' | 'inspect'): number {
  const id = addJob(project, { kind, request: { images: ['/parts'] }, createdAt: now });
  startJob(project, id, now);
  return id;
}

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
