import { reduceSeries } from '../describe/reduce-series.ts';

/** Where a cycle lies beside a course. */
export interface BestShift {
  /** Samples by which the cycle begins later; below 0 where it begins earlier. */
  readonly shift: number;
  /** Correlation coefficient of the two there, in [-1, 1]. */
  readonly agreement: number;
}

/** Points that a first search looks at: more would take long and find the same. */
const mostPoints = 1024;

/**
 * The shift under which a cycle goes best with a course, by the normalised cross-correlation of what they have in common
 * (Lewis 1995): first among means of neighbouring samples, then sample by sample beside the best of them.
 *
 * @param course [n]
 * @param cycle  [samples]
 * @param most   samples that it may be shifted by to either side, below half of n
 */
export function bestShift(course: Float64Array, cycle: Float64Array, most: number): BestShift {
  const { values, by } = reduceSeries(course, mostPoints);
  if (by === 1) return search(course, cycle, -most, most);
  const coarse = search(
    values,
    reduceSeries(cycle, Math.ceil(cycle.length / by)).values,
    -Math.floor(most / by),
    Math.floor(most / by),
  );
  const centre = coarse.shift * by;
  return search(course, cycle, Math.max(-most, centre - by), Math.min(most, centre + by));
}

/** Of shifts that do equally well, the one nearest to none. */
function search(course: Float64Array, cycle: Float64Array, from: number, to: number): BestShift {
  let best: BestShift = { shift: 0, agreement: -1 };
  for (let shift = from; shift <= to; shift++) {
    const agreement = agreementAt(course, cycle, shift);
    const nearer = agreement === best.agreement && Math.abs(shift) < Math.abs(best.shift);
    if (agreement > best.agreement || nearer) best = { shift, agreement };
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
