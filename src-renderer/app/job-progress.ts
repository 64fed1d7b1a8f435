import type { JobProgress } from '../../src-shared/contract/job.ts';
import type { JobView } from './job-view.ts';

/** What is counted of a job's stage, and how much of it is done. */
export interface Counted {
  readonly unit: 'images' | 'steps' | 'passes';
  readonly done: number;
  readonly total: number;
}

/**
 * How far the stage of a job is. Learning reports a step only when a whole scale is learnt; its passes over the patches
 * say more.
 */
export function countedOf({ progress, learning }: Pick<JobView, 'progress' | 'learning'>): Counted | null {
  // What is being watched has no end that could be counted towards.
  if (progress === null || progress.total === 0 || progress.stage === 'watching') return null;
  const { stage, done, total } = progress;
  const [event] = learning;
  if (stage !== 'learning' || event === undefined) return { unit: unitOf(stage), done, total };
  const passes = learning.reduce((sum, { objective }) => sum + objective.length, 0);
  // A scale that is learnt may have needed fewer passes than it was allowed.
  const least = done * event.iterations;
  return { unit: 'passes', done: Math.max(passes, least), total: total * event.iterations };
}

export function shareOf(job: Pick<JobView, 'progress' | 'learning'>): number | null {
  const counted = countedOf(job);
  return counted === null ? null : counted.done / counted.total;
}

function unitOf(stage: JobProgress['stage']): 'images' | 'steps' {
  return stage === 'learning' || stage === 'storing' ? 'steps' : 'images';
}
