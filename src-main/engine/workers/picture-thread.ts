import { TaskPool } from './task-pool.ts';
import type { RequestOf, ValueOf } from './task-pool.ts';
import { Turns } from './turns.ts';

type PictureTasks = typeof import('./picture-worker.ts');

/**
 * The decoder works beside the thread that asks for pictures, so a few at a time keep the cores busy; more would only
 * keep the newest waiting.
 */
const atOnce = 4;

/** Long enough to look at a part at leisure, short enough to give the memory back over lunch. */
const idleTimeout = 5 * 60_000;

/**
 * One thread for pictures that somebody is looking at, apart from those that learn and inspect: a person does not wait
 * behind a job. It keeps decoded pictures, so it is never taken down while it works.
 */
export class PictureThread {
  readonly #pool = new TaskPool<PictureTasks>('picture-worker', {
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: atOnce,
    idleTimeout,
  });
  readonly #turns = new Turns(atOnce);

  /** @param signal gives the turn up; what has begun is brought to its end */
  run<Name extends keyof PictureTasks>(
    name: Name,
    request: RequestOf<PictureTasks[Name]>,
    signal?: AbortSignal,
  ): Promise<ValueOf<PictureTasks[Name]>> {
    return this.#turns.take(signal, () => this.#pool.run(name, request));
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}
