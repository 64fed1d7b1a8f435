import type { Kernels } from '../../numerics/kernels/kernels.ts';
import { codeWindows } from './window-coder.ts';
import type { WindowDictionary } from './window-coder.ts';
import type { Windows } from './windows.ts';

/** What is compared of a window: how badly it is rebuilt, what that costs, and where it lies. */
export const featureNames = ['residual', 'cost', 'level'] as const;
export const featureCount = featureNames.length;

export interface WindowFeatures {
  /** [count x featureCount]: logarithm of the residual, logarithm of the code's cost, mean. */
  readonly features: Float64Array;
  /** [count x windowLength] with their means. */
  readonly rebuilt: Float32Array;
}

/** Below this share of the spread of good signals, residuals and costs are all equally small. */
const smallest = 1e-3;

/** @param spread standard deviation of good signals */
export function measureWindows(
  kernels: Kernels,
  dictionary: WindowDictionary,
  { starts, values, means }: Windows,
  spread: number,
): WindowFeatures {
  const { rebuilt, residualEnergy, cost } = codeWindows(kernels, dictionary, values);
  const length = values.length / starts.length;
  const floor = smallest * spread;
  const features = new Float64Array(starts.length * featureCount);
  for (let row = 0; row < starts.length; row++) {
    features[row * featureCount] = Math.log(floor + Math.sqrt(residualEnergy[row]! / length));
    features[row * featureCount + 1] = Math.log(floor + cost[row]! / Math.sqrt(length));
    features[row * featureCount + 2] = means[row]!;
    for (let i = row * length; i < (row + 1) * length; i++) rebuilt[i]! += means[row]!;
  }
  return { features, rebuilt };
}
