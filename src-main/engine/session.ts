import type { Logger } from 'pino';
import { reasonedError } from '../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../src-shared/errors/sparsight-error.ts';
import { openProject } from '../storage/open-project.ts';
import type { OpenOptions, OpenProject } from '../storage/open-project.ts';
import {
  addJob,
  cancelJob,
  failJob,
  finishJob,
  progressJob,
  requeueJob,
  startJob,
} from '../storage/records/jobs.ts';
import type { JobLedger } from './jobs/job-queue.ts';
import { JobQueue } from './jobs/job-queue.ts';

/** An open project with its jobs. */
export class ProjectSession {
  readonly project: OpenProject;
  readonly jobs: JobQueue;

  constructor(path: string, options: OpenOptions, now: () => string, log: Logger) {
    this.project = openProject(path, options);
    this.jobs = new JobQueue(ledgerIn(this.project, now), log);
  }

  /** Cancels what is running and closes the file. */
  async close(): Promise<void> {
    await this.jobs.close();
    this.project.close();
  }
}

/** Milliseconds between two writes of a job's progress: the file need not know every image. */
const progressInterval = 1000;

function ledgerIn(project: OpenProject, now: () => string): JobLedger {
  let lastProgress = 0;
  return {
    add: (kind, request) => addJob(project, { kind, request: asJson(request), createdAt: now() }),
    requeue: (jobId) => requeueJob(project, jobId),
    started: (jobId) => startJob(project, jobId, now()),
    progressed(jobId, done, total) {
      const at = performance.now();
      if (at - lastProgress < progressInterval && done < total) return;
      lastProgress = at;
      progressJob(project, jobId, done, total);
    },
    done: (jobId, outcome) => finishJob(project, jobId, { outcome: asJson(outcome), endedAt: now() }),
    failed: (jobId, error) => failJob(project, jobId, { error, endedAt: now() }),
    cancelled: (jobId) => cancelJob(project, jobId, now()),
  };
}

/** As JSON keeps it: optional fields that are undefined are left out. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

export function noProjectOpen(): SparsightError {
  return reasonedError('project.missing', 'project.none-open', {});
}
