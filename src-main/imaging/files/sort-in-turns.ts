import { setImmediate as nextTurn } from 'node:timers/promises';

/** What takes a few milliseconds to sort. */
const atOnce = 2000;

/** Sorts without holding anybody up: between stretches of tens of milliseconds, others have their turn. Stable. */
export async function sortInTurns<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Promise<Item[]> {
  if (items.length <= atOnce) return items.toSorted(compare);
  const middle = items.length >> 1;
  const left = await sortInTurns(items.slice(0, middle), compare);
  const right = await sortInTurns(items.slice(middle), compare);
  await nextTurn();
  // Two rising stretches: the engine's own sort finds them and merges them.
  return [...left, ...right].sort(compare);
}
