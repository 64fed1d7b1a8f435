import type { Size } from '../../../src-shared/domain/image.ts';
import { mirrorOf } from '../signal/fourier-2d.ts';
import type { PartialFourier } from './partial-fourier.ts';
import { sparsityEigenvalues, type ImageSparsity } from './sparse-splitting.ts';

/** What every step of a reconstruction needs. */
export interface SensingSystem {
  readonly measured: PartialFourier;
  readonly sparsity: ImageSparsity;
  /** Weight of agreement between the sparse copy and what it is a copy of. */
  readonly gamma: number;
  readonly threshold: number;
  /** [pixels] what the mask lets through of a real image, frequency by frequency. */
  readonly weights: Float64Array;
  /** [pixels] the inverse of the linear system of a step, frequency by frequency. */
  readonly inverse: Float64Array;
}

/** A reconstruction at work. */
export interface SensingSteps {
  /** A split Bregman step. */
  readonly step: () => void;
  /** Adds back what the measured coefficients miss. */
  readonly addMisfit: () => void;
}

/** gamma over the penalty: changes the speed alone, and suits intensities in [0, 1]. */
const coupling = 10;

/** Split Bregman for what was measured. */
export function sensingSystem(
  measured: PartialFourier,
  sparsity: ImageSparsity,
  penalty: number,
): SensingSystem {
  const { mask, size } = measured;
  const gamma = coupling * penalty;
  const weights = symmetricMask(mask, size);
  const eigenvalues = sparsityEigenvalues(size, sparsity);
  const inverse = new Float64Array(mask.length);
  for (let i = 0; i < mask.length; i++) inverse[i] = 1 / (weights[i]! + gamma * eigenvalues[i]! || 1);
  return { measured, sparsity, gamma, threshold: penalty / gamma, weights, inverse };
}

/** A real image sees the mean of the mask at a frequency and its mirror image. */
function symmetricMask(mask: Uint8Array, size: Size): Float64Array {
  const weights = new Float64Array(mask.length);
  for (let i = 0; i < mask.length; i++) weights[i] = (mask[i]! + mask[mirrorOf(i, size)]!) / 2;
  return weights;
}
