import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import { TaskPool } from './task-pool.ts';
import type { RequestOf, ValueOf } from './task-pool.ts';

type LaboratoryTasks = typeof import('./laboratory-worker.ts');

/** One thread to try things out on, apart from those that learn and inspect. It is ended when nobody waits any more. */
export class LaboratoryThread {
  readonly #pool = new TaskPool<LaboratoryTasks>('laboratory-worker', {
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
  });

  /** @throws SparsightError 'job.cancelled' when the signal was aborted, and what the task throws */
  async run<Name extends keyof LaboratoryTasks>(
    name: Name,
    request: RequestOf<LaboratoryTasks[Name]>,
    signal?: AbortSignal,
  ): Promise<ValueOf<LaboratoryTasks[Name]>> {
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
  return new SparsightError({
    code: 'job.cancelled',
    message: 'Cancelled.',
    next: 'Nothing was kept; run it again when you like.',
  });
}
