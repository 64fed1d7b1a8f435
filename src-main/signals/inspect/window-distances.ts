import type { UsualFeatures } from './usual-features.ts';
import { featureCount } from './window-features.ts';

/** Distances of windows from good ones, in standard deviations. */
export interface WindowDistances {
  /** [windows] of all features together. */
  readonly total: Float64Array;
  /** [windows] of the level alone: above 0 where it is too high, below 0 where too low. */
  readonly level: Float64Array;
}

/** Cycles are not in step to the sample: a window may belong to a place so many windows earlier or later. */
const leeway = 1;

/**
 * A window that is rebuilt better or cheaper than usual is no reason for suspicion; its level may lie to either side. Of the
 * places that a window may belong to, the one that it fits best counts.
 *
 * @param features [windows x featureCount]
 * @param begins   the place of the first window
 */
export function windowDistances(
  features: Float64Array,
  usual: UsualFeatures,
  begins: number,
): WindowDistances {
  const windows = features.length / featureCount;
  const total = new Float64Array(windows).fill(Infinity);
  const level = new Float64Array(windows);
  for (let row = 0; row < windows; row++) {
    const own = row + begins - usual.first;
    const from = Math.max(0, Math.min(own - leeway, usual.places - 1));
    const to = Math.max(0, Math.min(own + leeway, usual.places - 1));
    for (let place = from; place <= to; place++) {
      const z = (feature: number) =>
        (features[row * featureCount + feature]! - usual.means[place * featureCount + feature]!) /
        usual.deviations[place * featureCount + feature]!;
      const distance = Math.hypot(Math.max(0, z(0)), Math.max(0, z(1)), z(2));
      if (distance >= total[row]!) continue;
      total[row] = distance;
      level[row] = z(2);
    }
  }
  return { total, level };
}
