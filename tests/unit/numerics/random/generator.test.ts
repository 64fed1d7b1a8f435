import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../../src-main/numerics/random/generator.ts';

const draws = (seed: number, label: string, count = 8) => {
  const random = createRandom(seed, label);
  return Array.from({ length: count }, () => random.uint32());
};

describe('random generator', () => {
  it('gives the same numbers for the same seed and label', () => {
    expect(draws(7, 'patches')).toEqual(draws(7, 'patches'));
  });

  it('gives other numbers for another seed or another label', () => {
    const streams = [
      draws(7, 'a'),
      draws(7, 'b'),
      draws(8, 'a'),
      draws(-7, 'a'),
      draws(2 ** 40, 'a'),
      draws(0, ''),
    ];
    expect(new Set(streams.map(String)).size).toBe(streams.length);
  });

  it('refuses a seed that is not a safe integer', () => {
    expect(() => createRandom(0.5)).toThrow(RangeError);
    expect(() => createRandom(2 ** 53)).toThrow(RangeError);
  });

  it('draws integers evenly even where a remainder would favour some', () => {
    const random = createRandom(1);
    const below = 3 * 2 ** 30;
    const thirds = [0, 0, 0];
    for (let i = 0; i < 30_000; i++) thirds[Math.floor(random.integer(below) / 2 ** 30)]!++;
    for (const third of thirds) expect(Math.abs(third - 10_000)).toBeLessThan(400);
  });

  it('refuses impossible ranges of integers', () => {
    const random = createRandom(1);
    for (const below of [0, -1, 1.5, 2 ** 32 + 1, NaN])
      expect(() => random.integer(below)).toThrow(RangeError);
    expect(random.integer(1)).toBe(0);
  });

  it('draws uniform numbers in [0, 1) with mean 1/2 and variance 1/12', () => {
    const random = createRandom(2);
    const numbers = Array.from({ length: 50_000 }, () => random.uniform());
    expect(Math.min(...numbers.slice(0, 10_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers.slice(0, 10_000))).toBeLessThan(1);
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
    const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });

  it('draws normal numbers with mean 0, variance 1 and kurtosis 3', () => {
    const random = createRandom(3);
    const numbers = Array.from({ length: 100_000 }, () => random.normal());
    const moment = (power: number) => numbers.reduce((sum, x) => sum + x ** power, 0) / numbers.length;
    expect(Math.abs(moment(1))).toBeLessThan(0.015);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.02);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.15);
  });
});
