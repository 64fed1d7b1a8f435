import pino from 'pino';
import { afterEach } from 'vitest';
import { createEngine } from '../../../src-main/engine/engine.ts';
import type { Engine } from '../../../src-main/engine/engine.ts';
import type { Client } from '../../../src-shared/contract/client.ts';
import type { JobEvent } from '../../../src-shared/contract/job.ts';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';

const engines: Engine[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

/** An engine that is closed when the test ends, if it is not before. */
export function startEngine(workers = 2): Engine {
  const engine = createEngine({ workers, log: pino({ level: 'silent' }) });
  engines.push(engine);
  return engine;
}

/** The outcome of a job that is to succeed. */
export async function outcomeOf<Outcome>(
  client: Client,
  started: Promise<{ jobId: number }>,
): Promise<Outcome> {
  for await (const event of await client.jobs.events(await started)) {
    if (event.type === 'done') return event.outcome as Outcome;
    if (event.type === 'failed') throw new SparsightError(event.error);
  }
  throw new Error('The job was cancelled.');
}

/** Everything that happens to a job, to its end. */
export async function eventsOf(client: Client, job: { jobId: number }): Promise<JobEvent[]> {
  const events: JobEvent[] = [];
  for await (const event of await client.jobs.events(job)) events.push(event);
  return events;
}
