import type { ModelClassifier } from '../../../src-shared/contract/models.ts';
import type { Evaluation } from '../../../src-shared/contract/runs.ts';
import type { Tally } from './tally.ts';
import { totalOf } from './tally.ts';

/** What a way to decide is worth on labelled parts; shares in [0, 1]. */
interface JudgeFigures {
  accuracy: number | null;
  falseRejects: number | null;
  missed: number | null;
  separation: number | null;
}

/** Of the score alone; what is held back for review is not rejected. */
export function scoreFigures({ good, defective }: Tally, evaluation: Evaluation): JudgeFigures {
  const [goodTotal, defectiveTotal] = [totalOf(good), totalOf(defective)];
  const share = (count: number, total: number) => (total === 0 ? null : count / total);
  return {
    accuracy: share(goodTotal - good.reject + defective.reject, goodTotal + defectiveTotal),
    falseRejects: share(good.reject, goodTotal),
    missed: share(defectiveTotal - defective.reject, defectiveTotal),
    separation: evaluation.figures?.auroc ?? null,
  };
}

/** Of the second opinion, on parts that it had not seen. */
export function opinionFigures({ figures }: ModelClassifier) {
  return {
    accuracy: figures.accuracy,
    falseRejects: figures.falseRejectRate,
    missed: figures.falseAcceptRate,
    separation: figures.auroc,
  };
}
