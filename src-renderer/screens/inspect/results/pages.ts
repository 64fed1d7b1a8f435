/** Results are fetched in pages of so many. */
export const pageSize = 100;

/** Offsets of the pages that hold the places from `first` to `last`, both included. */
export function pageOffsets(first: number, last: number, total: number): number[] {
  const end = Math.min(last, total - 1);
  if (end < first) return [];
  const begin = Math.floor(Math.max(0, first) / pageSize);
  return Array.from({ length: Math.floor(end / pageSize) - begin + 1 }, (_, i) => (begin + i) * pageSize);
}
