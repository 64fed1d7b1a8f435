import type { JobWarning } from '../../src-shared/contract/job.ts';
import type { ErrorDetails } from '../../src-shared/errors/sparsight-error.ts';
import type { Client } from '../../src-shared/contract/client.ts';

/** How a job ended, and what it warned of on its way. */
export interface JobEnd<Outcome> {
  readonly outcome: Outcome | null;
  readonly error: ErrorDetails | null;
  readonly warnings: JobWarning[];
}

/** Sees a job of the engine through to its end. */
export async function endOf<Outcome>(
  client: Client,
  started: Promise<{ jobId: number }>,
): Promise<JobEnd<Outcome>> {
  const warnings: JobWarning[] = [];
  for await (const event of await client.jobs.events(await started)) {
    if (event.type === 'warning') warnings.push(event.warning);
    if (event.type === 'done') return { outcome: event.outcome as Outcome, error: null, warnings };
    if (event.type === 'failed') return { outcome: null, error: event.error, warnings };
  }
  throw new Error('The job was cancelled.');
}
