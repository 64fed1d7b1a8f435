import type { JobKind } from '../../src-shared/contract/job.ts';

export const steps = ['import', 'label', 'learn', 'inspect', 'judge', 'report'] as const;
export type Step = (typeof steps)[number];

/** How far a project has come. */
export interface Progress {
  images: number;
  goodImages: number;
  models: number;
  runs: number;
  /** Rejected or reviewed parts of the newest inspection that nobody has judged. */
  unjudged: number;
  /** What is being worked at. */
  running: readonly (JobKind | null)[];
}

/** What to do next; `busy` while it is being done already. */
export function nextStep(progress: Progress): { step: Step; busy: boolean } {
  const { images, goodImages, models, runs, unjudged, running } = progress;
  if (running.includes('train')) return { step: 'learn', busy: true };
  if (running.includes('inspect')) return { step: 'inspect', busy: true };
  if (models === 0 && images === 0) return { step: 'import', busy: running.includes('import') };
  if (models === 0) return { step: goodImages === 0 ? 'label' : 'learn', busy: false };
  if (runs === 0) return { step: 'inspect', busy: false };
  return { step: unjudged > 0 ? 'judge' : 'report', busy: false };
}
