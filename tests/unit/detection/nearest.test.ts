import { describe, expect, it } from 'vitest';
import {
  allowExceptions,
  collectExceptions,
  loadBank,
} from '../../../src-main/detection/normal/exception-bank.ts';
import { fillIn, thin } from '../../../src-main/detection/look/cells.ts';
import {
  collectReferences,
  compareWithReferences,
  loadReferences,
  nearestCell,
  stepsPerUnit,
} from '../../../src-main/detection/normal/reference-parts.ts';
import { threadKernels } from '../../../src-main/engine/workers/kernels.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';

const kernels = threadKernels();
const cells = { columns: 7, rows: 5, edge: 4 };
const places = 35;
const channelCount = 10;
const twoSided = 4;

/** [parts][channels][cells] of noise. */
function randomParts(count: number, seed: number): Float32Array[][] {
  const random = createRandom(seed, 'test');
  return Array.from({ length: count }, () =>
    Array.from({ length: channelCount }, () => Float32Array.from({ length: places }, () => random.normal())),
  );
}

const units = Array.from({ length: channelCount }, () => new Float32Array(places).fill(1));

/** By the definition, in double precision and without rounding to steps. */
function distanceByDefinition(
  part: Float32Array[],
  references: Float32Array[][],
  cell: number,
  excluded: number,
) {
  const row = Math.floor(cell / cells.columns);
  const column = cell % cells.columns;
  const perReference = references.flatMap((reference, index) => {
    if (index === excluded) return [];
    let least = Infinity;
    for (let y = Math.max(0, row - 1); y <= Math.min(cells.rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(cells.columns - 1, column + 1); x++) {
        if (x !== column && y !== row) continue;
        let sum = 0;
        for (let c = 0; c < channelCount; c++) {
          const difference = part[c]![cell]! - reference[c]![y * cells.columns + x]!;
          sum += c < twoSided ? Math.abs(difference) : Math.max(0, difference);
        }
        least = Math.min(least, sum);
      }
    }
    return [least];
  });
  const nearest = perReference.sort((a, b) => a - b).slice(0, 3);
  return nearest.reduce((a, b) => a + b, 0) / nearest.length / channelCount;
}

describe('comparison with good parts', () => {
  it.each([1, 2, 3, 8, 13])(
    'is the mean distance to the three nearest of %i parts, each at its best place',
    (count) => {
      const references = randomParts(count, 1);
      const part = randomParts(1, 2)[0]!;
      const loaded = loadReferences(kernels, collectReferences(cells, references, units, twoSided));
      const { distances } = compareWithReferences(kernels, loaded, part);
      for (let cell = 0; cell < places; cell++) {
        const expected = distanceByDefinition(part, references, cell, -1);
        // Each of two values is rounded to the nearest step.
        expect(Math.abs(distances[cell]! - expected)).toBeLessThanOrEqual(1.01 / stepsPerUnit);
      }
    },
  );

  it('leaves out the part that is compared itself', () => {
    const references = randomParts(6, 3);
    const loaded = loadReferences(kernels, collectReferences(cells, references, units, twoSided));
    const own = compareWithReferences(kernels, loaded, references[2]!);
    const heldOut = compareWithReferences(kernels, loaded, references[2]!, 2);
    for (let cell = 0; cell < places; cell++) {
      expect(nearestCell(loaded.parts, own, cell)).toEqual({ part: 2, cell });
      expect(nearestCell(loaded.parts, heldOut, cell).part).not.toBe(2);
      const expected = distanceByDefinition(references[2]!, references, cell, 2);
      expect(Math.abs(heldOut.distances[cell]! - expected)).toBeLessThanOrEqual(1.01 / stepsPerUnit);
    }
  });

  it('does not hold less than a good part has against a one-sided channel', () => {
    const references = [units.map((unit) => unit.slice())];
    const loaded = loadReferences(kernels, collectReferences(cells, references, units, twoSided));
    const less = units.map((unit, c) => unit.map((value) => (c < twoSided ? value : value - 3)));
    expect([...compareWithReferences(kernels, loaded, less).distances]).toEqual(new Array(places).fill(0));
  });
});

describe('a thinned lattice', () => {
  const step = 2;
  const whole = randomParts(1, 7)[0]!;

  it('is compared as the whole one is, at the cells it has', () => {
    const references = collectReferences(cells, randomParts(9, 6), units, twoSided);
    const all = compareWithReferences(kernels, loadReferences(kernels, references), whole);
    const asked = whole.map((channel) => thin(cells, step, channel));
    const some = compareWithReferences(kernels, loadReferences(kernels, references, step), asked);
    expect(some.distances).toEqual(thin(cells, step, all.distances));
  });

  it('is filled in to the whole lattice without changing what was there', () => {
    const known = thin(cells, step, whole[0]!);
    const filled = fillIn(cells, step, known);
    expect(thin(cells, step, filled)).toEqual(known);
    // Row 0, column 1 lies half way between columns 0 and 2.
    expect(filled[1]).toBeCloseTo((known[0]! + known[1]!) / 2, 6);
    const even = { columns: 4, rows: 4, edge: 4 };
    const beyond = fillIn(even, step, Float32Array.of(1, 2, 3, 4));
    expect([beyond[3], beyond[15]]).toEqual([2, 4]);
  });
});

describe('exceptions', () => {
  const references = collectReferences(cells, randomParts(5, 4), units, channelCount);
  const loaded = loadReferences(kernels, references);
  const oddPlace = 17;
  const distances = Array.from({ length: 5 }, (_, part) =>
    new Float32Array(places).map((_, cell) => (part === 3 && cell === oddPlace ? 100 : 0.01)),
  );
  const bank = collectExceptions(references, distances, 1, 0);
  const loadedBank = loadBank(kernels, bank, places);

  it('are drawn from where good parts are unlike each other', () => {
    const share = bank.parts.reduce((count, part) => count + (part === 3 ? 1 : 0), 0) / bank.count;
    expect(share).toBeGreaterThan(0.99);
  });

  it('are allowed at every suspicious place, but not for the part that they are from', () => {
    const part = randomParts(5, 4)[3]!;
    const moved = part.map((channel) => new Float32Array(places).fill(channel[oddPlace]!));
    const allowed = compareWithReferences(kernels, loaded, moved).distances;
    const before = allowed.slice();
    allowExceptions(kernels, loadedBank, loaded, allowed);
    const near = before.toSorted()[Math.floor(0.5 * places)]!;
    const far = before.toSorted()[Math.ceil(0.7 * places)]!;
    allowed.forEach((distance, cell) => {
      if (before[cell]! >= far) expect(distance).toBeLessThan(1 / stepsPerUnit);
      if (before[cell]! <= near) expect(distance).toBeCloseTo(before[cell]!, 6);
    });
    const own = compareWithReferences(kernels, loaded, moved, 3).distances;
    const ownBefore = own.slice();
    allowExceptions(kernels, loadedBank, loaded, own, 3);
    expect([...own]).toEqual([...ownBefore]);
  });

  it('never raise a distance', () => {
    const part = randomParts(1, 9)[0]!;
    const found = compareWithReferences(kernels, loaded, part).distances;
    const before = found.slice();
    allowExceptions(kernels, loadedBank, loaded, found);
    found.forEach((distance, cell) => expect(distance).toBeLessThanOrEqual(before[cell]! + 1e-6));
  });
});
