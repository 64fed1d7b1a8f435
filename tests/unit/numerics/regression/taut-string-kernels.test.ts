import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { changePoints, fusedLasso } from '../../../../src-main/numerics/regression/fused-lasso.ts';
import { tautString } from '../../../../src-main/numerics/regression/taut-string.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { largestDifference } from '../sparse/regression-problem.ts';

const kernels = loadKernels();
const single = { precision: 'single' } as const;

function strings(signal: Float64Array, penalty: number) {
  const [reference, double, rounded] = [0, 1, 2].map(() => new Float64Array(signal.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  tautString(signal, penalty, reference);
  tautString(signal, penalty, double, {}, kernels);
  tautString(signal, penalty, rounded, single, kernels);
  return { reference, double, rounded };
}

describe('the kernels of the taut string', () => {
  it('agree with the reference for any signal of any length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { maxLength: 60 }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (values, penalty) => {
          const { reference, double, rounded } = strings(Float64Array.from(values), penalty);
          expect(largestDifference(double, reference)).toBeLessThan(1e-10);
          expect(largestDifference(rounded, reference)).toBeLessThan(2e-6);
        },
      ),
    );
  });

  it('keep six digits of a long signal far from 0 in single precision', () => {
    const random = createRandom(41, 'taut-string-kernels');
    const signal = Float64Array.from(
      { length: 50_000 },
      (_, i) => 1000 + (Math.floor(i / 700) % 4) + random.normal(),
    );
    const { reference, double, rounded } = strings(signal, 20);
    expect(largestDifference(double, reference)).toBeLessThan(1e-9);
    expect(largestDifference(rounded, reference)).toBeLessThan(1e-4);
  });

  it('leave the signal without penalty and its mean under a large one', () => {
    const signal = Float64Array.of(1, 5, 2, 8, 4);
    for (const precision of ['double', 'single'] as const) {
      const out = new Float64Array(5);
      tautString(signal, 0, out, { precision }, kernels);
      expect(largestDifference(out, signal)).toBeLessThan(1e-12);
      tautString(signal, 1e6, out, { precision }, kernels);
      expect(largestDifference(out, [4, 4, 4, 4, 4])).toBeLessThan(1e-6);
    }
  });

  it('fuse a signal in place and make zero what is nearly', () => {
    const random = createRandom(5, 'steps');
    const clean = Float64Array.from({ length: 120 }, (_, i) => (i >= 40 && i < 80 ? 2 : 0));
    const signal = clean.map((value) => value + 0.1 * random.normal());
    fusedLasso(signal, { fusion: 1, sparsity: 0.1 }, signal, single, kernels);
    expect(changePoints(signal)).toEqual([40, 80]);
    expect(signal.subarray(0, 40).every((value) => value === 0)).toBe(true);
  });

  it('end where a value is no number, and give back what they took', () => {
    const before = kernels.mark();
    for (const wrong of [Number.NaN, Infinity, -Infinity]) {
      const signal = new Float64Array(30).fill(1);
      signal[11] = wrong;
      for (const precision of ['double', 'single'] as const)
        tautString(signal, 1, new Float64Array(30), { precision }, kernels);
      const { reference, rounded } = strings(Float64Array.of(3, 1, 4, 1, 5), 0.7);
      expect(largestDifference(rounded, reference)).toBeLessThan(1e-6);
    }
    expect(kernels.mark()).toBe(before);
  });

  it('refuse what does not fit', () => {
    const signal = new Float64Array(4);
    expect(() => {
      tautString(signal, 1, new Float64Array(3), single, kernels);
    }).toThrow(RangeError);
    expect(() => {
      tautString(signal, Number.NaN, signal, single, kernels);
    }).toThrow(RangeError);
    expect(() => {
      fusedLasso(signal, { fusion: -1 }, signal, single, kernels);
    }).toThrow(RangeError);
  });
});
