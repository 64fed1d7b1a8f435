import type { RunSummary } from '../../../../src-shared/contract/runs.ts';

export const outcomes = ['pass', 'review', 'reject', 'unreadable'] as const;
export type Outcome = (typeof outcomes)[number];

export interface OutcomeShare {
  readonly outcome: Outcome;
  readonly count: number;
  /** Of all parts of the run, in [0, 1]. */
  readonly share: number;
}

/** How the parts of a run are divided. What does not occur is left out, but for the three decisions. */
export function sharesOf(counts: RunSummary['counts']): OutcomeShare[] {
  return outcomes
    .filter((outcome) => outcome !== 'unreadable' || counts.unreadable > 0)
    .map((outcome) => ({
      outcome,
      count: counts[outcome],
      share: counts.total === 0 ? 0 : counts[outcome] / counts.total,
    }));
}

/** Parts inspected in a second; null until it can be said. */
export function partsPerSecond(counts: RunSummary['counts'], seconds: number | null): number | null {
  return seconds === null || seconds <= 0 ? null : counts.total / seconds;
}
