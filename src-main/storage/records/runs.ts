import { defectLimit } from '../../../src-shared/domain/decide.ts';
import { limitsSchema } from '../../../src-shared/domain/decision.ts';
import type { Limits } from '../../../src-shared/domain/decision.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { OpenProject } from '../open-project.ts';
import { and, count, desc, eq, inArray, sql } from '../query-builder.ts';
import { jobs, resultFailures, results, runs, verdicts } from '../schema.ts';
import type { runStates } from '../schema.ts';
import { forgetUnusedImages } from './images.ts';
import { fromJson, toJson } from './json-column.ts';

export type RunState = (typeof runStates)[number];

/** One inspection of a set of parts by one model. */
export interface RunRecord {
  id: number;
  jobId: number | null;
  modelId: number;
  /** Times are ISO 8601, UTC. */
  startedAt: string;
  endedAt: string | null;
  /** Working time so far, without interruptions; null before any was noted. */
  seconds: number | null;
  state: RunState;
  title: string;
  /** By which its parts are decided. */
  limits: Limits;
  /** Whether the classifier's second opinion takes part in deciding. */
  followsClassifier: boolean;
}

export type NewRun = Pick<RunRecord, 'jobId' | 'modelId' | 'startedAt' | 'title' | 'limits'> &
  Partial<Pick<RunRecord, 'followsClassifier'>>;

export interface RunCounts {
  /** Every part that was looked at, the unreadable among them. */
  total: number;
  pass: number;
  review: number;
  reject: number;
  unreadable: number;
}

/** Starts a run, and names it in its job. */
export function startRun(project: OpenProject, run: NewRun): number {
  return project.transaction((database) => {
    const { id } = database
      .insert(runs)
      .values({
        followsClassifier: false,
        ...run,
        limits: toJson(limitsSchema, run.limits),
        state: 'running',
      })
      .returning({ id: runs.id })
      .get();
    if (run.jobId !== null) database.update(jobs).set({ runId: id }).where(eq(jobs.id, run.jobId)).run();
    return id;
  });
}

export function finishRun(project: OpenProject, id: number, end: { endedAt: string; seconds: number }): void {
  change(project, id, ['running'], { state: 'done', ...end });
}

/** Keeps how long a run that is under way has been worked on, in seconds. */
export function noteRunSeconds(project: OpenProject, id: number, seconds: number): void {
  change(project, id, ['running'], { seconds });
}

/**
 * Takes up a run whose job was interrupted; `resultPathsOf` says what it has looked at already. It may have come to its
 * end just before its job did.
 */
export function resumeRun(project: OpenProject, id: number): void {
  change(project, id, ['interrupted', 'done'], { state: 'running' });
}

/**
 * Removes a run that failed or was cancelled, with its results and maps, and the images that it was the first to look
 * at. A run that a person has given a verdict on stays, as a record of that.
 *
 * @returns whether it was removed
 */
export function discardRun(
  project: OpenProject,
  id: number,
  end: { state: 'failed' | 'cancelled'; endedAt: string },
): boolean {
  return project.transaction((database) => {
    const judged = database
      .select({ id: verdicts.id })
      .from(verdicts)
      .innerJoin(results, eq(results.id, verdicts.resultId))
      .where(eq(results.runId, id))
      .limit(1)
      .get();
    change(project, id, ['running', 'interrupted'], end);
    if (judged !== undefined) return false;
    const { startedAt } = getRun(project, id);
    database.delete(runs).where(eq(runs.id, id)).run();
    forgetUnusedImages(project, startedAt);
    return true;
  });
}

/** @throws SparsightError run.missing */
export function getRun(project: OpenProject, id: number): RunRecord {
  return project.read((database) => {
    const row = database.select().from(runs).where(eq(runs.id, id)).get();
    if (row === undefined)
      throw reasonedError('run.missing', 'inspection.unknown', { run: id }, { path: project.path });
    return parseRun(row);
  });
}

/**
 * The newest run that came to its end.
 *
 * @throws SparsightError run.missing
 */
export function latestRun(project: OpenProject): RunRecord {
  return project.read((database) => {
    const row = database
      .select()
      .from(runs)
      .where(eq(runs.state, 'done'))
      .orderBy(desc(runs.id))
      .limit(1)
      .get();
    if (row === undefined)
      throw reasonedError('run.missing', 'inspection.none-finished', {}, { path: project.path });
    return parseRun(row);
  });
}

/** Newest first. */
export function listRuns(project: OpenProject): RunRecord[] {
  return project.read((database) => database.select().from(runs).orderBy(desc(runs.id)).all().map(parseRun));
}

export function renameRun(project: OpenProject, id: number, title: string): void {
  project.transaction((database) => {
    getRun(project, id);
    database.update(runs).set({ title }).where(eq(runs.id, id)).run();
  });
}

/** Gives a run other limits and decides all its parts anew. */
export function setRunLimits(project: OpenProject, id: number, limits: Limits): void {
  decideAnew(project, { ...getRun(project, id), limits });
}

/** Lets the classifier's second opinion take part in deciding, or not, and decides all parts of a run anew. */
export function followClassifierInRun(project: OpenProject, id: number, followsClassifier: boolean): void {
  decideAnew(project, { ...getRun(project, id), followsClassifier });
}

/** Decides all parts of a run once more, now that the second opinion on them is another. */
export function decideRunAnew(project: OpenProject, id: number): void {
  decideAnew(project, getRun(project, id));
}

/** As `decide` and `decideWithOpinion` say of each part. */
function decideAnew(project: OpenProject, { id, limits, followsClassifier }: RunRecord): void {
  const { review, reject } = limits;
  const byScore = sql`CASE WHEN ${results.score} >= ${reject} THEN 'reject'
    WHEN ${results.score} >= ${review} THEN 'review' ELSE 'pass' END`;
  const probability = results.defectProbability;
  const byBoth = sql`CASE WHEN ${probability} IS NULL THEN ${byScore}
    WHEN ${probability} >= ${defectLimit} THEN 'reject'
    WHEN ${results.score} >= ${reject} THEN 'review' ELSE ${byScore} END`;
  project.transaction((database) => {
    database
      .update(runs)
      .set({ limits: toJson(limitsSchema, limits), followsClassifier })
      .where(eq(runs.id, id))
      .run();
    database
      .update(results)
      .set({ decision: followsClassifier ? byBoth : byScore })
      .where(eq(results.runId, id))
      .run();
  });
}

/** Removes a run that has ended, with its results, maps and verdicts. The images stay. */
export function removeRun(project: OpenProject, id: number): void {
  project.transaction((database) => {
    const { state } = getRun(project, id);
    if (state === 'running') throw runUnderWay(project.path, id);
    database.delete(runs).where(eq(runs.id, id)).run();
  });
}

function parseRun(row: typeof runs.$inferSelect): RunRecord {
  return { ...row, limits: fromJson(limitsSchema, row.limits, 'runs.limits') };
}

/** How a run's parts were decided. */
export function countDecisions(project: OpenProject, runId: number): RunCounts {
  return project.read((database) => {
    const rows = database
      .select({ decision: results.decision, parts: count() })
      .from(results)
      .where(eq(results.runId, runId))
      .groupBy(results.decision)
      .all();
    const decided = { pass: 0, review: 0, reject: 0 };
    for (const { decision, parts } of rows) decided[decision] = parts;
    const failures = database
      .select({ parts: count() })
      .from(resultFailures)
      .where(eq(resultFailures.runId, runId))
      .get();
    const unreadable = failures?.parts ?? 0;
    return { total: decided.pass + decided.review + decided.reject + unreadable, ...decided, unreadable };
  });
}

function change(
  project: OpenProject,
  id: number,
  from: RunState[],
  changes: Partial<typeof runs.$inferInsert>,
): void {
  project.transaction((database) => {
    const where = and(eq(runs.id, id), inArray(runs.state, from));
    if (database.update(runs).set(changes).where(where).run().changes === 1) return;
    const { state } = getRun(project, id);
    throw new Error(`run ${id} is ${state}, not ${from.join(' or ')}`);
  });
}

function runUnderWay(path: string, id: number): SparsightError {
  return reasonedError('usage.invalid', 'inspection.under-way', { run: id }, { path });
}
