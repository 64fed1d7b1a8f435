import { quantileOfSorted } from '../../numerics/statistics/quantile.ts';

/** Between what good cycles lie at each moment of their usual course. */
export interface UsualRange {
  /** [samples]; NaN where fewer than half of the good cycles reach. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

/** Share of the good cycles that lie between both at a moment. */
const usualShare = 0.95;
/** More cycles say hardly more, and take long to sort at each moment. */
const mostCycles = 200;

/** @param shifts [cycles] samples by which each begins later than usual */
export function usualRange(cycles: readonly Float64Array[], shifts: readonly number[]): UsualRange {
  const every = Math.ceil(cycles.length / mostCycles);
  const some = cycles.flatMap((cycle, i) => (i % every === 0 ? [{ cycle, shift: shifts[i]! }] : []));
  const length = Math.max(...some.map(({ cycle, shift }) => cycle.length - shift));
  const range = { lowest: new Float64Array(length).fill(NaN), highest: new Float64Array(length).fill(NaN) };
  for (let at = 0; at < length; at++) {
    const values = Float64Array.from(some.flatMap(({ cycle, shift }) => cycle[at + shift] ?? [])).sort();
    if (values.length < some.length / 2) continue;
    range.lowest[at] = quantileOfSorted(values, (1 - usualShare) / 2);
    range.highest[at] = quantileOfSorted(values, (1 + usualShare) / 2);
  }
  return range;
}

/** The range at some samples of a cycle that begins so many samples later than usual; NaN where it does not reach. */
export function rangeAt(
  { lowest, highest }: UsualRange,
  shift: number,
  samples: readonly number[],
): [lowest: Float64Array, highest: Float64Array] {
  const at = (values: Float64Array) => Float64Array.from(samples, (sample) => values[sample - shift] ?? NaN);
  return [at(lowest), at(highest)];
}
