import { basename } from 'node:path';
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
    job.warn({
      code: 'image.suspicious',
      message: `${basename(path)} does not look like the other good parts.`,
      next: 'Look at it: if it is not good, leave it out and learn again.',
      path,
    });
  }
  return odd;
}
