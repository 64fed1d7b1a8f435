import type { ResultQuery } from '../../../src-shared/contract/results.ts';
import type { RunScores } from '../../../src-shared/contract/runs.ts';
import type { Decision, Limits } from '../../../src-shared/domain/decision.ts';
import { defectAt, truthAt } from './truth.ts';
import type { Known, Truth } from './truth.ts';

/** Parts that a bar, point, cell or row of a figure stands for; what is left out does not matter. */
export interface PartSelection {
  readonly truth?: Truth;
  /** A defect type. */
  readonly defect?: string;
  /** Score from `from` up to, but not with, `below`. */
  readonly scores?: { readonly from?: number; readonly below?: number };
  /** Exactly these results. */
  readonly resultIds?: readonly number[];
}

/** The scores that a decision covers at two limits. */
export function scoresOf(decision: Decision, limits: Limits): { from?: number; below?: number } {
  // A review limit above the reject limit leaves nothing to review: the reject limit decides first.
  const review = Math.min(limits.review, limits.reject);
  if (decision === 'pass') return { below: review };
  return decision === 'review' ? { from: review, below: limits.reject } : { from: limits.reject };
}

/** Where the selected parts stand in the columns of the run's scores, most suspicious first. */
export function selectParts(scores: RunScores, selection: PartSelection): number[] {
  const { truth, defect, resultIds } = selection;
  const { from = -Infinity, below = Infinity } = selection.scores ?? {};
  const wanted = resultIds === undefined ? null : new Set(resultIds);
  const places: number[] = [];
  scores.scores.forEach((score, i) => {
    if (score < from || score >= below) return;
    if (truth !== undefined && truthAt(scores, i) !== truth) return;
    if (defect !== undefined && defectAt(scores, i) !== defect) return;
    if (wanted !== null && !wanted.has(scores.resultIds[i] ?? -1)) return;
    places.push(i);
  });
  const scoreAt = (i: number) => scores.scores[i] ?? 0;
  return places.sort((a, b) => scoreAt(b) - scoreAt(a));
}

/** The same selection as a question to the engine: what next and previous step through in the part view. */
export function queryOf(runId: number, known: Known, selection: PartSelection): ResultQuery {
  const labels = labelsOf(known, selection);
  const { from, below } = selection.scores ?? {};
  return {
    runId,
    sort: 'score',
    descending: true,
    ...(labels === null ? {} : { labels }),
    ...(from === undefined ? {} : { scoreFrom: from }),
    ...(below === undefined ? {} : { scoreBelow: below }),
  };
}

/** Null where labels do not say which parts are meant: a verdict may have made a part something else. */
function labelsOf(known: Known, { truth, defect }: PartSelection): (string | null)[] | null {
  if (defect !== undefined) return [defect];
  if (truth === undefined || known.verdicts.some((verdict) => verdict === 'accept' || verdict === 'reject')) {
    return null;
  }
  return [...new Set(known.labels.filter((_, i) => truthAt(known, i) === truth))];
}
