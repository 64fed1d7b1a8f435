import { expect, it } from 'vitest';
import type { OpenProject } from '../../../src-main/storage/open-project.ts';
import { listImages, putImages } from '../../../src-main/storage/records/images.ts';
import { addJob, finishJob, startJob } from '../../../src-main/storage/records/jobs.ts';
import { addResults } from '../../../src-main/storage/records/results.ts';
import { startRun } from '../../../src-main/storage/records/runs.ts';
import { image, model, newProject, now, open, result } from './project-fixture.ts';

const at = (minute: number) => `2031-01-01T00:0${minute}:00.000Z`;

function importing(project: OpenProject, startedAt: string, paths: string[]): number {
  const id = addJob(project, { kind: 'import', request: {}, createdAt: now });
  startJob(project, id, startedAt);
  putImages(
    project,
    paths.map((path) => image(path, { addedAt: startedAt, imported: true })),
  );
  return id;
}

const pathsIn = (project: OpenProject) =>
  listImages(project, { offset: 0, limit: 100 }).images.map(({ path }) => path);

it('images of an import that a crash cut short are gone when the project is next opened', () => {
  const project = newProject();
  const whole = importing(project, at(1), ['/whole/a.png', '/whole/b.png']);
  finishJob(project, whole, { outcome: {}, endedAt: at(2) });
  importing(project, at(3), ['/half/a.png', '/half/b.png']);
  project.close();
  expect(pathsIn(open(project.path, 'write'))).toEqual(['/whole/a.png', '/whole/b.png']);
});

it('what a result refers to stays, however its import ended', () => {
  const project = newProject();
  importing(project, at(1), ['/half/a.png', '/half/b.png']);
  const limits = { review: 1.5, reject: 2 };
  const runId = startRun(project, {
    ...{ jobId: null, modelId: model(project), startedAt: at(1), title: '', limits },
  });
  addResults(project, runId, [result(project, '/half/b.png')]);
  project.close();
  expect(pathsIn(open(project.path, 'write'))).toEqual(['/half/b.png']);
});
