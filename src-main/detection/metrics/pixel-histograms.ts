import type { Plane } from '../../../src-shared/domain/image.ts';
import { connectedRegions } from '../../imaging/regions/connected-regions.ts';

/** Evidence is binned from 0 to `evidenceCeiling`; the last bin holds whatever exceeds it. */
export const evidenceBins = 4096;
export const evidenceCeiling = 32;

/** How the evidence of one image is spread over its good pixels and over each of its true regions. */
export interface PixelHistograms {
  readonly good: Uint32Array;
  readonly regions: Uint32Array[];
}

function binOf(evidence: number): number {
  return Math.max(0, Math.min(evidenceBins - 1, Math.floor((evidence / evidenceCeiling) * evidenceBins)));
}

/**
 * Counts of pixels by evidence, which is all that pixel AUROC and AUPRO need: images can be dropped once counted.
 *
 * @param evidence heat map in -log10 of the false-alarm rate
 * @param mask     1 where the part is defective, same shape; null for a good part
 */
export function pixelHistograms(evidence: Plane, mask: Uint8Array | null): PixelHistograms {
  const good = new Uint32Array(evidenceBins);
  const { data } = evidence;
  if (mask === null) {
    for (let i = 0; i < data.length; i++) good[binOf(data[i]!)]!++;
    return { good, regions: [] };
  }
  const truth = { width: evidence.width, height: evidence.height, data: Float32Array.from(mask) };
  for (let i = 0; i < data.length; i++) if (mask[i] === 0) good[binOf(data[i]!)]!++;
  const regions = connectedRegions(truth, 1, { limit: Infinity }).map(({ runs }) => {
    const counts = new Uint32Array(evidenceBins);
    for (const { y, start, end } of runs) {
      for (let i = y * evidence.width + start; i < y * evidence.width + end; i++) counts[binOf(data[i]!)]!++;
    }
    return counts;
  });
  return { good, regions };
}

/** Counts of several images together. */
export class PixelMetrics {
  readonly #good = new Float64Array(evidenceBins);
  readonly #regions: Uint32Array[] = [];

  add(histograms: PixelHistograms): void {
    for (let bin = 0; bin < evidenceBins; bin++) this.#good[bin]! += histograms.good[bin]!;
    this.#regions.push(...histograms.regions);
  }

  get regionCount(): number {
    return this.#regions.length;
  }

  /** Area under the ROC over all pixels; within a bin good and defective pixels count as ties. */
  auroc(): number {
    const defective = new Float64Array(evidenceBins);
    for (const region of this.#regions) {
      for (let bin = 0; bin < evidenceBins; bin++) defective[bin]! += region[bin]!;
    }
    let goodBelow = 0;
    let pairs = 0;
    let defects = 0;
    for (let bin = 0; bin < evidenceBins; bin++) {
      pairs += defective[bin]! * (goodBelow + this.#good[bin]! / 2);
      goodBelow += this.#good[bin]!;
      defects += defective[bin]!;
    }
    return pairs / (defects * goodBelow);
  }

  /**
   * Area under the per-region overlap curve up to a false-positive rate of 0.3, divided by 0.3
   * (Bergmann et al., MVTec AD, IJCV 2021): every true region counts the same, however large.
   */
  aupro(limit = 0.3): number {
    const goodTotal = this.#good.reduce((sum, count) => sum + count, 0);
    const sizes = this.#regions.map((region) => region.reduce((sum, count) => sum + count, 0));
    const found = new Float64Array(this.#regions.length);
    let falsePositives = 0;
    let previousRate = 0;
    let previousOverlap = 0;
    let area = 0;
    for (let bin = evidenceBins - 1; bin >= 0 && previousRate < limit; bin--) {
      falsePositives += this.#good[bin]!;
      let overlap = 0;
      this.#regions.forEach((region, i) => {
        found[i]! += region[bin]!;
        overlap += found[i]! / sizes[i]!;
      });
      overlap /= this.#regions.length;
      const rate = falsePositives / goodTotal;
      if (rate > limit) {
        const share = (limit - previousRate) / (rate - previousRate);
        const overlapAtLimit = previousOverlap + share * (overlap - previousOverlap);
        area += ((limit - previousRate) * (previousOverlap + overlapAtLimit)) / 2;
      } else {
        area += ((rate - previousRate) * (previousOverlap + overlap)) / 2;
      }
      previousRate = rate;
      previousOverlap = overlap;
    }
    return area / limit;
  }
}
