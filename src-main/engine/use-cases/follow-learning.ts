import { toInlineArray } from '../../../src-shared/contract/inline-array.ts';
import type { JobContext } from '../jobs/job-queue.ts';
import { iterationsDone } from '../workers/learning-board.ts';
import type { LearningBoard } from '../workers/learning-board.ts';

/** Milliseconds between two looks: as often as an eye follows. */
const interval = 200;

/**
 * Tells how learning comes along while it goes on.
 *
 * @param boards   of the scales, finest first
 * @param dimension pixels of a patch
 * @returns ends it, and tells the last state of each scale
 */
export function followLearning(
  job: JobContext,
  boards: readonly LearningBoard[],
  dimension: number,
): () => void {
  const told = boards.map(() => 0);
  const look = () => {
    boards.forEach((board, scale) => {
      const done = iterationsDone(board);
      if (done === told[scale]) return;
      told[scale] = done;
      job.tell({
        type: 'learning',
        scale,
        scales: boards.length,
        iterations: board.objective.length,
        objective: Array.from(board.objective.subarray(0, done)),
        atoms: toInlineArray([board.atoms.length / dimension, dimension], board.atoms),
      });
    });
  };
  const timer = setInterval(look, interval);
  return () => {
    clearInterval(timer);
    look();
  };
}
