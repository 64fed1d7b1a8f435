import type { ExperimentName } from '../../../../src-shared/contract/laboratory.ts';
import type { Kernels } from '../../../numerics/kernels/kernels.ts';
import {
  compressedSensing,
  imageDictionary,
  inpainting,
  receptiveFields,
  totalVariation,
} from './image-experiments.ts';
import type { Outcome } from './outcome.ts';
import { fusedSteps, sparseRecovery, trendFiltering } from './signal-experiments.ts';

const experiments: Record<ExperimentName, (kernels: Kernels, seed: number, setting: number) => Outcome> = {
  'sparse-recovery': (_, seed, setting) => sparseRecovery(seed, setting),
  'trend-filtering': (_, seed, setting) => trendFiltering(seed, setting),
  'fused-lasso': (_, seed, setting) => fusedSteps(seed, setting),
  'image-dictionary': imageDictionary,
  'receptive-fields': (_, seed, setting) => receptiveFields(seed, setting),
  inpainting: (_, seed, setting) => inpainting(seed, setting),
  'compressed-sensing': (_, seed, setting) => compressedSensing(seed, setting),
  'total-variation': totalVariation,
};

/** A classical experiment; the same seed and setting give the same outcome. */
export function runExperiment(
  kernels: Kernels,
  name: ExperimentName,
  { seed, setting }: { readonly seed: number; readonly setting: number },
): Outcome {
  return experiments[name](kernels, seed, setting);
}
