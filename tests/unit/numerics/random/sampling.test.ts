import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { sampleWithoutReplacement } from '../../../../src-main/numerics/random/sample.ts';
import { shuffle } from '../../../../src-main/numerics/random/shuffle.ts';

describe('sampling', () => {
  it('a shuffle keeps every element', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
        expect(sorted(shuffle(createRandom(seed), [...items]))).toEqual(sorted(items));
      }),
    );
  });

  it('a shuffle gives each of the orders of three equally often', () => {
    const random = createRandom(5);
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = shuffle(random, [1, 2, 3]).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(150);
  });

  it('draws without replacement different indices inside the population', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat({ max: 200 }), fc.integer(), (a, b, seed) => {
        const [size, population] = a < b ? [a, b] : [b, a];
        const drawn = sampleWithoutReplacement(createRandom(seed), population, size);
        expect(new Set(drawn).size).toBe(size);
        expect(drawn.every((index) => index < population)).toBe(true);
      }),
    );
  });

  it('draws each index equally often', () => {
    const random = createRandom(6);
    const times = new Float64Array(10);
    for (let i = 0; i < 5000; i++)
      for (const index of sampleWithoutReplacement(random, 10, 3)) times[index]!++;
    for (const count of times) expect(Math.abs(count - 1500)).toBeLessThan(150);
  });

  it('refuses to draw more than there is', () => {
    expect(() => sampleWithoutReplacement(createRandom(1), 3, 4)).toThrow(RangeError);
  });
});
