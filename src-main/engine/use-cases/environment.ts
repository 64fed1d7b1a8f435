import type { OpenProject } from '../../storage/open-project.ts';
import type { JobContext } from '../jobs/job-queue.ts';
import type { WorkerPool } from '../workers/pool.ts';

/** What every use case works with. */
export interface Environment {
  readonly project: OpenProject;
  readonly pool: WorkerPool;
  readonly job: JobContext;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** Highest resident memory of the process so far, in bytes. */
export const peakRssBytes = (): number => process.resourceUsage().maxRSS * 1024;
