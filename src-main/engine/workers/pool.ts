import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';

type WorkerTasks = typeof import('./worker.ts');

type TaskName = keyof WorkerTasks;
type Request<Name extends TaskName> = Parameters<WorkerTasks[Name]>[0];
type Value<Name extends TaskName> =
  Awaited<ReturnType<WorkerTasks[Name]>> extends infer Reply
    ? Extract<Reply, { ok: true }> extends { value: infer Result }
      ? Result
      : never
    : never;

/**
 * Left alone, V8 lets each thread's young generation grow over its first hundreds of images; what lives there is dead
 * within one image, so a small one serves as well and keeps memory flat.
 */
const maxYoungGenerationSizeMb = 8;

/** Worker threads that do the numerical work. A task that is cancelled takes its thread down at once. */
export class WorkerPool {
  readonly #piscina: Piscina;
  readonly size: number;

  constructor(workers?: number) {
    this.size = Math.max(1, workers ?? availableParallelism());
    // Next to this file, with its ending: .ts when run from source, .js when built.
    const filename = new URL(`./worker${extname(import.meta.url)}`, import.meta.url).href;
    this.#piscina = new Piscina({
      filename,
      minThreads: 0,
      maxThreads: this.size,
      idleTimeout: 60_000,
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    // A worker that dies takes its task down with it, which says so; nobody else need fall with it.
    this.#piscina.on('error', () => undefined);
  }

  /** How many images may be under way at once: enough to keep every worker busy, few enough to stay small. */
  get concurrency(): number {
    return this.size + 1;
  }

  async run<Name extends TaskName>(
    name: Name,
    request: Request<Name>,
    signal: AbortSignal,
  ): Promise<Value<Name>> {
    const reply = (await this.#piscina.run(request, { name, signal })) as Awaited<
      ReturnType<WorkerTasks[Name]>
    >;
    if (reply.ok) return reply.value as Value<Name>;
    throw new SparsightError(reply.error);
  }

  async close(): Promise<void> {
    await this.#piscina.destroy();
  }
}
