import { bisectRight, tickStep } from 'd3-array';

/** Bins beside one another; one more edge than bins. */
export interface Bins {
  readonly edges: readonly number[];
  /** Whether values above the last edge are counted in the last bin. */
  readonly openEnded: boolean;
}

/** Values so far beyond what matters are all alike: they share the last bin, so that the rest can be told apart. */
const widest = 8;
/** Differences below are none. */
const narrowest = 0.1;
const wantedBins = 40;

/**
 * Bins of equal width with round edges that begin at 0 (or below, where values are negative) and cover all values and
 * marks, up to where values become all alike.
 *
 * @param values what will be counted
 * @param marks values that must lie within the bins: limits
 */
export function binsFor(values: readonly number[], marks: readonly number[] = []): Bins {
  let lowest = 0;
  let highest = 0;
  for (const value of values) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const highestMark = Math.max(0, ...marks);
  const top = Math.max(
    Math.min(highest, Math.max(widest, 1.5 * highestMark)),
    1.15 * highestMark,
    lowest + narrowest,
  );
  const width = tickStep(lowest, top, wantedBins);
  const first = Math.floor(lowest / width);
  // One more where the highest value lies on the last edge: an edge belongs to the bin above it.
  const count = Math.floor(top / width) + 1 - first;
  const edges = Array.from({ length: count + 1 }, (_, i) => (first + i) * width);
  return { edges, openEnded: highest >= (first + count) * width };
}

/** How many values lie in each bin; a value on an edge belongs to the bin above it. */
export function countInBins(values: readonly number[], bins: Bins): number[] {
  const counts = new Array<number>(bins.edges.length - 1).fill(0);
  for (const value of values) {
    const bin = binOf(value, bins);
    if (bin !== null) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** The bin that a value lies in; null outside of all. */
export function binOf(value: number, bins: Bins): number | null {
  const bin = bisectRight(bins.edges, value) - 1;
  const last = bins.edges.length - 2;
  if (bin > last) return bins.openEnded ? last : null;
  return bin < 0 ? null : bin;
}

/** Values from `from` up to, but not with, `below`. */
export interface ValueRange {
  readonly from: number;
  /** Null: everything from there on. */
  readonly below: number | null;
}

export function rangeOfBin(bins: Bins, bin: number): ValueRange {
  const last = bins.edges.length - 2;
  const below = bins.openEnded && bin === last ? null : (bins.edges[bin + 1] ?? null);
  return { from: bins.edges[bin] ?? 0, below };
}
