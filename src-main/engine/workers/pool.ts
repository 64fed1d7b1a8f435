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

  /** Starts the threads, which takes them half a second, while the caller still prepares their work. */
  wake(): void {
    for (let thread = 0; thread < this.size; thread++) {
      // A thread that cannot start says so to the work that needs it.
      this.run('wake', undefined).catch(() => undefined);
    }
  }

  /** How many images may be under way at once: enough to keep every worker busy, few enough to stay small. */
  get concurrency(): number {
    return this.size + 1;
  }
}
