import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';

/**
 * Lets only so many at a time go on; the others wait in the order in which they came. Whoever no longer wants its turn
 * costs nothing, so a window that scrolls past thousands of pictures waits only for those in sight.
 */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** @throws SparsightError 'job.cancelled' when the signal was aborted before the turn came */
  async take<Value>(signal: AbortSignal | undefined, work: () => Promise<Value>): Promise<Value> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      if (signal?.aborted === true) throw unwanted();
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }
}

function unwanted(): SparsightError {
  return reasonedError('job.cancelled', 'work.unwanted', {});
}
