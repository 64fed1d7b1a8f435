import { stageSchema } from '../../../src-shared/contract/job.ts';
import type { Stage } from '../../../src-shared/contract/job.ts';

/** Counts steps of a stage; called after each. */
export type CountSteps = (stage: Stage, done: number, total: number) => void;

/**
 * Where a thread writes how far it has come, in memory that all threads see: it has no moment to answer while it
 * calculates. [1 + 3 for each stage there is] how many stages were begun; then of each stage which of these it was when the
 * thread last came to it, from 1, or 0 before, and steps done, and steps in all. So a stage that passes between two looks is
 * seen all the same.
 */
export type ProgressBoard = Int32Array<SharedArrayBuffer>;

const stages = stageSchema.options;

export const createProgressBoard = (): ProgressBoard =>
  new Int32Array(new SharedArrayBuffer((1 + 3 * stages.length) * Int32Array.BYTES_PER_ELEMENT));

/** For one thread at a time. */
export function writeProgress(board: ProgressBoard, stage: Stage, done: number, total: number): void {
  const at = 1 + 3 * stages.indexOf(stage);
  const turn = Atomics.load(board, 0);
  Atomics.store(board, at + 1, done);
  Atomics.store(board, at + 2, total);
  if (turn > 0 && Atomics.load(board, at) === turn) return;
  Atomics.store(board, at, turn + 1);
  Atomics.store(board, 0, turn + 1);
}

export interface StageProgress {
  readonly stage: Stage;
  /** Which of the stages begun it was when the thread last came to it, from 1. */
  readonly turn: number;
  readonly done: number;
  readonly total: number;
}

/** The stages that were begun, in the order in which the thread last came to them. */
export const readProgress = (board: ProgressBoard): StageProgress[] =>
  stages
    .map((stage, s) => {
      const [turn = 0, done = 0, total = 0] = board.subarray(1 + 3 * s, 4 + 3 * s);
      return { stage, turn, done: Math.min(done, total), total };
    })
    .filter(({ turn }) => turn > 0)
    .sort((a, b) => a.turn - b.turn);
