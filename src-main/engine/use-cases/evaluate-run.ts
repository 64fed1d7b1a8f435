import type { Evaluation, RunScores } from '../../../src-shared/contract/runs.ts';
import { precisionRecallCurve, rocCurve } from '../../detection/metrics/curves.ts';
import { auroc, averagePrecision } from '../../detection/metrics/ranking.ts';
import type { Scored } from '../../detection/metrics/ranking.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { getModel, heldOutScores } from '../../storage/records/models.ts';
import { resultFigures } from '../../storage/records/result-queries.ts';
import type { ResultFigures } from '../../storage/records/result-queries.ts';
import { getRun } from '../../storage/records/runs.ts';

/** Every result of a run, column by column. */
export function runScores(project: OpenProject, runId: number): RunScores {
  getRun(project, runId);
  const figures = resultFigures(project, runId);
  return {
    resultIds: figures.map(({ id }) => id),
    imageIds: figures.map(({ imageId }) => imageId),
    names: figures.map(({ name }) => name),
    scores: figures.map(({ score }) => score),
    psnr: figures.map(({ psnr }) => psnr),
    ssim: figures.map(({ ssim }) => ssim),
    decisions: figures.map(({ decision }) => decision),
    labels: figures.map(({ label }) => label),
    verdicts: figures.map(({ verdict }) => verdict),
    defectProbabilities: figures.map(({ defectProbability }) => defectProbability),
  };
}

/** A window draws no more. */
const mostPoints = 500;

/** How well a run tells good parts from defective ones, as far as people have said which is which. */
export function evaluateRun(project: OpenProject, runId: number): Evaluation {
  const run = getRun(project, runId);
  const judged = resultFigures(project, runId).flatMap((figures) => {
    const defective = isDefective(figures);
    return defective === null ? [] : [{ ...figures, defective }];
  });
  const good = judged.filter(({ defective }) => !defective);
  const defective = judged.filter((part) => part.defective);
  const bothKinds = good.length > 0 && defective.length > 0;
  return {
    good: good.length,
    defective: defective.length,
    figures: bothKinds
      ? {
          auroc: auroc(judged),
          averagePrecision: averagePrecision(judged),
          roc: rocCurve(judged, mostPoints),
          precisionRecall: precisionRecallCurve(judged, mostPoints),
        }
      : null,
    perDefect: perDefect(good, defective, run.limits.reject),
    heldOutScores: heldOutScores(project, getModel(project, run.modelId)),
  };
}

/** What a person says counts before the label; null when neither says anything. */
export function isDefective({ label, verdict }: Pick<ResultFigures, 'label' | 'verdict'>): boolean | null {
  if (verdict === 'accept') return false;
  if (verdict === 'reject') return true;
  return label === null ? null : label !== 'good';
}

/** By the label of the defect, in the order of their names. */
function perDefect(
  good: readonly Scored[],
  defective: readonly (Scored & Pick<ResultFigures, 'label'>)[],
  limit: number,
): Evaluation['perDefect'] {
  const isType = (label: string | null): label is string => label !== null && label !== 'good';
  const types = [...new Set(defective.map(({ label }) => label).filter(isType))].sort();
  return types.map((defect) => {
    const own = defective.filter(({ label }) => label === defect);
    return {
      defect,
      images: own.length,
      found: own.filter(({ score }) => score >= limit).length,
      auroc: good.length === 0 ? null : auroc([...good, ...own]),
    };
  });
}
