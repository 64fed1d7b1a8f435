import { stageSchema } from '../../../src-shared/contract/job.ts';
import type { Stage } from '../../../src-shared/contract/job.ts';

/** Counts steps of a stage; called after each. */
export type CountSteps = (stage: Stage, done: number, total: number) => void;

/**
 * Where a thread writes how far it has come, in memory that all threads see: it has no moment to answer while it
 * calculates. [3] the stage's place in the list of stages, counted from 1, or 0 before the first; steps done; steps in all.
 */
export type ProgressBoard = Int32Array<SharedArrayBuffer>;

export const createProgressBoard = (): ProgressBoard =>
  new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));

const stages = stageSchema.options;

export function writeProgress(board: ProgressBoard, stage: Stage, done: number, total: number): void {
  Atomics.store(board, 1, done);
  Atomics.store(board, 2, total);
  Atomics.store(board, 0, stages.indexOf(stage) + 1);
}

/** Null before the first stage. A count may be of the stage before for as long as it takes to write three numbers. */
export function readProgress(board: ProgressBoard): { stage: Stage; done: number; total: number } | null {
  const stage = stages[Atomics.load(board, 0) - 1];
  const [, done = 0, total = 0] = board;
  return stage === undefined ? null : { stage, done: Math.min(done, total), total };
}
