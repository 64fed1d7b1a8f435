import type { Stage } from '../../../../src-shared/contract/job.ts';
import type { CountSteps } from '../../workers/progress-board.ts';

/** One item after another, and tells before the first and after each how many are done. */
export function* counted<Item>(
  items: readonly Item[],
  stage: Stage,
  count: CountSteps,
): Generator<Item, void, void> {
  count(stage, 0, items.length);
  for (const [i, item] of items.entries()) {
    yield item;
    count(stage, i + 1, items.length);
  }
}
