import type { JobEvent, JobWarning } from '../../src-shared/contract/job.ts';
import { SparsightError } from '../../src-shared/errors/sparsight-error.ts';
import type { Client } from '../../src-shared/contract/client.ts';
import type { ProgressDisplay } from './progress-display.ts';

export interface JobAudience {
  readonly display: ProgressDisplay;
  /** Aborted by Ctrl-C: the job is cancelled. */
  readonly interrupted: AbortSignal;
  /** Gets every warning, in order. */
  readonly warnings: JobWarning[];
}

/**
 * Sees a job through to its outcome.
 *
 * @throws SparsightError 'job.cancelled', and whatever made the job fail
 */
export async function runJob(
  client: Client,
  started: Promise<{ jobId: number }>,
  { display, interrupted, warnings }: JobAudience,
): Promise<unknown> {
  const { jobId } = await started;
  const cancel = () => void client.jobs.cancel({ jobId });
  if (interrupted.aborted) cancel();
  interrupted.addEventListener('abort', cancel, { once: true });
  try {
    for await (const event of await client.jobs.events({ jobId })) {
      if (event.type === 'progress') display.progress(event.progress);
      else if (event.type === 'warning') {
        warnings.push(event.warning);
        display.warning(event.warning);
      } else if (event.type === 'done' || event.type === 'failed' || event.type === 'cancelled')
        return outcomeOf(event);
    }
  } finally {
    interrupted.removeEventListener('abort', cancel);
    display.stop();
  }
  throw new SparsightError({
    code: 'job.interrupted',
    message: 'The job ended without saying how.',
    next: 'Run the command again with --log FILE and look into the log.',
  });
}

function outcomeOf(event: Extract<JobEvent, { type: 'done' | 'failed' | 'cancelled' }>): unknown {
  switch (event.type) {
    case 'done':
      return event.outcome;
    case 'failed':
      throw new SparsightError(event.error);
    case 'cancelled':
      throw new SparsightError({
        code: 'job.cancelled',
        message: 'Cancelled.',
        next: 'Nothing of the cancelled job was kept; run it again when you like.',
      });
  }
}
