import { quantile } from '../../numerics/statistics/quantile.ts';
import { agreementAt, bestShift, closenessWithin } from './best-shift.ts';
import type { WindowPlan } from './window-plan.ts';

/** How cycles are laid onto each other before their windows are compared place by place. */
export interface CycleAlignment {
  /** [partLength] the usual course of good cycles. */
  readonly course: Float64Array;
  /** Samples that a cycle may be shifted by to either side: hardly more than good ones need. */
  readonly most: number;
  /** Distance from the course that few samples of good cycles exceed. */
  readonly cap: number;
}

export interface AlignedCycles {
  /** Null where good cycles agree as well without. */
  readonly alignment: CycleAlignment | null;
  /** [cycles] samples by which each begins later than usual. */
  readonly shifts: readonly number[];
}

/** Of a cycle; a beginning that varies more is no variation of one process. */
const mostShift = 1 / 8;
/** The course is sharper once cycles are laid onto it, and the next shifts are more exact. */
const rounds = 3;
/** Cycles of which more than a quarter agree less than this have no common course to be laid onto. */
const leastAgreement = 0.7;
/** Shifting must explain this share of what was unexplained. */
const leastGain = 0.1;
/** Share of the cycles that may lie further off than a window step, which the comparison allows for anyway. */
const farOff = 0.1;
/** Of the distances of good samples from the course. */
const capQuantile = 0.95;

/** Finds whether good cycles begin at different moments, and lays them onto their usual course if so. */
export function alignCycles(cycles: readonly Float64Array[], plan: WindowPlan): AlignedCycles {
  const { partLength, stride } = plan;
  const still = { alignment: null, shifts: cycles.map(() => 0) };
  if (plan.arrangement !== 'cycles') return still;
  const most = Math.floor(partLength * mostShift);
  const first = usualCourse(cycles, still.shifts, partLength);
  let course = first;
  let best = cycles.map((cycle) => bestShift(course, cycle, most));
  for (let round = 1; round < rounds; round++) {
    course = usualCourse(cycles, centred(best), partLength);
    best = cycles.map((cycle) => bestShift(course, cycle, most));
  }
  const gains = best.map(({ agreement }, i) => {
    const before = agreementAt(first, cycles[i]!, 0);
    return (agreement - before) / Math.max(Number.EPSILON, 1 - before);
  });
  const agreements = best.map(({ agreement }) => agreement);
  const distances = best.map(({ shift }) => Math.abs(shift));
  const helps =
    quantile(agreements, 0.25) >= leastAgreement &&
    quantile(gains, 0.5) >= leastGain &&
    quantile(distances, 1 - farOff) > stride;
  if (!helps) return still;
  const cap = usualDistance(course, cycles, best);
  const shifts = cycles.map((cycle) => shiftOnto({ course, most, cap }, cycle));
  const reach = Math.min(most, Math.max(...shifts.map(Math.abs)) + stride);
  return { alignment: { course, most: reach, cap }, shifts };
}

/** Samples by which a cycle begins later than usual, whatever is wrong with a part of it. */
export function shiftOnto({ course, most, cap }: CycleAlignment, cycle: Float64Array): number {
  return bestShift(course, cycle, most, closenessWithin(cap)).shift;
}

function usualDistance(
  course: Float64Array,
  cycles: readonly Float64Array[],
  best: readonly { shift: number }[],
): number {
  const distances = cycles.map((cycle, i) => {
    const ofCycle = Array.from(course, (value, at) => Math.abs(value - (cycle[at + best[i]!.shift] ?? NaN)));
    return quantile(ofCycle.filter(Number.isFinite), capQuantile);
  });
  return Math.max(Number.MIN_VALUE, quantile(distances, 0.5));
}

/** Shifts without the median one: the course stays where most cycles are. */
function centred(best: readonly { shift: number }[]): number[] {
  const shifts = best.map(({ shift }) => shift);
  const middle = Math.round(quantile(shifts, 0.5));
  return shifts.map((shift) => shift - middle);
}

/** The median of cycles, each taken back by its shift. @returns [length] */
function usualCourse(
  cycles: readonly Float64Array[],
  shifts: readonly number[],
  length: number,
): Float64Array {
  const course = new Float64Array(length);
  for (let at = 0; at < length; at++) {
    const values = cycles.flatMap((cycle, i) => cycle[at + shifts[i]!] ?? []);
    course[at] = values.length === 0 ? course[at - 1]! : quantile(values, 0.5);
  }
  return course;
}
