import { createRandom } from '../../numerics/random/generator.ts';
import { fitHitMiss } from '../../numerics/statistics/hit-miss.ts';
import type { HitMissTrial } from '../../numerics/statistics/hit-miss.ts';

export interface SizeRange {
  readonly smallest: number;
  readonly largest: number;
}

/** Of the picture's shorter side, for the largest defects that are tried. */
const largestShare = 1 / 6;
/** Pixels of the working image that the smallest defects are wide: less is not there for the detector. */
const smallestWorkingPixels = 2;

/** The sizes to try, in pixels of pictures whose shorter side is so long at file and at working size. */
export function triedSizes(shorterSide: number, shorterWorkingSide: number): SizeRange {
  const smallest = (smallestWorkingPixels * shorterSide) / shorterWorkingSide;
  return { smallest, largest: Math.max(2 * smallest, shorterSide * largestShare) };
}

/** Sizes spread evenly over a range of logarithms, each at random within its own stretch. */
export function spreadSizes({ smallest, largest }: SizeRange, count: number, seed: number, label: string) {
  const random = createRandom(seed, `study/sizes/${label}`);
  return Array.from(
    { length: count },
    (_, i) => smallest * (largest / smallest) ** ((i + random.uniform()) / count),
  );
}

/**
 * Where further trials tell most, from the first ones: around the sizes that are found sometimes (MIL-HDBK-1823A,
 * Appendix G: sizes should cover the range where the probability goes from low to high).
 */
export function tellingSizes(range: SizeRange, trials: readonly HitMissTrial[]): SizeRange {
  const { outcome, intercept, slope } = fitHitMiss(trials);
  if (outcome === 'none-found' || outcome === 'no-trend') return range;
  const hits = trials.filter(({ hit }) => hit).map(({ size }) => size);
  const misses = trials.filter(({ hit }) => !hit).map(({ size }) => size);
  const at = (logit: number) => Math.exp((logit - intercept) / slope);
  const asked =
    outcome === 'fitted'
      ? { smallest: at(-2.5), largest: at(4) }
      : outcome === 'separated'
        ? { smallest: Math.max(...misses) / 1.5, largest: Math.min(...hits) * 1.8 }
        : { smallest: range.smallest, largest: range.smallest * 4 };
  const smallest = Math.min(Math.max(range.smallest, asked.smallest), range.largest / 2);
  const largest = Math.max(Math.min(range.largest, asked.largest), smallest * 2);
  return { smallest, largest };
}
