import { availableParallelism } from 'node:os';
import { TaskPool } from './task-pool.ts';

/**
 * Left alone, V8 lets each thread's young generation grow over its first hundreds of images; what lives there is dead
 * within one image, so a small one serves as well and keeps memory flat.
 */
const maxYoungGenerationSizeMb = 8;

/** Worker threads that do the numerical work. A task that is cancelled takes its thread down at once. */
export class WorkerPool extends TaskPool<typeof import('./worker.ts')> {
  readonly size: number;

  constructor(workers?: number) {
    const size = Math.max(1, workers ?? availableParallelism());
    super('worker', {
      minThreads: 0,
      maxThreads: size,
      idleTimeout: 60_000,
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    this.size = size;
  }

  /** How many images may be under way at once: enough to keep every worker busy, few enough to stay small. */
  get concurrency(): number {
    return this.size + 1;
  }
}
