import { describe, expect, it } from 'vitest';
import {
  compareMaterial,
  learnMaterial,
  leastUsual,
  withExceptions,
} from '../../../src-main/detection/normal/material.ts';
import { threadKernels } from '../../../src-main/engine/workers/kernels.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';

const kernels = threadKernels();
const cells = { columns: 40, rows: 30, edge: 4 };
const count = cells.columns * cells.rows;
const random = createRandom(3, 'material');

/** Two indicators that go together, and a third one that does not. */
function surface(): Float32Array[] {
  const both = Float32Array.from({ length: count }, () => random.normal());
  const other = both.map((value) => 10 * value + random.normal());
  return [both, other, Float32Array.from({ length: count }, () => random.normal())];
}

const parts = Array.from({ length: 12 }, () => ({ channels: surface(), unseen: null }));
const material = learnMaterial(kernels, cells, parts, new Uint8Array(count).fill(1));

/** Mean distance of a square in the middle of a part to which something was done there. */
function distanceAfter(change: (channels: Float32Array[], cell: number) => void): number {
  const channels = surface();
  const inside: number[] = [];
  for (let row = 10; row < 20; row++) {
    for (let column = 15; column < 25; column++) {
      inside.push(row * cells.columns + column);
      change(channels, row * cells.columns + column);
    }
  }
  const distances = compareMaterial(kernels, cells, material, channels);
  return inside.reduce((sum, cell) => sum + distances[cell]! ** 2, 0) / inside.length;
}

describe('the material of good parts', () => {
  const unchanged = distanceAfter(() => undefined);

  it('is found again on good parts never seen: the mean squared distance is about the number of indicators', () => {
    const distances = compareMaterial(kernels, cells, material, surface());
    const mean = distances.reduce((sum, value) => sum + value ** 2, 0) / distances.length;
    expect(mean).toBeGreaterThan(1.5);
    expect(mean).toBeLessThan(4);
  });

  it('is missed where a surface is too smooth, which is less of an indicator', () => {
    expect(distanceAfter((channels, cell) => (channels[2]![cell]! -= 2))).toBeGreaterThan(10 * unchanged);
  });

  it('is missed where each indicator is usual and the two do not go together', () => {
    const apart = distanceAfter((channels, cell) => {
      channels[0]![cell] = 0.5;
      channels[1]![cell] = -5;
    });
    expect(apart).toBeGreaterThan(10 * unchanged);
  });

  it('is no longer missed where a part that was taught looked alike, and still elsewhere', () => {
    const smooth = (amount: number) => {
      const channels = surface();
      for (let cell = 0; cell < count; cell++) channels[2]![cell]! -= amount;
      return channels;
    };
    const taught = withExceptions(material, leastUsual(kernels, cells, material, smooth(2)));
    const middle = (known: typeof material, amount: number) =>
      compareMaterial(kernels, cells, known, smooth(amount)).sort()[count >> 1]!;
    expect(middle(taught, 2)).toBeLessThan(middle(material, 2) / 5);
    expect(middle(taught, -2)).toBeGreaterThan(middle(material, -2) / 2);
  });

  it('is learnt from parts that are as even as paper: they are all alike, and others are not', () => {
    const even = { channels: [new Float32Array(count), new Float32Array(count)], unseen: null };
    const paper = learnMaterial(kernels, cells, [even, even], new Uint8Array(count).fill(1));
    const distances = (channels: Float32Array[]) => compareMaterial(kernels, cells, paper, channels);
    expect(distances(even.channels).every((value) => value === 0)).toBe(true);
    expect(distances([surface()[0]!, new Float32Array(count)]).some((value) => value > 0)).toBe(true);
  });

  it('is learnt only from cells that are inspected and seen', () => {
    const right = new Uint8Array(count).map((_, cell) => (cell % cells.columns < 20 ? 0 : 1));
    const left = right.map((value) => 1 - value);
    // Nothing odd near the border, since averages reach over it.
    const isOdd = (cell: number) => cell % cells.columns >= 30;
    const odd = parts.map(({ channels }) => ({
      channels: channels.map((channel) => channel.map((value, cell) => (isOdd(cell) ? 1e6 : value))),
      unseen: null,
    }));
    const largest = ({ mean }: { mean: Float64Array }) => Math.max(...mean.map(Math.abs));
    expect(largest(learnMaterial(kernels, cells, odd, left))).toBeLessThan(1);
    const unseen = odd.map((part) => ({ ...part, unseen: right }));
    expect(largest(learnMaterial(kernels, cells, unseen, new Uint8Array(count).fill(1)))).toBeLessThan(1);
  });
});
