import type { ModelClassifier } from '../../../src-shared/contract/models.ts';
import type { SecondOpinion } from '../../../src-shared/contract/results.ts';
import { decide, decideWithOpinion } from '../../../src-shared/domain/decide.ts';
import { secondOpinion } from '../../detection/classifier/second-opinion.ts';
import type { OpenProject } from '../../storage/open-project.ts';
import { classifierOf } from '../../storage/records/classifiers.ts';
import { getModel } from '../../storage/records/models.ts';
import { getResult } from '../../storage/records/results.ts';
import { getRun } from '../../storage/records/runs.ts';

/** The classifier of a model, if it has one. */
export function modelClassifier(project: OpenProject, modelId: number): ModelClassifier | null {
  getModel(project, modelId);
  const found = classifierOf(project, modelId);
  if (found === null) return null;
  const { classifier, runId, madeAt, followed } = found;
  return { ...classifier, runId, madeAt, followed };
}

/** What the classifier of the run's model says of a result, and why; null where none has been asked. */
export function opinionOn(project: OpenProject, resultId: number): SecondOpinion | null {
  const { runId, score, statistics, defectProbability } = getResult(project, resultId);
  const { modelId, limits } = getRun(project, runId);
  const found = classifierOf(project, modelId);
  if (found === null || defectProbability === null) return null;
  return {
    probability: defectProbability,
    byScore: decide(score, limits),
    followed: decideWithOpinion(score, limits, defectProbability),
    contributions: secondOpinion(found.classifier, statistics)?.contributions ?? [],
  };
}
