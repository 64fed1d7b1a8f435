import { reduceSeries } from '../describe/reduce-series.ts';

/** Where a cycle lies beside a course. */
export interface BestShift {
  /** Samples by which the cycle begins later; below 0 where it begins earlier. */
  readonly shift: number;
  /** As the measure says; of the correlation coefficient in [-1, 1]. */
  readonly agreement: number;
}

/** Points that a first search looks at: more would take long and find the same. */
const mostPoints = 1024;

/** How well a course goes with a cycle that begins so many samples later: the larger, the better. */
export type ShiftMeasure = (course: Float64Array, cycle: Float64Array, shift: number) => number;

/**
 * The shift under which a cycle goes best with a course, by the normalised cross-correlation of what they have in common
 * (Lewis 1995) or another measure: first among means of neighbouring samples, then sample by sample beside the best of them.
 *
 * @param course [n]
 * @param cycle  [samples]
 * @param most   samples that it may be shifted by to either side, below half of n
 */
export function bestShift(
  course: Float64Array,
  cycle: Float64Array,
  most: number,
  measure: ShiftMeasure = agreementAt,
): BestShift {
  const { values, by } = reduceSeries(course, mostPoints);
  if (by === 1) return search(course, cycle, [-most, most], measure);
  const coarse = search(
    values,
    reduceSeries(cycle, Math.ceil(cycle.length / by)).values,
    [-Math.floor(most / by), Math.floor(most / by)],
    measure,
  );
  const centre = coarse.shift * by;
  return search(course, cycle, [Math.max(-most, centre - by), Math.min(most, centre + by)], measure);
}

/** Measures that differ by less are the same. */
const rounding = 1e-12;

/** Of shifts that do equally well, the one nearest to none. */
function search(
  course: Float64Array,
  cycle: Float64Array,
  [from, to]: readonly [number, number],
  measure: ShiftMeasure,
): BestShift {
  let best: BestShift = { shift: 0, agreement: -Infinity };
  for (let shift = from; shift <= to; shift++) {
    const agreement = measure(course, cycle, shift);
    const nearer = agreement > best.agreement - rounding && Math.abs(shift) < Math.abs(best.shift);
    if (agreement > best.agreement + rounding || nearer) best = { shift, agreement };
  }
  return best;
}

/** Correlation coefficient of a course with a cycle that begins so many samples later; 0 where one of them is constant. */
export function agreementAt(course: Float64Array, cycle: Float64Array, shift: number): number {
  const from = Math.max(0, -shift);
  const to = Math.min(course.length, cycle.length - shift);
  const count = to - from;
  let [sumA, sumB] = [0, 0];
  for (let i = from; i < to; i++) {
    sumA += course[i]!;
    sumB += cycle[i + shift]!;
  }
  const [meanA, meanB] = [sumA / count, sumB / count];
  let [aa, bb, ab] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const a = course[i]! - meanA;
    const b = cycle[i + shift]! - meanB;
    aa += a * a;
    bb += b * b;
    ab += a * b;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

/**
 * A measure that a fault cannot mislead: the mean distance, in which no sample counts for more than a good one might lie
 * off, so that the part of the cycle that is as usual decides.
 *
 * @param cap distance beyond which a sample is off, above 0
 */
export const closenessWithin =
  (cap: number): ShiftMeasure =>
  (course, cycle, shift) => {
    const from = Math.max(0, -shift);
    const to = Math.min(course.length, cycle.length - shift);
    let sum = 0;
    for (let i = from; i < to; i++) sum += Math.min(1, Math.abs(course[i]! - cycle[i + shift]!) / cap);
    return -sum / (to - from);
  };
