import type { InspectSignals } from '../../../src-shared/contract/signals.ts';
import { describeFile } from '../use-cases/signals/describe-file.ts';
import type { DescribeRequest } from '../use-cases/signals/describe-file.ts';
import { inspectFiles } from '../use-cases/signals/inspect-files.ts';
import { readSignals } from '../use-cases/signals/read-signals.ts';
import { TableMemory } from '../use-cases/signals/table-memory.ts';
import type { CountSteps, ProgressBoard } from './progress-board.ts';
import { writeProgress } from './progress-board.ts';
import { threadKernels } from './kernels.ts';
import { task } from './reply.ts';

// Every value that this module exports is a task: what the thread for signals may be asked, by name.

const memory = new TableMemory();

interface Followed<Request> {
  readonly request: Request;
  readonly board: ProgressBoard;
}

const countOn =
  (board: ProgressBoard): CountSteps =>
  (stage, done, total) =>
    writeProgress(board, stage, done, total);

export const read = task(({ request, board }: Followed<readonly string[]>) =>
  readSignals(memory, request, countOn(board)),
);

export const describe = task((request: DescribeRequest) => describeFile(memory, request));

export const inspect = task(({ request, board }: Followed<InspectSignals>) =>
  inspectFiles(threadKernels(), memory, request, countOn(board)),
);
