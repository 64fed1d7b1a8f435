import type { Logger } from 'pino';
import type { JobEvent, JobKind, JobWarning, Stage } from '../../../src-shared/contract/job.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { isCancelled, toErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';
import type { ErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';
import { JobChannel } from './job-channel.ts';
import { ProgressMeter } from './progress-meter.ts';

/** What a job tells besides its progress, its warnings and how it ended. */
export type JobNews = Extract<JobEvent, { type: 'learning' | 'run' | 'taught' }>;

/** What a use case may do with the job that it runs in. */
export interface JobContext {
  readonly jobId: number;
  /** Aborted when a person cancels or the engine closes. */
  readonly signal: AbortSignal;
  progress(stage: Stage, done: number, total: number): void;
  warn(warning: JobWarning): void;
  tell(news: JobNews): void;
}

export interface JobOptions {
  /**
   * Begin at once and beside the others, for a job that mostly waits: one that watches a folder must not hold up the
   * rest until somebody ends it. @default false
   */
  readonly beside?: boolean;
}

/** Where the states of jobs are kept. */
export interface JobLedger {
  add(kind: JobKind, request: unknown): number;
  /** Puts an interrupted job back into the queue. */
  requeue(jobId: number): void;
  started(jobId: number): void;
  progressed(jobId: number, done: number, total: number): void;
  done(jobId: number, outcome: unknown): void;
  failed(jobId: number, error: ErrorDetails): void;
  cancelled(jobId: number): void;
}

interface Entry {
  channel: JobChannel;
  abort: AbortController;
}

/** Runs jobs one after another: each takes all the workers there are, so two at once would only be slower. */
export class JobQueue {
  readonly #ledger: JobLedger;
  readonly #log: Logger;
  readonly #entries = new Map<number, Entry>();
  readonly #beside = new Set<Promise<void>>();
  #tail: Promise<void> = Promise.resolve();

  constructor(ledger: JobLedger, log: Logger) {
    this.#ledger = ledger;
    this.#log = log;
  }

  /** Queues a job; its outcome comes through `events`. */
  add(
    kind: JobKind,
    request: unknown,
    run: (context: JobContext) => Promise<unknown>,
    { beside = false }: JobOptions = {},
  ): number {
    const jobId = this.#ledger.add(kind, request);
    this.#enqueue(jobId, kind, run, beside);
    return jobId;
  }

  /** Takes up a job that a crash interrupted. */
  resume(
    jobId: number,
    kind: JobKind,
    run: (context: JobContext) => Promise<unknown>,
    { beside = false }: JobOptions = {},
  ): void {
    this.#ledger.requeue(jobId);
    this.#enqueue(jobId, kind, run, beside);
  }

  #enqueue(
    jobId: number,
    kind: JobKind,
    run: (context: JobContext) => Promise<unknown>,
    beside: boolean,
  ): void {
    const entry: Entry = { channel: new JobChannel(), abort: new AbortController() };
    this.#entries.set(jobId, entry);
    if (!beside) {
      this.#tail = this.#tail.then(() => this.#run(jobId, kind, entry, run));
      return;
    }
    // After this call: who adds a job must be able to listen before anything happens.
    const running = Promise.resolve().then(() => this.#run(jobId, kind, entry, run));
    this.#beside.add(running);
    void running.then(() => this.#beside.delete(running));
  }

  channel(jobId: number): JobChannel {
    return this.#entry(jobId).channel;
  }

  cancel(jobId: number): void {
    this.#entry(jobId).abort.abort();
  }

  /** Cancels whatever is queued or running and waits for it to end. */
  async close(): Promise<void> {
    for (const entry of this.#entries.values()) entry.abort.abort();
    await Promise.all([this.#tail, ...this.#beside]);
  }

  #entry(jobId: number): Entry {
    const entry = this.#entries.get(jobId);
    if (entry === undefined) {
      throw reasonedError('job.missing', 'job.not-here', { job: jobId });
    }
    return entry;
  }

  async #run(jobId: number, kind: JobKind, entry: Entry, run: (context: JobContext) => Promise<unknown>) {
    const { channel, abort } = entry;
    const meter = new ProgressMeter(
      (progress) => {
        this.#ledger.progressed(jobId, progress.done, progress.total);
        channel.publish({ type: 'progress', progress });
      },
      () => performance.now(),
    );
    try {
      abort.signal.throwIfAborted();
      this.#ledger.started(jobId);
      const outcome = await run({
        jobId,
        signal: abort.signal,
        progress: (stage, done, total) => meter.update(stage, done, total),
        warn: (warning) => {
          this.#log.warn({ jobId, warning }, 'job warning');
          channel.publish({ type: 'warning', warning });
        },
        tell: (news) => channel.publish(news),
      });
      this.#ledger.done(jobId, outcome);
      channel.publish({ type: 'done', outcome });
    } catch (thrown) {
      if (abort.signal.aborted || isCancelled(thrown)) {
        this.#settle(jobId, () => this.#ledger.cancelled(jobId));
        channel.publish({ type: 'cancelled' });
        return;
      }
      const error = toErrorDetails(thrown);
      this.#log.error({ jobId, kind, err: thrown }, 'job failed');
      this.#settle(jobId, () => this.#ledger.failed(jobId, error));
      channel.publish({ type: 'failed', error });
    }
  }

  /** The caller must hear how a job ended even when the ledger's disk is full: then the next start finds it interrupted. */
  #settle(jobId: number, write: () => void): void {
    try {
      write();
    } catch (thrown) {
      this.#log.error({ jobId, err: thrown }, 'the end of a job could not be written');
    }
  }
}
