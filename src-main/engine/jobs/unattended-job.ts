import type { JobContext } from './job-queue.ts';

/** For work that answers at once instead of being a job: nobody follows it, and the caller's signal ends it. */
export function unattendedJob(signal: AbortSignal | undefined): JobContext {
  return {
    jobId: 0,
    signal: signal ?? new AbortController().signal,
    progress: () => undefined,
    warn: () => undefined,
    tell: () => undefined,
  };
}
