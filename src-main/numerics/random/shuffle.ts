import type { Random } from './generator.ts';

interface Reorderable {
  readonly length: number;
  [index: number]: unknown;
}

/** Puts the elements of `items` in random order, in place (Fisher-Yates, Durstenfeld 1964), and returns them. */
export function shuffle<T extends Reorderable>(random: Random, items: T): T {
  for (let last = items.length - 1; last > 0; last--) {
    const chosen = random.integer(last + 1);
    const kept = items[last];
    items[last] = items[chosen];
    items[chosen] = kept;
  }
  return items;
}
