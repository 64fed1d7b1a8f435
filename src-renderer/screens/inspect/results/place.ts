export interface Surroundings {
  readonly total: number;
  /** Results beside one another: 1 in a table. */
  readonly columns: number;
  /** Whole rows in sight. */
  readonly rowsInSight: number;
}

/** Where a key leads from a place in the list of results; null for a key that does not move. */
export function placeAfter(
  place: number,
  key: string,
  { total, columns, rowsInSight }: Surroundings,
): number | null {
  const page = Math.max(1, rowsInSight) * columns;
  const steps: Partial<Record<string, number>> = {
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -page,
    PageDown: page,
    Home: -total,
    End: total,
    ...(columns > 1 ? { ArrowLeft: -1, ArrowRight: 1 } : {}),
  };
  const step = steps[key];
  if (step === undefined || total === 0) return null;
  return Math.max(0, Math.min(total - 1, place + step));
}
