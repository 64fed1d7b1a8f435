import { worthwhileGain } from '../../../src-shared/domain/study.ts';
import type { ImagesStudy } from '../../../src-shared/domain/study.ts';
import { fitPowerLaw, powerLawAt } from '../../numerics/statistics/power-law.ts';
import { fitPredictiveTail, predictiveValue } from '../../numerics/statistics/predictive-tail.ts';
import { evidenceSpread } from '../normal/calibration.ts';

/** Evidence of good parts against so many others that were learnt from, none of them among those. */
export interface HeldOutEvidence {
  readonly images: number;
  /** Positive, on one scale for all numbers of images. */
  readonly evidence: readonly number[];
}

const curvePoints = 41;
/** With fewer, what is normal is a guess, and the first points would rule the curve. */
const fewest = 4;

/**
 * How many images to learn from in turn: rising by half each time, at least a quarter of all kept to look at.
 *
 * @returns rising; empty when there are too few images to say anything
 */
export function curveCounts(images: number): number[] {
  const most = images - Math.max(3, Math.floor(images / 4));
  const counts: number[] = [];
  for (let count = fewest; 1.25 * count <= most; count = Math.ceil(1.5 * count)) counts.push(count);
  if (most >= fewest) counts.push(most);
  return counts;
}

/**
 * Draws the learning curve: the evidence from which a part would be rejected, by the number of good images. It falls
 * as unseen good parts look less strange, and as fewer of them leave less room for doubt (`predictiveValue`), so it says
 * how much a defect has to stand out. Defects are not needed.
 *
 * @param measured at two numbers of images or more, each with at least two parts, once or several times
 * @param images   the model has
 * @param reject   -log10 of the share of good parts that may be rejected
 */
export function learningCurve(
  measured: readonly HeldOutEvidence[],
  images: number,
  reject: number,
): Omit<ImagesStudy, 'seed' | 'seconds'> {
  const limits = [...pooled(measured)].map(([count, evidence]) => {
    const tail = fitPredictiveTail(evidence, evidenceSpread);
    // As many parts as were learnt from calibrate the limit, whatever number was looked at here.
    return { count, value: predictiveValue({ ...tail, count }, reject), typical: Math.exp(tail.mean) };
  });
  const law = fitPowerLaw(limits);
  const today = powerLawAt(law, images);
  const gainOf = (more: number) => 1 - powerLawAt(law, images + more) / today;
  return {
    images,
    points: limits.map(({ count, value, typical }) => ({
      images: count,
      typical: typical / today,
      limit: value / today,
    })),
    curve: Array.from({ length: curvePoints }, (_, i) => {
      const count = fewest * ((2 * images) / fewest) ** (i / (curvePoints - 1));
      return { images: count, limit: powerLawAt(law, count) / today };
    }),
    gainOfDoubling: gainOf(images),
    moreImages: leastWorthwhile(images, gainOf),
  };
}

/** All evidence by number of images, fewest first. */
function pooled(measured: readonly HeldOutEvidence[]): Map<number, number[]> {
  const byCount = new Map<number, number[]>();
  for (const { images, evidence } of [...measured].sort((a, b) => a.images - b.images)) {
    byCount.set(images, [...(byCount.get(images) ?? []), ...evidence]);
  }
  return byCount;
}

/** More images than there are already would be a guess. */
function leastWorthwhile(images: number, gainOf: (more: number) => number): number {
  if (gainOf(images) < worthwhileGain) return 0;
  let more = 1;
  while (gainOf(more) < worthwhileGain) more++;
  return more;
}
