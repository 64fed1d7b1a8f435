import type { ExperimentName } from '../../../../src-shared/contract/laboratory.ts';
import type { Plane } from '../../../../src-shared/domain/image.ts';
import type { Kernels } from '../../../numerics/kernels/kernels.ts';
import type { Choice } from './choice.ts';
import { pictureSides } from './picture-sides.ts';
import { compressedSensing, inpainting, receptiveFields, totalVariation } from './image-experiments.ts';
import { madeUpPicture } from './made-up-picture.ts';
import type { Outcome } from './outcome.ts';
import { fusedSteps, sparseRecovery, trendFiltering } from './signal-experiments.ts';

/** The dictionary of a picture keeps what it learnt, so it has a way of its own. */
export type PlainExperiment = Exclude<ExperimentName, 'image-dictionary'>;

/**
 * A classical experiment; the same choice gives the same outcome.
 *
 * @param picture what it is run on, where it takes one; made up when null
 */
export function runExperiment(
  kernels: Kernels,
  name: PlainExperiment,
  choice: Choice,
  picture: Plane | null,
): Outcome {
  const shown = (stripes: number) =>
    picture ?? madeUpPicture(choice.seed, pictureSides[name] ?? 128, stripes);
  switch (name) {
    case 'sparse-recovery':
      return sparseRecovery(kernels, choice);
    case 'trend-filtering':
      return trendFiltering(choice);
    case 'fused-lasso':
      return fusedSteps(choice);
    case 'receptive-fields':
      return receptiveFields(kernels, choice);
    case 'inpainting':
      return inpainting(kernels, shown(0.3), choice);
    case 'compressed-sensing':
      return compressedSensing(kernels, choice);
    case 'total-variation':
      return totalVariation(kernels, shown(0), choice);
  }
}
