/** Where a part is in the list that next and previous go through. */
export interface Place {
  /** From 1; null when the list does not have it. */
  readonly position: number | null;
  readonly total: number;
  readonly previous: number | null;
  readonly next: number | null;
}

/** From a part that the list does not have, next leads to its beginning. */
export function placeIn(ids: readonly number[], id: number): Place {
  const index = ids.indexOf(id);
  return {
    position: index < 0 ? null : index + 1,
    total: ids.length,
    previous: (index > 0 ? ids[index - 1] : undefined) ?? null,
    next: ids[index + 1] ?? null,
  };
}
