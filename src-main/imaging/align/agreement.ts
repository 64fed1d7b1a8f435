import type { Plane } from '../../../src-shared/domain/image.ts';
import type { WarpedPlane } from './warp.ts';

/** Means and spreads of two planes over the pixels seen in both, and how far they agree. */
export interface Agreement {
  readonly referenceMean: number;
  readonly referenceDeviation: number;
  readonly partMean: number;
  readonly partDeviation: number;
  /** Normalised correlation in [-1, 1]; 0 when a plane is flat or nothing is seen. */
  readonly correlation: number;
}

/** Normalised correlation of a warped part with its reference: independent of brightness and contrast. */
export function agreement(reference: Plane, part: WarpedPlane): Agreement {
  let count = 0;
  let [sumR, sumP, sumRR, sumPP, sumRP] = [0, 0, 0, 0, 0];
  for (let i = 0; i < reference.data.length; i++) {
    if (part.seen[i] === 0) continue;
    const r = reference.data[i]!;
    const p = part.plane.data[i]!;
    count++;
    sumR += r;
    sumP += p;
    sumRR += r * r;
    sumPP += p * p;
    sumRP += r * p;
  }
  const n = Math.max(count, 1);
  const referenceMean = sumR / n;
  const partMean = sumP / n;
  const referenceDeviation = Math.sqrt(Math.max(sumRR / n - referenceMean ** 2, 0));
  const partDeviation = Math.sqrt(Math.max(sumPP / n - partMean ** 2, 0));
  const spread = referenceDeviation * partDeviation;
  const correlation = spread > 0 ? (sumRP / n - referenceMean * partMean) / spread : 0;
  return { referenceMean, referenceDeviation, partMean, partDeviation, correlation };
}
