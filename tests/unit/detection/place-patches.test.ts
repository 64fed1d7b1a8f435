import { describe, expect, it } from 'vitest';
import {
  collectPlacePatches,
  loadPlacePatches,
  rebuildFromPlaces,
  withPlacePatches,
} from '../../../src-main/detection/normal/place-patches.ts';
import { cellCount, thin, thinned } from '../../../src-main/detection/look/cells.ts';
import { structureStep } from '../../../src-main/detection/look/structure.ts';
import { threadKernels } from '../../../src-main/engine/workers/kernels.ts';
import { denseMatrix } from '../../../src-main/numerics/linalg/dense-matrix.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { orthogonalMatchingPursuit } from '../../../src-main/numerics/sparse/orthogonal-matching-pursuit.ts';
import { median } from '../../../src-main/imaging/normalise/median.ts';

const kernels = threadKernels();
const cells = { columns: 9, rows: 6, edge: 4 };
const places = thinned(cells, structureStep);
const components = 10;

/** [parts][components][places] of noise, no longer than 1. */
function randomParts(count: number, seed: number): Float32Array[][] {
  const random = createRandom(seed, 'test');
  return Array.from({ length: count }, () =>
    Array.from({ length: components }, () =>
      Float32Array.from({ length: cellCount(places) }, () => random.normal() / 6),
    ),
  );
}

const rebuild = (good: Float32Array[][], part: Float32Array[], excluded = -1) => {
  const loaded = loadPlacePatches(kernels, collectPlacePatches(cells, good));
  return thin(cells, structureStep, rebuildFromPlaces(kernels, cells, loaded, part, excluded));
};

/** By the definition: the dictionary of a place spelt out, and pursued in double precision. */
function rebuiltByDefinition(good: Float32Array[][], part: Float32Array[], excluded = -1): Float32Array {
  const known = good.filter((_, index) => index !== excluded);
  const left = Float32Array.from({ length: cellCount(places) }, (_, place) => {
    const row = Math.floor(place / places.columns);
    const column = place % places.columns;
    const atoms: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(places.rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(places.columns - 1, column + 1); x++) {
        for (const other of known) atoms.push(...other.map((values) => values[y * places.columns + x]!));
      }
    }
    const dictionary = denseMatrix(atoms.length / components, components, Float64Array.from(atoms));
    const signal = Float64Array.from(part, (values) => values[place]!);
    const codes = new Float64Array(dictionary.rows);
    return Math.sqrt(orthogonalMatchingPursuit(dictionary, signal, { nonzeros: 4 }, codes).residualEnergy);
  });
  const middle = median(left);
  return left.map((value) => value - middle);
}

function expectClose(found: Float32Array, expected: Float32Array): void {
  found.forEach((value, place) => expect(value).toBeCloseTo(expected[place]!, 3));
}

describe('rebuilding at the place', () => {
  it.each([1, 4, 5, 12])('is orthogonal matching pursuit over the patches of %i parts there', (count) => {
    const good = randomParts(count, 1);
    const part = randomParts(1, 2)[0]!;
    expectClose(rebuild(good, part), rebuiltByDefinition(good, part));
  });

  it('leaves nothing of a good part, unless it is left out', () => {
    const good = randomParts(6, 3);
    const own = good[5]!;
    rebuild(good, own).forEach((left) => expect(left).toBeCloseTo(0, 3));
    expectClose(rebuild(good, own, 5), rebuiltByDefinition(good, own, 5));
  });

  it('rebuilds from good parts that say nothing as well as can be', () => {
    const flat = Array.from({ length: components }, () => new Float32Array(cellCount(places)));
    const part = randomParts(1, 4)[0]!;
    const lengths = Float32Array.from(flat[0]!, (_, place) =>
      Math.hypot(...part.map((values) => values[place]!)),
    );
    const middle = median(lengths);
    expectClose(
      rebuild([flat, flat], part),
      lengths.map((length) => length - middle),
    );
    rebuild(randomParts(3, 5), flat).forEach((left) => expect(left).toBe(0));
  });

  it('takes parts in and lets them make room as if they had been there from the start', () => {
    const [a, b, c, taught] = randomParts(4, 6) as [
      Float32Array[],
      Float32Array[],
      Float32Array[],
      Float32Array[],
    ];
    const grown = withPlacePatches(collectPlacePatches(cells, [a, b, c]), [1, 3, 4], taught);
    expect(grown).toEqual(collectPlacePatches(cells, [a, taught, c, taught, taught]));
  });
});
