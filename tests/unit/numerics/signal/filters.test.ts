import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchGrid } from '../../../../src-main/numerics/patches/patch-grid.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import {
  referenceDownsampleByTwo,
  referenceUpsampleGridMap,
} from '../../../../src-main/numerics/reference/resampling.ts';
import { referenceFilter } from '../../../../src-main/numerics/reference/separable-filter.ts';
import { referenceSsimMap } from '../../../../src-main/numerics/reference/ssim-map.ts';
import { downsampleByTwo, halfSize } from '../../../../src-main/numerics/signal/downsample-by-two.ts';
import { blurRadius, gaussianBlur } from '../../../../src-main/numerics/signal/gaussian-blur.ts';
import { gaussianWindow } from '../../../../src-main/numerics/signal/gaussian-window.ts';
import { ssimConstants, ssimMap } from '../../../../src-main/numerics/signal/ssim-map.ts';
import { upsampleGridMap } from '../../../../src-main/numerics/signal/upsample-grid-map.ts';
import { loadKernels } from '../kernels/load-kernels.ts';

const kernels = loadKernels();
const sizes = fc.record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) });

function randomPlane(seed: number, length: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length }, () => random.uniform());
}

function expectClose(values: Float32Array, expected: Float64Array, tolerance: number): void {
  expect(values.length).toBe(expected.length);
  const worst = expected.reduce((most, value, i) => Math.max(most, Math.abs(value - values[i]!)), 0);
  expect(worst).toBeLessThan(tolerance);
}

describe('Gaussian blur', () => {
  it('agrees with the reference on planes of any size, also smaller than the window', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(0.5, 1, 2.3), (size, sigma) => {
        kernels.scoped(() => {
          const plane = kernels.copyF32(randomPlane(1, size.width * size.height));
          const out = kernels.f32(plane.length);
          gaussianBlur(kernels, plane, size, sigma, out);
          expectClose(
            out.view,
            referenceFilter(plane.view, size, gaussianWindow(sigma, blurRadius(sigma))),
            1e-6,
          );
        });
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the sum of the plane', () => {
    const size = { width: 61, height: 33 };
    const plane = kernels.copyF32(randomPlane(2, 61 * 33));
    const out = kernels.f32(61 * 33);
    const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0);
    for (const sigma of [0.7, 3, 9]) {
      gaussianBlur(kernels, plane, size, sigma, out);
      expect(Math.abs(sum(out.view) / sum(plane.view) - 1)).toBeLessThan(1e-6);
    }
  });

  it('refuses a sigma that is not positive', () => {
    const plane = kernels.f32(16);
    for (const sigma of [0, -1, NaN, Infinity])
      expect(() => {
        gaussianBlur(kernels, plane, { width: 4, height: 4 }, sigma, kernels.f32(16));
      }).toThrow(RangeError);
  });
});

describe('structural similarity', () => {
  const { sigma, radius } = ssimConstants;

  it('agrees with the reference on planes of any size', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        kernels.scoped(() => {
          const a = kernels.copyF32(randomPlane(3, size.width * size.height));
          const noise = randomPlane(4, a.length);
          const b = kernels.copyF32(a.view.map((value, i) => 0.7 * value + 0.3 * noise[i]!));
          const out = kernels.f32(a.length);
          ssimMap(kernels, a, b, size, out);
          const expected = referenceSsimMap(
            Float64Array.from(a.view),
            Float64Array.from(b.view),
            size,
            gaussianWindow(sigma, radius),
            ssimConstants,
          );
          expectClose(out.view, expected, 5e-5);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('keeps its accuracy on flat bright planes, where variances nearly vanish', () => {
    const size = { width: 30, height: 20 };
    const a = kernels.copyF32(randomPlane(5, 600).map((value) => 0.98 + 0.01 * value));
    const b = kernels.copyF32(randomPlane(6, 600).map((value) => 0.98 + 0.01 * value));
    const out = kernels.f32(600);
    ssimMap(kernels, a, b, size, out);
    const window = gaussianWindow(sigma, radius);
    const expected = referenceSsimMap(
      Float64Array.from(a.view),
      Float64Array.from(b.view),
      size,
      window,
      ssimConstants,
    );
    expectClose(out.view, expected, 5e-4);
  });

  it('is 1 for equal planes and below for others', () => {
    const size = { width: 25, height: 25 };
    const a = kernels.copyF32(randomPlane(7, 625));
    const b = kernels.copyF32(a.view.map((value) => 1 - value));
    const out = kernels.f32(625);
    ssimMap(kernels, a, a, size, out);
    expectClose(out.view, new Float64Array(625).fill(1), 1e-5);
    ssimMap(kernels, a, b, size, out);
    expect(Math.max(...out.view)).toBeLessThan(0);
  });
});

describe('resampling', () => {
  it('halves planes of any size as the reference does', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        kernels.scoped(() => {
          const plane = kernels.copyF32(randomPlane(8, size.width * size.height));
          const half = halfSize(size);
          const out = kernels.f32(half.width * half.height);
          downsampleByTwo(kernels, plane, size, out);
          expectClose(out.view, referenceDownsampleByTwo(plane.view, size), 1e-6);
        });
      }),
    );
  });

  it('brings patch maps to pixels as the reference does, also with one patch in a row', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (extra, side, step) => {
          kernels.scoped(() => {
            const size = { width: side + extra.width - 1, height: side + extra.height - 1 };
            const grid = patchGrid(size, { size: side, stride: Math.min(step, side) });
            const map = kernels.copyF32(randomPlane(9, grid.columns * grid.rows));
            const out = kernels.f32(size.width * size.height);
            upsampleGridMap(kernels, map, grid, size, out);
            expectClose(out.view, referenceUpsampleGridMap(map.view, grid, size), 2e-6);
          });
        },
      ),
    );
  });

  it('gives each patch centre the value of its patch', () => {
    const size = { width: 32, height: 20 };
    const grid = patchGrid(size, { size: 5, stride: 4 });
    const map = kernels.copyF32(randomPlane(10, grid.columns * grid.rows));
    const out = kernels.f32(size.width * size.height);
    upsampleGridMap(kernels, map, grid, size, out);
    grid.ys.forEach((y, row) => {
      grid.xs.forEach((x, column) => {
        expect(out.view[(y + 2) * size.width + x + 2]).toBe(map.view[row * grid.columns + column]);
      });
    });
  });
});
