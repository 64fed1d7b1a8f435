import type { Stage } from '../../../../src-shared/contract/job.ts';

/** The way from good parts to a model, in order. */
export const learningStages = [
  'scanning',
  'aligning',
  'sampling',
  'learning',
  'measuring',
  'comparing',
  'calibrating',
  'storing',
] as const satisfies readonly Stage[];
export type LearningStage = (typeof learningStages)[number];

export type StageState = 'done' | 'current' | 'waiting';

/** How far each stage is, given the one that the job is in; null before it has begun. */
export function stageStates(current: Stage | null): { stage: LearningStage; state: StageState }[] {
  const position = learningStages.findIndex((stage) => stage === current);
  return learningStages.map((stage, index) => ({
    stage,
    state: index < position ? 'done' : index === position ? 'current' : 'waiting',
  }));
}

export function isLearningStage(stage: Stage): stage is LearningStage {
  return learningStages.some((known) => known === stage);
}
