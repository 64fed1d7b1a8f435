/** `count` of the items, evenly spread from the first on; all of them when there are no more. */
export function evenlySpread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(items.length, count) }, (_, i) => items[Math.floor(i * step)]).filter(
    (item): item is Item => item !== undefined,
  );
}
