/** The least and the largest of all values, never equal. */
export function valueRange(...arrays: readonly Float32Array[]): { low: number; high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const array of arrays) {
    for (const value of array) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (!(low < high)) return Number.isFinite(low) ? { low: low - 0.5, high: low + 0.5 } : { low: 0, high: 1 };
  return { low, high };
}
