import { errorDetailsSchema } from '../../../src-shared/contract/error.ts';
import type { JobKind, JobState } from '../../../src-shared/contract/job.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { ErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';
import type { OpenProject } from '../open-project.ts';
import { and, desc, eq, inArray } from '../query-builder.ts';
import { jobs } from '../schema.ts';
import { anyJsonSchema, fromJson, toJson } from './json-column.ts';
import type { Page } from './page.ts';

export interface JobRecord {
  id: number;
  kind: JobKind;
  state: JobState;
  /** The request as it was made; its form depends on the kind. */
  request: unknown;
  /** Times are ISO 8601, UTC. */
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  done: number;
  total: number;
  error: ErrorDetails | null;
  /** What came of it; its form depends on the kind. */
  outcome: unknown;
  runId: number | null;
  modelId: number | null;
}

/** Queues a job. */
export function addJob(
  project: OpenProject,
  job: { kind: JobKind; request: unknown; createdAt: string },
): number {
  return project.transaction((database) => {
    const request = toJson(anyJsonSchema, job.request);
    const row = {
      kind: job.kind,
      request,
      createdAt: job.createdAt,
      state: 'queued',
      done: 0,
      total: 0,
    } as const;
    return database.insert(jobs).values(row).returning({ id: jobs.id }).get().id;
  });
}

export function startJob(project: OpenProject, id: number, startedAt: string): void {
  change(project, id, ['queued'], { state: 'running', startedAt });
}

export function progressJob(project: OpenProject, id: number, done: number, total: number): void {
  change(project, id, ['running'], { done, total });
}

export function finishJob(
  project: OpenProject,
  id: number,
  end: { outcome: unknown; endedAt: string },
): void {
  const outcome = toJson(anyJsonSchema, end.outcome);
  change(project, id, ['running'], { state: 'done', outcome, endedAt: end.endedAt });
}

export function failJob(
  project: OpenProject,
  id: number,
  end: { error: ErrorDetails; endedAt: string },
): void {
  const error = JSON.stringify(end.error);
  change(project, id, ['queued', 'running'], { state: 'failed', error, endedAt: end.endedAt });
}

export function cancelJob(project: OpenProject, id: number, endedAt: string): void {
  change(project, id, ['queued', 'running', 'interrupted'], { state: 'cancelled', endedAt });
}

/** Puts an interrupted job back into the queue. */
export function requeueJob(project: OpenProject, id: number): void {
  change(project, id, ['interrupted'], { state: 'queued' });
}

/** @throws SparsightError job.missing */
export function getJob(project: OpenProject, id: number): JobRecord {
  return project.read((database) => {
    const row = database.select().from(jobs).where(eq(jobs.id, id)).get();
    if (row === undefined) throw jobMissing(project.path, id);
    return parseJob(row);
  });
}

/** Newest first. */
export function listJobs(project: OpenProject, { offset, limit }: Page): JobRecord[] {
  return project.read((database) =>
    database.select().from(jobs).orderBy(desc(jobs.id)).limit(limit).offset(offset).all().map(parseJob),
  );
}

/** A job moves only along queued -> running -> an end; a job that has ended stays as it ended. */
function change(
  project: OpenProject,
  id: number,
  from: JobState[],
  changes: Partial<typeof jobs.$inferInsert>,
): void {
  project.transaction((database) => {
    const where = and(eq(jobs.id, id), inArray(jobs.state, from));
    if (database.update(jobs).set(changes).where(where).run().changes === 1) return;
    const { state } = getJob(project, id);
    throw new Error(`job ${id} is ${state}, not ${from.join(' or ')}`);
  });
}

function parseJob(row: typeof jobs.$inferSelect): JobRecord {
  const optional = (text: string | null, what: string) =>
    text === null ? null : fromJson(anyJsonSchema, text, what);
  return {
    ...row,
    request: fromJson(anyJsonSchema, row.request, 'jobs.request'),
    error: row.error === null ? null : fromJson(errorDetailsSchema, row.error, 'jobs.error'),
    outcome: optional(row.outcome, 'jobs.outcome'),
  };
}

function jobMissing(path: string, id: number): SparsightError {
  return reasonedError('job.missing', 'job.unknown', { job: id }, { path });
}
