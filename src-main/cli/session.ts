import type { Logger } from 'pino';
import type { Client } from '../../src-shared/contract/client.ts';
import type { JobWarning } from '../../src-shared/contract/job.ts';
import { createEngine } from '../engine/engine.ts';
import type { Engine } from '../engine/engine.ts';
import { detailsOf, errorText } from './error-text.ts';
import { exitCode, exitCodeFor } from './exit-codes.ts';
import { followWork } from './follow-work.ts';
import { openLog } from './open-log.ts';
import { createProgressDisplay } from './progress-display.ts';
import { runJob } from './run-job.ts';

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
  document: object;
  text: string;
  exitCode?: number;
}

/** What a command works with: the contract, and a way to see a job through to its outcome. */
export interface Session {
  client: Client;
  /** Aborted by Ctrl-C: for what is no job. */
  interrupted: AbortSignal;
  runJob: <Outcome>(started: Promise<{ jobId: number }>) => Promise<Outcome>;
  /** Shows how far work is that is no job, and answers with what comes of it. */
  follow: <Value>(work: (progressId: string) => Promise<Value>) => Promise<Value>;
}

/**
 * Runs one command against an engine of its own, prints its result, and returns the exit code. Ctrl-C cancels the
 * running job and ends cleanly; a second one ends at once. The JSON document holds the warnings, too.
 */
export async function runCommand(
  options: SessionOptions,
  command: (session: Session) => Promise<CommandResult>,
): Promise<number> {
  const display = createProgressDisplay(process.stderr);
  const warnings: JobWarning[] = [];
  const interruption = interruptOnSignal();
  const fault = watchForFaults();
  let log: Logger | undefined;
  let engine: Engine | undefined;
  try {
    log = openLog(options.log);
    fault.logTo(log);
    const { workers } = options;
    engine = createEngine({ log, ...(workers === undefined ? {} : { workers }) });
    const { client } = engine;
    const audience = { display, interrupted: interruption.signal, warnings };
    const session: Session = {
      client,
      interrupted: interruption.signal,
      runJob: async <Outcome>(started: Promise<{ jobId: number }>) =>
        (await runJob(client, started, audience)) as Outcome,
      follow: (work) => followWork(client, display, work),
    };
    const result = await Promise.race([command(session), fault.happened]);
    print(options.json === true ? { ...result.document, warnings } : result.text);
    return result.exitCode ?? exitCode.done;
  } catch (thrown) {
    log?.error({ err: thrown }, 'command failed');
    const error = detailsOf(thrown);
    display.stop();
    process.stderr.write(errorText(error));
    if (options.json === true) print({ error, warnings });
    return exitCodeFor(error.code);
  } finally {
    await engine?.close();
    interruption.stop();
  }
}

function print(result: object | string): void {
  process.stdout.write(`${typeof result === 'string' ? result : JSON.stringify(result, null, 2)}\n`);
}

function interruptOnSignal() {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(exitCode.cancelled);
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  const stop = () => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
  return { signal: controller.signal, stop };
}

/** What nobody caught fails the command like any other error, without a stack trace; once it is over, it is only logged. */
function watchForFaults() {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  let log: Logger | undefined;
  process.on('uncaughtException', (error) => {
    log?.fatal({ err: error }, 'nobody caught this');
    reject(error);
  });
  return { happened: promise, logTo: (target: Logger) => (log = target) };
}
