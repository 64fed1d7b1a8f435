import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { denoiseByChambolle } from '../../../../src-main/numerics/restoration/total-variation-chambolle.ts';
import { restoreBySplitBregman } from '../../../../src-main/numerics/restoration/total-variation-split-bregman.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const kernels = loadKernels();
const random = createRandom(52, 'total-variation-kernels');
// Rows of whole vectors and others, rows and columns of one pixel, fewer rows than steps between two checks.
const sizes = [
  [24, 17],
  [23, 16],
  [33, 3],
  [2, 40],
  [30, 1],
  [1, 30],
] as const;
const kinds = ['isotropic', 'anisotropic'] as const;
const cases = sizes.flatMap(([width, height]) => kinds.map((kind) => ({ width, height, kind })));
const stopping = { tolerance: 0, maxIterations: 37 };

describe.each(cases)('total variation of $width x $height pixels by the kernels, $kind', (given) => {
  const { width, height, kind } = given;
  const size = { width, height };
  const length = width * height;
  const image = Float64Array.from({ length }, (_, i) => +(i % width > 5) + 0.2 * random.normal());
  const problem = { image, size, penalty: 0.15, kind };
  const mask = Uint8Array.from(image, () => (random.uniform() < 0.4 ? 0 : 1));

  it('takes the dual steps of the reference to the last bit', () => {
    const [fast, plain] = [new Float64Array(length), new Float64Array(length)];
    const mark = kernels.mark();
    const report = denoiseByChambolle(problem, fast, stopping, kernels);
    expect(kernels.mark()).toBe(mark);
    const expected = denoiseByChambolle(problem, plain, stopping);
    expect([...fast]).toEqual([...plain]);
    expect(report.iterations).toBe(37);
    expect(Math.abs(report.gap - expected.gap)).toBeLessThan(1e-12 * length);
  });

  it.each([
    ['all pixels', undefined],
    ['some pixels missing', mask],
  ])('takes the steps of split Bregman, %s', (_, which) => {
    const [fast, plain] = [new Float64Array(length), new Float64Array(length)];
    const masked = which ? { ...problem, mask: which } : problem;
    restoreBySplitBregman(masked, fast, stopping, kernels);
    restoreBySplitBregman(masked, plain, stopping);
    expect(largestDifference(fast, plain)).toBeLessThan(1e-12);
  });

  it('is right to five digits in single precision', () => {
    const [fast, plain] = [new Float64Array(length), new Float64Array(length)];
    const single = { ...stopping, precision: 'single' } as const;
    denoiseByChambolle(problem, fast, single, kernels);
    denoiseByChambolle(problem, plain, stopping);
    expect(largestDifference(fast, plain)).toBeLessThan(1e-5);
    restoreBySplitBregman({ ...problem, mask }, fast, single, kernels);
    restoreBySplitBregman({ ...problem, mask }, plain, stopping);
    expect(largestDifference(fast, plain)).toBeLessThan(1e-5);
  });
});

describe('total variation by the kernels', () => {
  const size = { width: 40, height: 30 };
  const image = Float64Array.from({ length: 1200 }, (_, i) => +(i % 40 > 20) + 0.2 * random.normal());
  const problem = { image, size, penalty: 0.15 };

  it('stops where the reference stops', () => {
    const [fast, plain] = [new Float64Array(1200), new Float64Array(1200)];
    const { iterations } = denoiseByChambolle(problem, fast, {}, kernels);
    expect(iterations).toBe(denoiseByChambolle(problem, plain).iterations);
    expect(restoreBySplitBregman(problem, fast, {}, kernels)).toBe(restoreBySplitBregman(problem, plain));
    expect(largestDifference(fast, plain)).toBeLessThan(1e-12);
  });

  it('comes as near to the optimum as asked in single precision', () => {
    const { gap, iterations } = denoiseByChambolle(
      problem,
      new Float64Array(1200),
      { precision: 'single' },
      kernels,
    );
    const { iterations: expected } = denoiseByChambolle(problem, new Float64Array(1200));
    expect(Math.abs(iterations - expected)).toBeLessThanOrEqual(10);
    expect(gap).toBeLessThan(0.1);
  });
});
