import { describe, expect, it } from 'vitest';
import { synthesise } from '../../../../src-main/numerics/convolutional/convolution.ts';
import { mapSize } from '../../../../src-main/numerics/convolutional/filter-bank.ts';
import { learnFilters } from '../../../../src-main/numerics/convolutional/filter-learning.ts';
import {
  addMapCorrelations,
  noMapCorrelations,
} from '../../../../src-main/numerics/convolutional/map-correlations.ts';
import { squaredNorm } from '../../../../src-main/numerics/linalg/vectors.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';

const random = createRandom(72, 'filter-learning');
const side = 7;
const taps = side * side;

function unit(values: Float64Array): Float64Array {
  const norm = Math.sqrt(squaredNorm(values));
  return values.map((value) => value / norm);
}

const noise = (count: number) => {
  const values = new Float64Array(count * taps);
  for (let k = 0; k < count; k++)
    values.set(unit(Float64Array.from({ length: taps }, () => random.normal())), k * taps);
  return { count, size: side, values };
};

/** Little waves of three directions under a bell. */
const planted = {
  count: 3,
  size: side,
  values: Float64Array.from(
    [0, 1, 2].flatMap((k) => [
      ...unit(
        Float64Array.from({ length: taps }, (_, t) => {
          const [x, y] = [(t % side) - 3, Math.floor(t / side) - 3];
          const along = x * Math.cos((k * Math.PI) / 3) + y * Math.sin((k * Math.PI) / 3);
          return Math.exp(-(x * x + y * y) / 5) * Math.cos(1.6 * along + 0.7 * k);
        }),
      ),
    ]),
  ),
};

const size = { width: 44, height: 40 };
function lesson() {
  const { width, height } = mapSize(size, planted);
  const maps = Float64Array.from({ length: 3 * width * height }, () =>
    random.uniform() < 0.012 ? (1 + random.uniform()) * (random.uniform() < 0.5 ? 1 : -1) : 0,
  );
  const picture = new Float64Array(size.width * size.height);
  synthesise(planted, maps, size, picture);
  return { picture: picture.map((value) => value + 0.01 * random.normal()), size };
}

/** The largest magnitude of the correlation of two filters over all shifts. */
function likeness(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let dy = -3; dy <= 3; dy++)
    for (let dx = -3; dx <= 3; dx++) {
      let sum = 0;
      for (let y = Math.max(0, -dy); y < Math.min(side, side - dy); y++)
        for (let x = Math.max(0, -dx); x < Math.min(side, side - dx); x++)
          sum += a[y * side + x]! * b[(y + dy) * side + x + dx]!;
      most = Math.max(most, Math.abs(sum));
    }
  return most / Math.sqrt(squaredNorm(a) * squaredNorm(b));
}

const filter = (values: Float64Array, k: number) => values.subarray(k * taps, (k + 1) * taps);

describe('correlations of maps', () => {
  it('give the energy of what filters and maps make', () => {
    const bank = noise(2);
    const image = { width: 15, height: 12 };
    const { width, height } = mapSize(image, bank);
    const maps = Float64Array.from({ length: 2 * width * height }, () =>
      random.uniform() < 0.3 ? random.normal() : 0,
    );
    const sums = noMapCorrelations(bank);
    addMapCorrelations(sums, bank, maps, image);
    let energy = 0;
    for (let k = 0; k < 2; k++)
      for (let l = 0; l < 2; l++)
        for (let t = 0; t < taps; t++)
          for (let s = 0; s < taps; s++) {
            const [j, i] = [Math.floor(t / side) - Math.floor(s / side), (t % side) - (s % side)];
            const at = ((k * 2 + l) * sums.reach + j + side - 1) * sums.reach + i + side - 1;
            energy += filter(bank.values, k)[t]! * filter(bank.values, l)[s]! * sums.values[at]!;
          }
    const made = new Float64Array(image.width * image.height);
    synthesise(bank, maps, image, made);
    expect(energy).toBeCloseTo(squaredNorm(made), 9);
  });
});

describe('learning filters', () => {
  const lessons = [lesson(), lesson()];

  it('never raises the objective, and keeps filters within the unit ball', () => {
    const bank = noise(4);
    const seen: number[] = [];
    const objective = learnFilters(bank, lessons, {
      penalty: 0.3,
      iterations: 8,
      codeSteps: 15,
      onIteration: (value) => seen.push(value),
    });
    expect(seen).toEqual(objective);
    const nothing = lessons.reduce((sum, { picture }) => sum + squaredNorm(picture) / 2, 0);
    expect([nothing, ...objective]).toEqual([nothing, ...objective].sort((a, b) => b - a));
    for (let k = 0; k < 4; k++) expect(squaredNorm(filter(bank.values, k))).toBeLessThan(1 + 1e-12);
  });

  it('recovers planted filters up to sign and shift', () => {
    const bank = noise(3);
    learnFilters(bank, lessons, { penalty: 0.15, iterations: 30, codeSteps: 20 });
    for (let k = 0; k < 3; k++) {
      const likest = Math.max(
        ...[0, 1, 2].map((l) => likeness(filter(planted.values, k), filter(bank.values, l))),
      );
      expect(likest).toBeGreaterThan(0.9);
    }
  });

  it('gives a filter that nothing uses what is worst rebuilt', () => {
    const bank = { ...planted, values: planted.values.slice() };
    bank.values.fill(0, taps, 2 * taps);
    learnFilters(bank, lessons, { penalty: 0.15, iterations: 30, codeSteps: 20 });
    expect(likeness(filter(planted.values, 1), filter(bank.values, 1))).toBeGreaterThan(0.9);
  });

  it('refuses filters longer than 1, and a penalty of nothing', () => {
    const long = { ...planted, values: planted.values.map((value) => 2 * value) };
    expect(() => learnFilters(long, lessons, { penalty: 0.1, iterations: 1 })).toThrow(RangeError);
    expect(() => learnFilters(planted, lessons, { penalty: 0, iterations: 1 })).toThrow(RangeError);
  });
});
