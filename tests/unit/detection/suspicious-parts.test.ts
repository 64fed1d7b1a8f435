import { describe, expect, it } from 'vitest';
import { evidenceSpread } from '../../../src-main/detection/normal/calibration.ts';
import { suspiciousParts } from '../../../src-main/detection/study/suspicious-parts.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import {
  fitPredictiveTail,
  predictiveExponent,
} from '../../../src-main/numerics/statistics/predictive-tail.ts';

/** Scores as learning gives them: each part under a calibration of all parts together. */
function scoresOf(evidence: readonly number[]): number[] {
  const tail = fitPredictiveTail(evidence, evidenceSpread);
  return evidence.map((value) => predictiveExponent(tail, value));
}

const alike = (count: number, seed: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => Math.exp(0.1 * random.normal()));
};

describe('suspicious good parts', () => {
  it('are those that the others cannot explain, the oddest first, though they hide each other', () => {
    const evidence = alike(30, 1);
    evidence[4] = 2.4;
    evidence[17] = 3;
    expect(suspiciousParts(scoresOf(evidence))).toEqual([17, 4]);
  });

  it('are found among few parts, too', () => {
    expect(suspiciousParts(scoresOf([...alike(9, 2), 4]))).toEqual([9]);
  });

  it('are rarely named where all parts are alike', () => {
    let named = 0;
    for (let set = 0; set < 200; set++) named += suspiciousParts(scoresOf(alike(20, set))).length;
    expect(named / 200).toBeLessThan(0.1);
  });

  it('are never named with too few parts to judge by', () => {
    expect(suspiciousParts([0.3, 0.3, 9])).toEqual([]);
    expect(suspiciousParts([])).toEqual([]);
  });
});
