import type { JobEvent } from '../../../src-shared/contract/job.ts';

const isLast = (event: JobEvent): boolean =>
  event.type === 'done' || event.type === 'failed' || event.type === 'cancelled';

/**
 * The events of one job. Whoever listens, and whenever, gets every warning and the outcome, and of progress the
 * newest: old progress is of no use to anybody and must not pile up behind a slow listener.
 */
export class JobChannel {
  readonly #kept: JobEvent[] = [];
  #progress: JobEvent | null = null;
  #progressVersion = 0;
  #ended = false;
  #wake: (() => void)[] = [];

  publish(event: JobEvent): void {
    if (this.#ended) return;
    if (event.type === 'progress') {
      this.#progress = event;
      this.#progressVersion++;
    } else {
      this.#kept.push(event);
    }
    this.#ended = isLast(event);
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }

  async *events(signal?: AbortSignal): AsyncGenerator<JobEvent, void, void> {
    let seen = 0;
    let seenProgress = 0;
    while (signal?.aborted !== true) {
      if (this.#progress !== null && seenProgress < this.#progressVersion) {
        seenProgress = this.#progressVersion;
        yield this.#progress;
        continue;
      }
      const event = this.#kept[seen];
      if (event !== undefined) {
        seen++;
        yield event;
        if (isLast(event)) return;
        continue;
      }
      await new Promise<void>((resolve) => {
        this.#wake.push(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }
}
