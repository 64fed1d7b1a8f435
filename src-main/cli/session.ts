import { ORPCError } from '@orpc/client';
import pino from 'pino';
import { errorDetailsSchema } from '../../src-shared/contract/error.ts';
import type { JobEvent } from '../../src-shared/contract/job.ts';
import { isCancelled, SparsightError, toErrorDetails } from '../../src-shared/errors/sparsight-error.ts';
import type { ErrorDetails } from '../../src-shared/errors/sparsight-error.ts';
import { createEngine } from '../engine/engine.ts';
import type { Client } from '../engine/engine.ts';
import { exitCode, exitCodeFor } from './exit-codes.ts';
import { createProgressDisplay } from './progress-display.ts';

export interface SessionOptions {
  /** Print exactly one JSON document on stdout instead of text. */
  json?: boolean;
  /** Worker threads; the engine's own choice when left out. */
  workers?: number;
  /** Where to write the engine's log; nowhere when left out. */
  log?: string;
}

/** What a command hands back: the document for --json, the text for a person, and how the process should end. */
export interface CommandResult {
  document: unknown;
  text: string;
  exitCode?: number;
}

/** What a command works with: the contract, and a way to see a job through to its outcome. */
export interface Session {
  client: Client;
  runJob<Outcome>(started: Promise<{ jobId: number }>): Promise<Outcome>;
}

/**
 * Runs one command against an engine of its own, prints its result, and returns the exit code. Ctrl-C cancels the
 * running job and ends cleanly; a second one ends at once.
 */
export async function runCommand(
  options: SessionOptions,
  command: (session: Session) => Promise<CommandResult>,
): Promise<number> {
  const log = pino(
    { level: options.log === undefined ? 'silent' : 'debug' },
    pino.destination({ dest: options.log ?? 2, sync: true, mkdir: true }),
  );
  const display = createProgressDisplay(process.stderr);
  const interrupted = new AbortController();
  const onSignal = () => {
    if (interrupted.signal.aborted) process.exit(exitCode.cancelled);
    interrupted.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  const engine = createEngine({
    log,
    ...(options.workers === undefined ? {} : { workers: options.workers }),
  });

  async function runJob<Outcome>(started: Promise<{ jobId: number }>): Promise<Outcome> {
    const { jobId } = await started;
    const cancel = () => void engine.client.jobs.cancel({ jobId });
    if (interrupted.signal.aborted) cancel();
    interrupted.signal.addEventListener('abort', cancel, { once: true });
    try {
      for await (const event of await engine.client.jobs.events({ jobId })) {
        const outcome = handle(event);
        if (outcome !== undefined) return outcome.value as Outcome;
      }
    } finally {
      interrupted.signal.removeEventListener('abort', cancel);
      display.stop();
    }
    throw new SparsightError({
      code: 'job.interrupted',
      message: 'The job ended without saying how.',
      next: 'Run the command again with --log FILE and look into the log.',
    });
  }

  function handle(event: JobEvent): { value: unknown } | undefined {
    switch (event.type) {
      case 'progress':
        display.progress(event.progress);
        return undefined;
      case 'warning':
        display.warning(event.warning);
        return undefined;
      case 'done':
        return { value: event.outcome };
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

  try {
    const result = await command({ client: engine.client, runJob });
    process.stdout.write(
      options.json === true ? `${JSON.stringify(result.document, null, 2)}\n` : `${result.text}\n`,
    );
    return result.exitCode ?? exitCode.done;
  } catch (thrown) {
    const error = detailsOf(thrown);
    log.error({ err: thrown }, 'command failed');
    if (options.json === true) process.stdout.write(`${JSON.stringify({ error }, null, 2)}\n`);
    process.stderr.write(isCancelled(thrown) ? 'Cancelled.\n' : `Error: ${error.message}\n${error.next}\n`);
    return exitCodeFor(error.code);
  } finally {
    await engine.close();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** Errors of the contract carry their details; anything else is a fault of this program. */
function detailsOf(thrown: unknown): ErrorDetails {
  if (thrown instanceof ORPCError) {
    const details = errorDetailsSchema.safeParse(thrown.data);
    if (details.success) return details.data;
  }
  return toErrorDetails(thrown);
}
