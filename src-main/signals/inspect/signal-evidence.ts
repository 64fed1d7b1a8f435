import type { WindowDistances } from './window-distances.ts';
import type { WindowPlan } from './window-plan.ts';
import { spreadOverSamples, windowStarts } from './windows.ts';

/** Positive, since its logarithm is what calibration looks at. */
const least = 1e-6;

/**
 * Evidence against each sample: how far the windows that hold it are from good ones, on average.
 *
 * @returns [samples]
 */
export function sampleEvidence({ total }: WindowDistances, samples: number, plan: WindowPlan): Float64Array {
  return spreadOverSamples(total, windowStarts(samples, plan), samples, plan);
}

/** The strongest evidence within a part: a fault is in one place. */
export function strongestEvidence(evidence: Float64Array): number {
  return evidence.reduce((most, value) => Math.max(most, value), least);
}
