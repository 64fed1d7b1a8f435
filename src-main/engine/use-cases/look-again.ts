import type { TeachOutcome } from '../../../src-shared/contract/outcomes.ts';
import { decide } from '../../../src-shared/domain/decide.ts';
import { partScore } from '../../detection/normal/combine.ts';
import { classifierOf } from '../../storage/records/classifiers.ts';
import { resolveImagePath } from '../../storage/records/image-location.ts';
import { getResult, partEvidences } from '../../storage/records/results.ts';
import type { RunRecord } from '../../storage/records/runs.ts';
import { loadModel } from '../store/model-store.ts';
import { eachItem } from './each-item.ts';
import type { Environment } from './environment.ts';
import { lookAtPart } from './inspect-parts.ts';

/**
 * What a model that was taught another good part would decide of the parts of a run: looks again at those that were
 * rejected or are to be reviewed, since one more good part makes others look less unusual, and at those that the new
 * calibration alone would no longer pass. Nothing is stored. Cancelling leaves the rest as it is.
 */
export async function lookAgain(
  environment: Environment,
  modelId: number,
  { id: runId, limits, followsClassifier }: RunRecord,
): Promise<Pick<TeachOutcome, 'changed' | 'again'>> {
  const { project, job } = environment;
  const loaded = loadModel(project, modelId, limits);
  const classifier = classifierOf(project, modelId)?.classifier ?? null;
  const inspector = { ...loaded, classifier, followsClassifier };
  const { calibration } = loaded.model;
  const parts = partEvidences(project, runId).filter(
    ({ decision, evidence }) =>
      decision !== 'pass' || decide(partScore(calibration, evidence), limits) !== 'pass',
  );
  const changed: TeachOutcome['changed'] = [];
  let looked = 0;
  let unreadable = 0;
  const look = async ({ resultId }: { resultId: number }) => {
    const result = getResult(project, resultId);
    const { facts, decision } = await lookAtPart(environment, inspector, {
      path: resolveImagePath(project, result),
    });
    return facts.sha256 === result.sha256 ? decision : null;
  };
  try {
    for await (const outcome of eachItem(environment, 'inspecting', parts, look)) {
      const { resultId, decision: from } = outcome.item;
      const to = 'error' in outcome ? null : outcome.value;
      if (to === null) unreadable++;
      else looked++;
      if (to !== null && to !== from) changed.push({ resultId, from, to });
    }
  } catch (thrown) {
    // The lesson is stored: who has seen enough is told what was seen.
    if (!job.signal.aborted) throw thrown;
  }
  return { changed, again: { looked, unreadable, left: parts.length - looked - unreadable } };
}
