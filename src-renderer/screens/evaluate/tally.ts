import type { RunScores } from '../../../src-shared/contract/runs.ts';
import { decide } from '../../../src-shared/domain/decide.ts';
import type { Decision, Limits } from '../../../src-shared/domain/decision.ts';
import { defectAt, truthAt } from './truth.ts';
import type { Truth } from './truth.ts';

export type Outcomes = Record<Decision, number>;
export type Labelled = Pick<RunScores, 'scores' | 'labels' | 'verdicts'>;

/** How many parts of each kind two limits pass, leave for review and reject. */
export type Tally = Record<Truth, Outcomes>;

const nothing = (): Outcomes => ({ pass: 0, review: 0, reject: 0 });

export function tallyAt(run: Labelled, limits: Limits): Tally {
  const tally: Tally = { good: nothing(), defective: nothing(), unlabelled: nothing() };
  run.scores.forEach((score, i) => {
    tally[truthAt(run, i)][decide(score, limits)]++;
  });
  return tally;
}

/** How many parts of each defect type two limits pass, leave for review and reject; by name. */
export function tallyDefects(run: Labelled, limits: Limits): Map<string, Outcomes> {
  const tally = new Map<string, Outcomes>();
  run.scores.forEach((score, i) => {
    const defect = defectAt(run, i);
    if (defect === null) return;
    const outcomes = tally.get(defect) ?? nothing();
    outcomes[decide(score, limits)]++;
    tally.set(defect, outcomes);
  });
  return new Map([...tally].sort(([a], [b]) => a.localeCompare(b)));
}

export const totalOf = ({ pass, review, reject }: Outcomes): number => pass + review + reject;

/** What an engineer weighs against each other when moving the limits. */
export interface LimitFigures {
  /** Good parts rejected. */
  falseRejects: number;
  /** Defective parts passed. */
  escapes: number;
  /** Parts of any kind that a person has to look at. */
  reviews: number;
  good: number;
  defective: number;
  total: number;
}

export function limitFigures(tally: Tally): LimitFigures {
  const good = totalOf(tally.good);
  const defective = totalOf(tally.defective);
  return {
    falseRejects: tally.good.reject,
    escapes: tally.defective.pass,
    reviews: tally.good.review + tally.defective.review + tally.unlabelled.review,
    good,
    defective,
    total: good + defective + totalOf(tally.unlabelled),
  };
}
