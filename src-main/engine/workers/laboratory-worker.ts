import type { ExperimentName } from '../../../src-shared/contract/laboratory.ts';
import type { Choice } from '../use-cases/laboratory/choice.ts';
import { middleOfImage } from '../use-cases/laboratory/middle-of-image.ts';
import { runExperiment } from '../use-cases/laboratory/run-experiment.ts';
import { threadKernels } from './kernels.ts';
import { task } from './reply.ts';

// Every value that this module exports is a task: what the laboratory's thread may be asked, by name.

export interface ExperimentRequest extends Choice {
  readonly name: ExperimentName;
  /** A file to run it on, and pixels per side to reduce it to; null for what is made up. */
  readonly image: { readonly path: string; readonly side: number } | null;
}

export const experiment = task(async ({ name, image, ...choice }: ExperimentRequest) => {
  const picture = image === null ? null : await middleOfImage(image.path, image.side);
  return runExperiment(threadKernels(), name, choice, picture);
});
