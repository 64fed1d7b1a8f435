import type { ExperimentName } from '../../../../src-shared/contract/laboratory.ts';
import type { Plane } from '../../../../src-shared/domain/image.ts';
import { deadLeaves } from '../../../numerics/experiments/dead-leaves.ts';
import type { Kernels } from '../../../numerics/kernels/kernels.ts';
import type { Choice } from './choice.ts';
import { pictureSides } from './experiment-list.ts';
import {
  compressedSensing,
  imageDictionary,
  inpainting,
  receptiveFields,
  totalVariation,
} from './image-experiments.ts';
import type { Outcome } from './outcome.ts';
import { fusedSteps, sparseRecovery, trendFiltering } from './signal-experiments.ts';

/**
 * A classical experiment; the same choice gives the same outcome.
 *
 * @param picture what it is run on, where it takes one; made up when null
 */
export function runExperiment(
  kernels: Kernels,
  name: ExperimentName,
  choice: Choice,
  picture: Plane | null,
): Outcome {
  const shown = (stripes: number) => picture ?? madeUp(choice.seed, pictureSides[name] ?? 128, stripes);
  switch (name) {
    case 'sparse-recovery':
      return sparseRecovery(choice);
    case 'trend-filtering':
      return trendFiltering(choice);
    case 'fused-lasso':
      return fusedSteps(choice);
    case 'image-dictionary':
      return imageDictionary(kernels, shown(0.3), choice);
    case 'receptive-fields':
      return receptiveFields(choice);
    case 'inpainting':
      return inpainting(shown(0.3), choice);
    case 'compressed-sensing':
      return compressedSensing(choice);
    case 'total-variation':
      return totalVariation(kernels, shown(0), choice);
  }
}

/** Discs that bear stripes of such a contrast: edges and textures at all scales. */
function madeUp(seed: number, side: number, stripes: number): Plane {
  const size = { width: side, height: side };
  return { ...size, data: Float32Array.from(deadLeaves(size, { seed, stripes })) };
}
