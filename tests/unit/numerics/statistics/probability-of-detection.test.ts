import { describe, expect, it } from 'vitest';
import { probabilityOfDetection } from '../../../../src-main/numerics/statistics/probability-of-detection.ts';

const sizes = Array.from({ length: 60 }, (_, i) => 1.06 ** i);
const found = (isHit: (size: number, i: number) => boolean) =>
  probabilityOfDetection(sizes.map((size, i) => ({ size, hit: isHit(size, i) })));

describe('probability of detection', () => {
  it('is a step when every miss is smaller than every hit, with a bound beyond the step', () => {
    const pod = found((size) => size > 5);
    expect(pod.outcome).toBe('separated');
    expect(pod.a50).toBeCloseTo(5, 0);
    expect(pod.a90).toBe(pod.a50);
    expect(pod.a90At95!).toBeGreaterThan(pod.a90!);
    expect(pod.a90At95!).toBeLessThan(9);
  });

  it('says that everything was found without guessing at smaller sizes', () => {
    const pod = found(() => true);
    expect(pod).toMatchObject({ outcome: 'all-found', a50: null, a90: null, hits: 60 });
    expect(pod.a90At95!).toBeLessThan(4);
  });

  it('states no size when nothing was found, or larger flaws are not found more often', () => {
    expect(found(() => false)).toMatchObject({ outcome: 'none-found', a90: null, a90At95: null });
    expect(found((size) => size < 5)).toMatchObject({ outcome: 'no-trend', a90: null, a90At95: null });
  });

  it('states no size beyond those that were tried', () => {
    const pod = found((size, i) => size > 25 && i % 3 !== 0);
    expect(pod.outcome).toBe('fitted');
    expect(pod.a90At95).toBeNull();
    for (const { size } of [...pod.curve, ...pod.bound]) expect(size).toBeLessThanOrEqual(sizes.at(-1)!);
  });

  it('has a bound that lies below the curve everywhere and rises with size', () => {
    const pod = found((size, i) => Math.log(size) + Math.sin(i * 12.9898) * 0.8 > 1.6);
    expect(pod.outcome).toBe('fitted');
    pod.bound.forEach(({ size, probability }, i) => {
      const next = pod.curve.find((point) => point.size >= size)!;
      expect(next.probability).toBeGreaterThanOrEqual(probability);
      if (i > 0) expect(size).toBeGreaterThanOrEqual(pod.bound[i - 1]!.size);
    });
  });

  it('refuses sizes that have no logarithm', () => {
    expect(() => probabilityOfDetection([{ size: 0, hit: true }])).toThrow(RangeError);
    expect(() => probabilityOfDetection([])).toThrow(RangeError);
  });
});
