import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { tautString } from '../../../../src-main/numerics/regression/taut-string.ts';
import { denoiseByChambolle } from '../../../../src-main/numerics/restoration/total-variation-chambolle.ts';
import { restoreBySplitBregman } from '../../../../src-main/numerics/restoration/total-variation-split-bregman.ts';
import {
  totalVariation,
  totalVariationEnergy,
} from '../../../../src-main/numerics/restoration/total-variation.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const size = { width: 20, height: 16 };
const random = createRandom(51, 'total-variation');
const clean = Float64Array.from({ length: 320 }, (_, i) =>
  ((i % 20) - 9) ** 2 + (Math.floor(i / 20) - 8) ** 2 < 30 ? 1 : 0,
);
const image = clean.map((value) => value + 0.2 * random.normal());

describe('total variation', () => {
  it('of a square is its outline, without a diagonal at one corner', () => {
    const square = Float64Array.from({ length: 320 }, (_, i) => {
      const [x, y] = [i % 20, Math.floor(i / 20)];
      return x >= 5 && x < 10 && y >= 5 && y < 10 ? 1 : 0;
    });
    expect(totalVariation(square, size, 'anisotropic')).toBe(20);
    expect(totalVariation(square, size)).toBeCloseTo(18 + Math.SQRT2, 12);
  });
});

describe.each(['isotropic', 'anisotropic'] as const)('total variation denoising, %s', (kind) => {
  const problem = { image, size, penalty: 0.15, kind };

  it('comes to one optimum by two methods', () => {
    const dual = new Float64Array(320);
    const { gap } = denoiseByChambolle(problem, dual, { tolerance: 1e-6, maxIterations: 20_000 });
    const split = new Float64Array(320);
    restoreBySplitBregman(problem, split, { tolerance: 1e-9, maxIterations: 5000 });
    expect(largestDifference(dual, split)).toBeLessThan(5e-3);
    const difference = totalVariationEnergy(problem, dual) - totalVariationEnergy(problem, split);
    expect(difference).toBeLessThanOrEqual(gap + 1e-9);
    expect(difference).toBeGreaterThan(-1e-6);
  });

  it('is nearer to the clean image than the noisy one, and keeps its mean', () => {
    const out = new Float64Array(320);
    restoreBySplitBregman(problem, out);
    const error = (a: Float64Array) => a.reduce((sum, value, i) => sum + (value - clean[i]!) ** 2, 0);
    expect(error(out)).toBeLessThan(error(image) / 3);
    const sum = (a: Float64Array) => a.reduce((total, value) => total + value, 0);
    expect(sum(out) / 320).toBeCloseTo(sum(image) / 320, 3);
  });
});

describe('total variation denoising of one row', () => {
  it('is the taut string', () => {
    const row = image.slice(0, 20);
    const out = new Float64Array(20);
    restoreBySplitBregman({ image: row, size: { width: 20, height: 1 }, penalty: 0.1 }, out, {
      tolerance: 1e-10,
      maxIterations: 20_000,
    });
    const exact = new Float64Array(20);
    tautString(row, 0.1, exact);
    expect(largestDifference(out, exact)).toBeLessThan(1e-6);
  });
});

describe('total variation inpainting', () => {
  it('closes a hole in a disc', () => {
    const mask = Uint8Array.from(clean, (_, i) => (Math.floor(i / 20) % 4 === 0 && i % 3 !== 0 ? 0 : 1));
    const damaged = clean.map((value, i) => (mask[i] === 0 ? 77 : value));
    const out = new Float64Array(320);
    restoreBySplitBregman({ image: damaged, size, penalty: 0.01, mask }, out, {
      tolerance: 1e-8,
      maxIterations: 5000,
    });
    const wrong = [...out.keys()].filter((i) => Math.abs(out[i]! - clean[i]!) > 0.5);
    expect(wrong.length).toBeLessThan(4);
  });

  it('needs something to paint from', () => {
    const mask = new Uint8Array(320);
    expect(() => restoreBySplitBregman({ image, size, penalty: 0.1, mask }, new Float64Array(320))).toThrow(
      RangeError,
    );
    expect(() => denoiseByChambolle({ image, size, penalty: 0.1, mask }, new Float64Array(320))).toThrow(
      RangeError,
    );
  });
});
