import type { InspectSignals } from '../../../src-shared/contract/signals.ts';
import { describeFile } from '../use-cases/signals/describe-file.ts';
import type { DescribeRequest } from '../use-cases/signals/describe-file.ts';
import { inspectFiles } from '../use-cases/signals/inspect-files.ts';
import { readSignals } from '../use-cases/signals/read-signals.ts';
import { TableMemory } from '../use-cases/signals/table-memory.ts';
import { threadKernels } from './kernels.ts';
import { task } from './reply.ts';

// Every value that this module exports is a task: what the thread for signals may be asked, by name.

const memory = new TableMemory();

export const read = task((paths: readonly string[]) => readSignals(memory, paths));

export const describe = task((request: DescribeRequest) => describeFile(memory, request));

export const inspect = task((request: InspectSignals) => inspectFiles(threadKernels(), memory, request));
