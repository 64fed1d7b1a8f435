import { extname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';
import { SparsightError } from '../../../src-shared/errors/sparsight-error.ts';
import type { Reply } from './reply.ts';

// Where one thread frees compiled WebAssembly that another registers at that moment, V8 may end the whole process
// (nodejs/node#64500). Node itself runs some in every thread that loads TypeScript. It is little, so none is freed.
setFlagsFromString('--no-wasm-code-gc');

export type RequestOf<Task> = Task extends (request: infer Request) => unknown ? Request : never;
export type ValueOf<Task> = Task extends (request: never) => Promise<Reply<infer Value>> ? Value : never;

export type TaskPoolOptions = Omit<NonNullable<ConstructorParameters<typeof Piscina>[0]>, 'filename'>;

/** Worker threads that run the tasks which a module exports. */
export class TaskPool<Tasks extends object> {
  readonly #piscina: Piscina;

  /** @param module name of the module beside this one, without ending */
  constructor(module: string, options: TaskPoolOptions) {
    // With the ending of this file: .ts when run from source, .js when built.
    const filename = new URL(`./${module}${extname(import.meta.url)}`, import.meta.url).href;
    this.#piscina = new Piscina({ filename, ...options });
    // A worker that dies takes its task down with it, which says so; nobody else need fall with it.
    this.#piscina.on('error', () => undefined);
  }

  /**
   * @param signal   ends the thread that the task runs on, with whatever else that keeps
   * @param handOver arrays of the request that the caller no longer needs: they are moved, not copied, and empty here
   */
  async run<Name extends keyof Tasks & string>(
    name: Name,
    request: RequestOf<Tasks[Name]>,
    signal?: AbortSignal,
    handOver: readonly Float32Array[] = [],
  ): Promise<ValueOf<Tasks[Name]>> {
    const transferList = handOver.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
    const options = { name, transferList, ...(signal === undefined ? {} : { signal }) };
    const reply = (await this.#piscina.run(request, options)) as Reply<ValueOf<Tasks[Name]>>;
    if (reply.ok) return reply.value;
    throw new SparsightError(reply.error);
  }

  async close(): Promise<void> {
    await this.#piscina.destroy();
  }
}
