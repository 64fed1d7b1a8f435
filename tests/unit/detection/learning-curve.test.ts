import { describe, expect, it } from 'vitest';
import { curveCounts, learningCurve } from '../../../src-main/detection/study/learning-curve.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';

/** Evidence that falls with the number of images towards 1. */
function measured(counts: readonly number[], strangeness: number) {
  return counts.map((images) => {
    const random = createRandom(images);
    const evidence = Array.from(
      { length: 24 },
      () => (1 + strangeness / images) * Math.exp(0.05 * random.normal()),
    );
    return { images, evidence };
  });
}

describe('the learning curve', () => {
  it('asks for more images while they would lower the limit, and for none once they do not', () => {
    const few = learningCurve(measured([4, 6, 9], 20), 12, 1.7);
    expect(few.gainOfDoubling).toBeGreaterThan(0.1);
    expect(few.moreImages).toBeGreaterThan(0);
    expect(few.moreImages).toBeLessThan(12);
    const enough = learningCurve(measured([4, 6, 9, 14, 21, 32, 60], 1), 80, 1.7);
    expect(enough.gainOfDoubling).toBeLessThan(0.05);
    expect(enough.moreImages).toBe(0);
  });

  it('is told as a share of the limit today, and falls', () => {
    const { curve, points } = learningCurve(measured([4, 6, 9, 14, 21], 5), 28, 1.7);
    expect(curve[0]?.images).toBeCloseTo(4);
    expect(curve.at(-1)?.images).toBeCloseTo(56);
    for (const [i, { limit }] of curve.entries()) {
      expect(limit).toBeLessThanOrEqual(curve[i - 1]?.limit ?? Infinity);
    }
    for (const { typical, limit } of points) expect(typical).toBeLessThan(limit);
  });

  it('keeps at least a quarter of the images to look at', () => {
    expect(curveCounts(6)).toEqual([]);
    expect(curveCounts(10)).toEqual([4, 7]);
    expect(curveCounts(60)).toEqual([4, 6, 9, 14, 21, 32, 45]);
  });
});
