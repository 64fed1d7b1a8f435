import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import type { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { TaskPool } from './task-pool.ts';
import type { RequestOf, ValueOf } from './task-pool.ts';

/** One thread to try things out on, apart from those that learn and inspect. It is ended when nobody waits any more. */
export class TrialThread<Tasks extends object> {
  readonly #pool: TaskPool<Tasks>;

  /** @param module as {@link TaskPool} takes it */
  constructor(module: string) {
    this.#pool = new TaskPool<Tasks>(module, { minThreads: 0, maxThreads: 1, idleTimeout: 60_000 });
  }

  /** @throws SparsightError 'job.cancelled' when the signal was aborted, and what the task throws */
  async run<Name extends keyof Tasks & string>(
    name: Name,
    request: RequestOf<Tasks[Name]>,
    signal?: AbortSignal,
  ): Promise<ValueOf<Tasks[Name]>> {
    try {
      return await this.#pool.run(name, request, signal);
    } catch (thrown) {
      if (signal?.aborted === true) throw cancelled();
      throw thrown;
    }
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

function cancelled(): SparsightError {
  return reasonedError('job.cancelled', 'work.cancelled', {});
}
