import { toErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';
import type { ErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';

/** What a worker answers. Errors cross as values: cloning an Error between threads loses its code and next step. */
export type Reply<Value> = { ok: true; value: Value } | { ok: false; error: ErrorDetails };

/** Makes a function a worker task: whatever it throws becomes an error value. */
export function task<Request, Value>(work: (request: Request) => Promise<Value> | Value) {
  return async (request: Request): Promise<Reply<Value>> => {
    try {
      return { ok: true, value: await work(request) };
    } catch (thrown) {
      return { ok: false, error: toErrorDetails(thrown) };
    }
  };
}
