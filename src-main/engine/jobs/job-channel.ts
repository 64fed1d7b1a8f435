import type { JobEvent } from '../../../src-shared/contract/job.ts';

const isLast = (event: JobEvent): boolean =>
  event.type === 'done' || event.type === 'failed' || event.type === 'cancelled';

/** Of events that share a key only the newest counts; null for those that all count. */
function keyOf(event: JobEvent): string | null {
  if (event.type === 'progress') return `progress ${event.progress.stage}`;
  return event.type === 'learning' ? `learning ${event.scale}` : null;
}

/**
 * The events of one job. Whoever listens, and whenever, gets every warning and the outcome, and of each stage's progress
 * and of each dictionary the newest: what is outdated is of no use to anybody and must not pile up behind a slow
 * listener, but how a stage ended stays told.
 */
export class JobChannel {
  readonly #kept: JobEvent[] = [];
  readonly #newest = new Map<string, { event: JobEvent; version: number }>();
  #version = 0;
  #ended = false;
  #wake: (() => void)[] = [];

  publish(event: JobEvent): void {
    if (this.#ended) return;
    const key = keyOf(event);
    if (key === null) this.#kept.push(event);
    else this.#newest.set(key, { event, version: ++this.#version });
    this.#ended = isLast(event);
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }

  async *events(signal?: AbortSignal): AsyncGenerator<JobEvent, void, void> {
    let seen = 0;
    let seenVersion = 0;
    while (signal?.aborted !== true) {
      const newer = this.#firstAfter(seenVersion);
      if (newer !== undefined) {
        seenVersion = newer.version;
        yield newer.event;
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

  /** The oldest of the newest events that came after a version. */
  #firstAfter(version: number): { event: JobEvent; version: number } | undefined {
    return [...this.#newest.values()]
      .filter((one) => one.version > version)
      .sort((a, b) => a.version - b.version)[0];
  }
}
