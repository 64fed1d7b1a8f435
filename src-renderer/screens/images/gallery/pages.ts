/** Rows are fetched in pages of this many images. */
export const pageSize = 100;

/** Offsets of the pages that hold the images from `first` to `last`, both included. */
export function pageOffsets(first: number, last: number, total: number): number[] {
  if (total === 0 || last < first) return [];
  const begin = Math.floor(Math.max(0, first) / pageSize);
  const end = Math.floor(Math.min(last, total - 1) / pageSize);
  return Array.from({ length: Math.max(0, end - begin + 1) }, (_, i) => (begin + i) * pageSize);
}

/** The page that a place in the list belongs to, and where in the page it is. */
export function pageOf(place: number): { offset: number; within: number } {
  const within = place % pageSize;
  return { offset: place - within, within };
}
