import { pMapIterable } from 'p-map';
import type { Stage } from '../../../src-shared/contract/job.ts';
import { isCancelled, SparsightError, toErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';
import type { ErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';
import type { Environment } from './environment.ts';

export type Outcome<Item, Value> =
  { readonly item: Item; readonly value: Value } | { readonly item: Item; readonly error: ErrorDetails };

/**
 * Does the same work for every item on all workers, and gives the outcomes in the order of the items. No more are under
 * way than keeps the workers busy, and none is begun while outcomes wait to be taken, so memory does not grow with the
 * number of items. An item that fails is an outcome too; cancelling ends the whole.
 */
export async function* eachItem<Item, Value>(
  { pool, job }: Environment,
  stage: Stage,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Value>,
): AsyncGenerator<Outcome<Item, Value>> {
  const attempt = async (item: Item, index: number): Promise<Outcome<Item, Value>> => {
    job.signal.throwIfAborted();
    try {
      return { item, value: await work(item, index) };
    } catch (thrown) {
      if (job.signal.aborted || isCancelled(thrown)) throw thrown;
      return { item, error: toErrorDetails(thrown) };
    }
  };
  let done = 0;
  job.progress(stage, 0, items.length);
  const options = { concurrency: pool.concurrency, backpressure: 2 * pool.concurrency };
  for await (const outcome of pMapIterable(items, attempt, options)) {
    job.signal.throwIfAborted();
    yield outcome;
    job.progress(stage, ++done, items.length);
  }
}

/** As `eachItem`, for work where one failure fails the whole. */
export async function eachItemOrFail<Item, Value>(
  environment: Environment,
  stage: Stage,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  for await (const outcome of eachItem(environment, stage, items, work)) {
    if ('error' in outcome) throw new SparsightError(outcome.error);
    values.push(outcome.value);
  }
  return values;
}
