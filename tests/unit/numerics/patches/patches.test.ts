import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPatches } from '../../../../src-main/numerics/patches/extract-patches.ts';
import { finishOverlapAdd, overlapAdd } from '../../../../src-main/numerics/patches/overlap-add.ts';
import { patchCount, patchGrid } from '../../../../src-main/numerics/patches/patch-grid.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import {
  referenceOverlapAverage,
  referencePatches,
} from '../../../../src-main/numerics/reference/patches.ts';
import { loadKernels } from '../kernels/load-kernels.ts';

const kernels = loadKernels();

const layouts = fc
  .record({
    size: fc.integer({ min: 1, max: 13 }),
    extra: fc.nat(20),
    extraHeight: fc.nat(20),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ size, extra, extraHeight, part }) => ({
    image: { width: size + extra, height: size + extraHeight },
    layout: { size, stride: 1 + Math.floor(part * (size - 1)) },
  }));

function extracted(count: number, length: number) {
  return { out: kernels.f32(count * length), means: kernels.f32(count), energies: kernels.f32(count) };
}

function randomImage(seed: number, length: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length }, () => random.uniform());
}

describe('patch grids', () => {
  it('cover every pixel, keep the stride and stay inside the image', () => {
    fc.assert(
      fc.property(layouts, ({ image, layout }) => {
        const { xs, ys } = patchGrid(image, layout);
        for (const [edges, length] of [
          [xs, image.width],
          [ys, image.height],
        ] as const) {
          expect(edges[0]).toBe(0);
          expect(edges.at(-1)! + layout.size).toBe(length);
          edges.subarray(1).forEach((edge, i) => {
            expect(edge - edges[i]!).toBeGreaterThan(0);
            expect(edge - edges[i]!).toBeLessThanOrEqual(layout.stride);
          });
        }
      }),
    );
  });

  it('refuse images smaller than a patch and strides that leave gaps', () => {
    expect(() => patchGrid({ width: 7, height: 9 }, { size: 8, stride: 4 })).toThrow(RangeError);
    expect(() => patchGrid({ width: 20, height: 20 }, { size: 8, stride: 9 })).toThrow(RangeError);
    expect(() => patchGrid({ width: 20, height: 20 }, { size: 8, stride: 0 })).toThrow(RangeError);
    expect(() => patchGrid({ width: 20, height: 20 }, { size: 0, stride: 1 })).toThrow(RangeError);
  });
});

describe('patches', () => {
  it.each([4, 5, 8, 11])('of side %i, their means and energies agree with the reference', (size) => {
    const image = { width: 37, height: 29 };
    const grid = patchGrid(image, { size, stride: 3 });
    const count = patchCount(grid);
    const plane = kernels.copyF32(randomImage(1, 37 * 29));
    const result = extracted(count, size * size);
    extractPatches(kernels, plane, image, { grid, firstIndex: 0, count }, { removeMean: true }, result);
    referencePatches(plane.view, image, grid).forEach(({ values, mean, energy }, i) => {
      expect(Math.abs(result.means.view[i]! - mean)).toBeLessThan(1e-6);
      expect(Math.abs(result.energies.view[i]! - energy)).toBeLessThan(1e-5 * energy);
      values.forEach((value, j) => {
        expect(Math.abs(result.out.view[i * size * size + j]! - value)).toBeLessThan(1e-6);
      });
    });
  });

  it('keep their means when asked to', () => {
    const image = { width: 6, height: 5 };
    const grid = patchGrid(image, { size: 3, stride: 3 });
    const plane = kernels.copyF32(randomImage(2, 30));
    const result = extracted(4, 9);
    extractPatches(kernels, plane, image, { grid, firstIndex: 0, count: 4 }, { removeMean: false }, result);
    expect(Array.from(result.out.view.subarray(0, 3))).toEqual(Array.from(plane.view.subarray(0, 3)));
    expect(Array.from(result.means.view)).toEqual([0, 0, 0, 0]);
    const energy = result.out.view.subarray(0, 9).reduce((sum, value) => sum + value * value, 0);
    expect(result.energies.view[0]).toBeCloseTo(energy, 5);
  });

  it('can be taken a few at a time', () => {
    const image = { width: 21, height: 17 };
    const grid = patchGrid(image, { size: 4, stride: 2 });
    const count = patchCount(grid);
    const plane = kernels.copyF32(randomImage(3, 21 * 17));
    const whole = extracted(count, 16);
    extractPatches(kernels, plane, image, { grid, firstIndex: 0, count }, { removeMean: true }, whole);
    const part = extracted(15, 16);
    extractPatches(kernels, plane, image, { grid, firstIndex: 7, count: 15 }, { removeMean: true }, part);
    expect(part.out.view).toEqual(whole.out.view.slice(7 * 16, 22 * 16));
    expect(part.energies.view).toEqual(whole.energies.view.slice(7, 22));
  });

  it('put together again are the image', () => {
    fc.assert(
      fc.property(layouts, fc.boolean(), ({ image, layout }, removeMean) => {
        kernels.scoped(() => {
          const grid = patchGrid(image, layout);
          const count = patchCount(grid);
          const length = image.width * image.height;
          const plane = kernels.copyF32(randomImage(4, length));
          const patches = extracted(count, layout.size ** 2);
          const range = { grid, firstIndex: 0, count };
          extractPatches(kernels, plane, image, range, { removeMean }, patches);
          const sums = { accumulator: kernels.f32(length), weights: kernels.f32(length) };
          overlapAdd(kernels, patches.out, patches.means, image, range, sums);
          finishOverlapAdd(kernels, image, sums);
          sums.accumulator.view.forEach((value, i) => {
            expect(Math.abs(value - plane.view[i]!)).toBeLessThan(5e-6);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it('average where they disagree, as the reference does', () => {
    const image = { width: 19, height: 14 };
    const grid = patchGrid(image, { size: 5, stride: 2 });
    const random = createRandom(5);
    const patches = Array.from({ length: patchCount(grid) }, () => ({
      values: Float64Array.from({ length: 25 }, () => random.normal()),
      mean: random.uniform(),
      energy: 0,
    }));
    const values = kernels.copyF32(patches.flatMap((patch) => Array.from(patch.values)));
    const means = kernels.copyF32(patches.map((patch) => patch.mean));
    const sums = { accumulator: kernels.f32(19 * 14), weights: kernels.f32(19 * 14) };
    const half = 20;
    const rest = patches.length - half;
    overlapAdd(kernels, values, means, image, { grid, firstIndex: 0, count: half }, sums);
    overlapAdd(
      kernels,
      values.slice(half * 25),
      means.slice(half),
      image,
      { grid, firstIndex: half, count: rest },
      sums,
    );
    finishOverlapAdd(kernels, image, sums);
    referenceOverlapAverage(patches, image, grid).forEach((expected, i) => {
      expect(Math.abs(sums.accumulator.view[i]! - expected)).toBeLessThan(2e-6);
    });
  });

  it('refuse ranges outside the grid, grids outside the image and buffers too short', () => {
    const image = { width: 12, height: 12 };
    const grid = patchGrid(image, { size: 4, stride: 4 });
    const plane = kernels.f32(144);
    const result = extracted(9, 16);
    const extract =
      (size: typeof image, firstIndex: number, count: number, into = result) =>
      () => {
        extractPatches(kernels, plane, size, { grid, firstIndex, count }, { removeMean: true }, into);
      };
    expect(extract(image, 0, 9)).not.toThrow();
    expect(extract(image, 1, 9)).toThrow(RangeError);
    expect(extract(image, -1, 2)).toThrow(RangeError);
    expect(extract({ width: 11, height: 12 }, 0, 9)).toThrow(RangeError);
    expect(extract({ width: 13, height: 12 }, 0, 9)).toThrow(RangeError);
    expect(extract(image, 0, 9, extracted(8, 16))).toThrow(RangeError);
  });
});
