import type { Client } from '../../src-shared/contract/client.ts';
import type { JobKind } from '../../src-shared/contract/job.ts';
import { SparsightError } from '../../src-shared/errors/sparsight-error.ts';
import { afterEvent, isActive, isEnd, newJobView } from './job-view.ts';
import type { JobView } from './job-view.ts';

/** Follows jobs by their events, however many parts of the window look on. */
export interface JobCentre {
  /** Active and lately ended jobs, newest first; the same array until something happens. */
  jobs: () => readonly JobView[];
  subscribe: (listener: () => void) => () => void;
  /** Follows a job until it ends. Rejects when it fails or is cancelled. */
  follow: (jobId: number, kind: JobKind | null) => Promise<unknown>;
  /** Takes note that the engine went away: what was active then is interrupted. */
  interrupt: () => readonly JobView[];
  /** For another project: forgets what has ended. */
  clear: () => void;
}

export interface JobCentreOptions {
  client: Client;
  ended: (job: JobView) => void;
  /** Calls back once, soon: events come faster than a window needs to be drawn. */
  soon: (callback: () => void) => void;
}

/** Ended jobs that are still shown. */
const remembered = 10;

export function createJobCentre({ client, ended, soon }: JobCentreOptions): JobCentre {
  const listeners = new Set<() => void>();
  const following = new Map<number, Promise<unknown>>();
  let jobs: readonly JobView[] = [];
  let told = true;

  function change(next: readonly JobView[]): void {
    jobs = next;
    if (!told) return;
    told = false;
    soon(() => {
      told = true;
      for (const listener of listeners) listener();
    });
  }

  function update(jobId: number, apply: (job: JobView) => JobView): void {
    change(jobs.map((job) => (job.jobId === jobId ? apply(job) : job)));
  }

  async function follow(jobId: number, kind: JobKind | null): Promise<unknown> {
    const others = jobs.filter((job) => job.jobId !== jobId);
    const active = others.filter(isActive);
    const past = others.filter((job) => !isActive(job)).slice(0, remembered);
    change([newJobView(jobId, kind), ...active, ...past]);
    const events = await client.jobs.events({ jobId });
    for await (const event of events) {
      update(jobId, (job) => afterEvent(job, event));
      if (!isEnd(event)) continue;
      const job = jobs.find((candidate) => candidate.jobId === jobId);
      if (job !== undefined) ended(job);
      if (event.type === 'done') return event.outcome;
      throw new SparsightError(event.type === 'failed' ? event.error : cancelled);
    }
    throw new SparsightError(interrupted);
  }

  return {
    jobs: () => jobs,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: (jobId, kind) => {
      const known = following.get(jobId);
      if (known !== undefined) return known;
      const outcome = follow(jobId, kind)
        .catch((thrown: unknown) => {
          update(jobId, (job) => (isActive(job) ? { ...job, state: 'interrupted' } : job));
          throw thrown;
        })
        .finally(() => following.delete(jobId));
      following.set(jobId, outcome);
      return outcome;
    },
    interrupt: () => {
      const hit = jobs.filter(isActive);
      change(jobs.map((job) => (isActive(job) ? { ...job, state: 'interrupted' } : job)));
      return hit;
    },
    clear: () => change(jobs.filter(({ jobId }) => following.has(jobId))),
  };
}

const cancelled = {
  code: 'job.cancelled',
  message: 'The job was cancelled.',
  next: 'Start it again.',
} as const;
const interrupted = {
  code: 'job.interrupted',
  message: 'The engine stopped while the job was running.',
  next: 'Wait for the engine to come back, then start the job again.',
} as const;
