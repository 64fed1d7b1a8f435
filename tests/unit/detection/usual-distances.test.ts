import { describe, expect, it } from 'vitest';
import { learnUsual, relativeToUsual } from '../../../src-main/detection/normal/usual-distances.ts';
import { threadKernels } from '../../../src-main/engine/workers/kernels.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';

const kernels = threadKernels();
const cells = { columns: 40, rows: 30, edge: 4 };
const count = 1200;
const everywhere = new Uint8Array(count).fill(1);
const random = createRandom(11, 'usual');
/** Good parts are farther from each other on the right. */
const isRim = (cell: number) => cell % 40 >= 20;
const part = () =>
  Float32Array.from({ length: count }, (_, cell) =>
    isRim(cell) ? 6 + 2 * random.normal() : 1 + 0.5 * random.normal(),
  );
/** In memory of its own, since learning overwrites it. */
const allSeen = (maps: readonly Float32Array[]) => ({
  maps: maps.map((map) => map.slice()),
  unseen: maps.map(() => null),
});
/** Far from where one side becomes the other. */
const isClear = (cell: number) => Math.abs((cell % 40) - 20) > 8;
const moments = (map: Float32Array, wanted: (cell: number) => boolean) => {
  const values = [...map].filter((_, cell) => wanted(cell));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
};

describe('distances relative to what is usual at their place', () => {
  const { usual, relative } = learnUsual(
    kernels,
    cells,
    allSeen(Array.from({ length: 200 }, part)),
    everywhere,
  );
  const relativePart = (indicators: Float32Array) =>
    relativeToUsual(
      {
        indicators,
        structure: null,
        material: indicators,
        rebuilding: indicators,
        tints: null,
        unseen: null,
      },
      { indicators: usual, structure: null, material: usual, rebuilding: usual, tints: null },
    ).indicators;

  it('are alike where good parts vary much and where they vary little', () => {
    const unseenPart = relativePart(part());
    for (const map of [relative[0]!, unseenPart]) {
      const rim = moments(map, (cell) => isClear(cell) && isRim(cell));
      const surface = moments(map, (cell) => isClear(cell) && !isRim(cell));
      expect(Math.abs(rim.mean - surface.mean)).toBeLessThan(0.3);
      expect(rim.deviation).toBeCloseTo(1, 0);
      expect(surface.deviation).toBeCloseTo(1, 0);
    }
  });

  it('tell a defect on the plain surface that varies less than the rim of a hole does', () => {
    const scratched = part();
    const place = 15 * 40 + 5;
    scratched[place] = 5;
    const map = relativePart(scratched);
    expect(map.indexOf(Math.max(...map))).toBe(place);
    expect(scratched.indexOf(Math.max(...scratched))).not.toBe(place);
  });

  it('of a good part owe nothing to the part itself', () => {
    const maps = Array.from({ length: 8 }, part);
    const odd = maps.with(
      0,
      maps[0]!.map((value) => value + 100),
    );
    const place = 600;
    const before = learnUsual(kernels, cells, allSeen(maps), everywhere).relative[0]![place]!;
    const after = learnUsual(kernels, cells, allSeen(odd), everywhere).relative[0]![place]!;
    const { deviation } = learnUsual(kernels, cells, allSeen(maps.slice(1)), everywhere).usual;
    expect(after - before).toBeGreaterThan(60 / deviation[place]!);
  });
});

describe('what is usual', () => {
  it('is what holds everywhere, the less the place tells', () => {
    const noise = () => Float32Array.from({ length: count }, () => 3 + random.normal());
    const maps = allSeen(Array.from({ length: 30 }, noise));
    const { usual } = learnUsual(kernels, cells, maps, everywhere, { asFarAsExplained: true });
    expect(moments(usual.deviation, () => true).deviation).toBeLessThan(0.01);
    expect(moments(usual.mean, () => true).mean).toBeLessThan(0.3);
  });

  it('is known from the parts that show a place, and a part says nothing of what it does not show', () => {
    const hidden = (cell: number) => cell % 40 < 4;
    const maps = Array.from({ length: 30 }, part);
    const unseen = maps.map((_, i) =>
      i < 10 ? Uint8Array.from(everywhere, (_, cell) => (hidden(cell) ? 1 : 0)) : null,
    );
    const blanked = maps.map((map, i) => map.map((value, cell) => (unseen[i]?.[cell] === 1 ? 0 : value)));
    const { usual, relative } = learnUsual(kernels, cells, { maps: blanked, unseen }, everywhere);
    const whole = learnUsual(kernels, cells, allSeen(maps), everywhere).usual;
    const atBorder = (map: Float32Array) => moments(map, hidden).mean;
    expect(atBorder(usual.mean)).toBeCloseTo(atBorder(whole.mean), 1);
    relative[0]!.forEach((value, cell) => expect(value === -Infinity).toBe(hidden(cell)));
    expect(relative[20]!.every(Number.isFinite)).toBe(true);
  });

  it('leaves parts that are the same to the last bit without suspicion', () => {
    const same = part();
    const { relative } = learnUsual(kernels, cells, allSeen([same, same, same]), everywhere);
    for (const map of relative) expect(Math.max(...map)).toBeLessThan(10);
  });
});
