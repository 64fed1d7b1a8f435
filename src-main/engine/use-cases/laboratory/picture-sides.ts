import type { ExperimentName } from '../../../../src-shared/contract/laboratory.ts';

/** Pixels that an image is reduced to, per side, in experiments that take one: more would take too long to be tried. */
export const pictureSides: Partial<Record<ExperimentName, number>> = {
  'image-dictionary': 128,
  inpainting: 96,
  'total-variation': 128,
};
