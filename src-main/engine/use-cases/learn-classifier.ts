import type { ModelClassifier } from '../../../src-shared/contract/models.ts';
import type { Classifier } from '../../../src-shared/domain/classifier.ts';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { secondOpinion } from '../../detection/classifier/second-opinion.ts';
import { leastOfEachKind } from '../../detection/classifier/train-classifier.ts';
import { putClassifier } from '../../storage/records/classifiers.ts';
import { appendLog } from '../../storage/records/log.ts';
import { resultStatistics, setDefectProbabilities } from '../../storage/records/result-statistics.ts';
import { getRun } from '../../storage/records/runs.ts';
import type { Environment } from './environment.ts';
import { isDefective } from './evaluate-run.ts';
import { pairUp } from './pair-up.ts';
import { modelClassifier } from './second-opinion.ts';

/**
 * Trains a classifier on the labelled parts of a run and gives it to the run's model. The parts of the run get its
 * opinion; labelled ones that of a classifier which has not seen them.
 *
 * @returns null when too few parts of either kind are labelled
 */
export async function learnClassifierOn(
  { project, pool, job, now }: Environment,
  runId: number,
): Promise<Classifier | null> {
  const { modelId } = getRun(project, runId);
  const results = resultStatistics(project, runId);
  const labelled = results.flatMap((result) => {
    const defective = isDefective(result);
    return defective === null ? [] : [{ id: result.id, statistics: result.statistics, defective }];
  });
  const defects = labelled.filter(({ defective }) => defective).length;
  if (Math.min(defects, labelled.length - defects) < leastOfEachKind) return null;
  const parts = labelled.map(({ statistics, defective }) => ({ statistics, defective }));
  const { classifier, heldOut } = await pool.run('learnClassifier', { parts }, job.signal);
  const known = new Map(pairUp(labelled, heldOut).map(([{ id }, probability]) => [id, probability]));
  const probabilities = results.map(({ id, statistics }) => ({
    id,
    probability: known.get(id) ?? secondOpinion(classifier, statistics)?.probability ?? null,
  }));
  project.transaction(() => {
    const at = now();
    putClassifier(project, { modelId, runId, madeAt: at, classifier });
    setDefectProbabilities(project, runId, probabilities);
    const { good, defective } = classifier;
    const detail = { run: runId, good, defective };
    appendLog(project, {
      at,
      who: 'sparsight',
      action: 'learn classifier',
      subject: `model ${modelId}`,
      detail,
    });
  });
  return classifier;
}

/** As `learnClassifierOn`. @throws SparsightError 'input.too-few' when too few parts of either kind are labelled */
export async function learnClassifier(environment: Environment, runId: number): Promise<ModelClassifier> {
  const { project } = environment;
  const isLearnt = (await learnClassifierOn(environment, runId)) !== null;
  const learnt = isLearnt ? modelClassifier(project, getRun(project, runId).modelId) : null;
  if (learnt !== null) return learnt;
  throw reasonedError('input.too-few', 'parts.few-labelled', { least: leastOfEachKind });
}
