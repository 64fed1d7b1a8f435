import { basename } from 'node:path';
import { reasonedError } from '../../../src-shared/errors/reasoned-error.ts';
import { suspiciousParts } from '../../detection/study/suspicious-parts.ts';
import type { JobContext } from '../jobs/job-queue.ts';
import type { LearntPart } from './learn-model.ts';

/** Names the good parts that the others cannot explain, while there is still time to stop; the oddest first. */
export function nameSuspicious(
  job: JobContext,
  parts: readonly LearntPart[],
): { path: string; score: number }[] {
  const judged = parts.flatMap(({ facts, heldOutScore }) =>
    heldOutScore === null ? [] : [{ path: facts.path, score: heldOutScore }],
  );
  const odd = suspiciousParts(judged.map(({ score }) => score)).flatMap((i) => judged[i] ?? []);
  for (const { path } of odd) {
    const file = basename(path);
    job.warn(reasonedError('image.suspicious', 'parts.suspicious', { file }, { path }).details());
  }
  return odd;
}
