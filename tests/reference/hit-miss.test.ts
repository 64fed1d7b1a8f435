import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src-main/numerics/random/generator.ts';
import { fitHitMiss } from '../../src-main/numerics/statistics/hit-miss.ts';
import { probabilityOfDetection } from '../../src-main/numerics/statistics/probability-of-detection.ts';
import reference from './hit-miss.json' with { type: 'json' };

const trialsOf = ({ size, hit }: { size: number[]; hit: boolean[] }) =>
  size.map((own, i) => ({ size: own, hit: hit[i]! }));

describe('probability of detection from hits and misses', () => {
  it('is fitted as scipy fits it', () => {
    for (const one of reference.cases) {
      const fit = fitHitMiss(trialsOf(one));
      expect(fit.outcome).toBe('fitted');
      expect(fit.logLikelihood).toBeCloseTo(one.logLikelihood, 8);
      expect(fit.intercept / one.intercept).toBeCloseTo(1, 5);
      expect(fit.slope / one.slope).toBeCloseTo(1, 5);
    }
  });

  it('has the sizes and the likelihood-ratio bound that scipy finds', () => {
    for (const one of reference.cases) {
      const pod = probabilityOfDetection(trialsOf(one));
      expect(pod.a50! / one.a50).toBeCloseTo(1, 5);
      expect(pod.a90! / one.a90).toBeCloseTo(1, 5);
      expect(pod.a90At95! / one.a90At95).toBeCloseTo(1, 5);
    }
  });

  it('states a size that truly is found 90 % of the time, in about 95 of 100 studies', () => {
    const random = createRandom(8);
    const truth = { a50: 5, spread: 0.25 };
    const a90 = truth.a50 * 9 ** truth.spread;
    let covered = 0;
    const studies = 300;
    for (let study = 0; study < studies; study++) {
      const trials = Array.from({ length: 100 }, () => {
        const size = Math.exp(Math.log(1) + random.uniform() * Math.log(25));
        const chance = 1 / (1 + (truth.a50 / size) ** (1 / truth.spread));
        return { size, hit: random.uniform() < chance };
      });
      const { a90At95 } = probabilityOfDetection(trials);
      if (a90At95 === null || a90At95 >= a90) covered++;
    }
    expect(covered / studies).toBeGreaterThan(0.92);
    expect(covered / studies).toBeLessThan(0.985);
  });
});
