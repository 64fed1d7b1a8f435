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
 * number of items. An item that fails is an outcome too; cancelling ends the whole. However it ends, no work of it is
 * under way afterwards.
 */
export async function* eachItem<Item, Value>(
  { pool, job }: Environment,
  stage: Stage,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Value>,
): AsyncGenerator<Outcome<Item, Value>> {
  const underWay = new Set<Promise<unknown>>();
  let stopped = false;
  const attempt = (item: Item, index: number): Promise<Outcome<Item, Value>> => {
    const outcome = outcomeOf(item, index);
    underWay.add(outcome);
    const over = () => underWay.delete(outcome);
    outcome.then(over, over);
    return outcome;
  };
  const outcomeOf = async (item: Item, index: number): Promise<Outcome<Item, Value>> => {
    job.signal.throwIfAborted();
    if (stopped) throw new Error('nobody waits for this any more');
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
  try {
    for await (const outcome of pMapIterable(items, attempt, options)) {
      job.signal.throwIfAborted();
      yield outcome;
      job.progress(stage, ++done, items.length);
    }
  } finally {
    stopped = true;
    await Promise.allSettled(underWay);
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
