import type { ExperimentName } from '../../../src-shared/contract/laboratory.ts';
import { runExperiment } from '../use-cases/laboratory/run-experiment.ts';
import { threadKernels } from './kernels.ts';
import { task } from './reply.ts';

// Every value that this module exports is a task: what the laboratory's thread may be asked, by name.

export const experiment = task(
  ({ name, ...options }: { name: ExperimentName; seed: number; setting: number }) =>
    runExperiment(threadKernels(), name, options),
);
