import { pictureSides } from '../use-cases/laboratory/picture-sides.ts';
import type { Choice } from '../use-cases/laboratory/choice.ts';
import type { CodedGround, DictionarySource } from '../use-cases/laboratory/dictionary-source.ts';
import { madeUpPicture } from '../use-cases/laboratory/made-up-picture.ts';
import { middleOfImage } from '../use-cases/laboratory/middle-of-image.ts';
import { pictureDictionary } from '../use-cases/laboratory/picture-dictionary.ts';
import { prepareGround } from '../use-cases/laboratory/prepare-ground.ts';
import { runExperiment } from '../use-cases/laboratory/run-experiment.ts';
import type { PlainExperiment } from '../use-cases/laboratory/run-experiment.ts';
import { threadKernels } from './kernels.ts';
import { task } from './reply.ts';

// Every value that this module exports is a task: what the laboratory's thread may be asked, by name.

/** A file to take the middle of, and pixels per side to reduce it to. */
interface ImageRequest {
  readonly path: string;
  readonly side: number;
}

export interface ExperimentRequest extends Choice {
  readonly name: PlainExperiment;
  /** What to run it on; null for what is made up. */
  readonly image: ImageRequest | null;
}

export const experiment = task(async ({ name, image, ...choice }: ExperimentRequest) => {
  const picture = image === null ? null : await middleOfImage(image.path, image.side);
  return runExperiment(threadKernels(), name, choice, picture);
});

export interface DictionaryRequest extends Choice {
  readonly image: ImageRequest | null;
  readonly source: DictionarySource;
  /** What the same picture and source gave before; null when it has to be made. */
  readonly ground: CodedGround | null;
}

/** Codes over a dictionary; both come back, so that the next penalty need not wait for learning. */
export const dictionary = task(async ({ seed, setting, image, source, ground: kept }: DictionaryRequest) => {
  const kernels = threadKernels();
  const picture = () =>
    image === null
      ? madeUpPicture(seed, pictureSides['image-dictionary'] ?? 128, 0.3)
      : middleOfImage(image.path, image.side);
  const ground = kept ?? prepareGround(kernels, await picture(), source, seed);
  return { outcome: pictureDictionary(kernels, ground, setting), ground };
});
