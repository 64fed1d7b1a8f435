import { describe, expect, it } from 'vitest';
import { placeDefect } from '../../../src-main/detection/study/place-defect.ts';
import { brightnessRange, plantDefect } from '../../../src-main/detection/study/plant-defect.ts';
import type { PlantedDefect } from '../../../src-main/detection/study/planted-defect.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { defectKinds } from '../../../src-shared/domain/study.ts';

const random = createRandom(2);
const size = { width: 120, height: 90 };
/** A dark hole on a bright surface with a little noise. */
const part = {
  ...size,
  data: Float32Array.from({ length: 120 * 90 }, (_, i) => {
    const inHole = Math.hypot((i % 120) - 60, Math.floor(i / 120) - 45) < 10;
    return (inHole ? 0.1 : 0.6) + 0.01 * random.normal();
  }),
};
const defect = (changes: Partial<PlantedDefect>): PlantedDefect => ({
  kind: 'pit',
  size: 12,
  x: 30,
  y: 30,
  angle: 0.4,
  contrast: 0.4,
  seed: 3,
  ...changes,
});
const areaOf = (mask: Uint8Array) => mask.reduce((sum, inside) => sum + inside, 0);

describe('a synthetic defect', () => {
  it.each(defectKinds)(
    'changes only what its mask and its rim cover, and stays within the range: %s',
    (kind) => {
      const planted = plantDefect(part, defect({ kind, x: 60, y: 45, size: 24 }));
      let outside = 0;
      let inside = 0;
      planted.plane.data.forEach((value, i) => {
        expect(value >= 0 && value <= 1).toBe(true);
        const [dx, dy] = [(i % 120) - 60, Math.floor(i / 120) - 45];
        const change = Math.abs(value - part.data[i]!);
        if (Math.hypot(dx, dy) > 24) outside += change;
        if (planted.mask[i] === 1) inside += change;
      });
      expect(outside).toBe(0);
      expect(inside).toBeGreaterThan(0);
      expect(plantDefect(part, defect({ kind, x: 60, y: 45, size: 24 }))).toEqual(planted);
    },
  );

  it('has the size that is asked for', () => {
    expect(areaOf(plantDefect(part, defect({ kind: 'pit' })).mask) / (Math.PI * 36)).toBeCloseTo(1, 1);
    const columns = new Set<number>();
    plantDefect(part, defect({ kind: 'scratch', size: 40, angle: 0, x: 60 })).mask.forEach((inside, i) => {
      if (inside === 1) columns.add(i % 120);
    });
    expect(columns.size).toBeGreaterThan(35);
    expect(columns.size).toBeLessThanOrEqual(41);
  });

  it('differs in brightness by the stated share of the range of the part', () => {
    const { plane } = plantDefect(part, defect({ kind: 'pit', contrast: 0.3 }));
    const at = 30 * 120 + 30;
    expect(part.data[at]! - plane.data[at]!).toBeCloseTo(0.3 * brightnessRange(part), 5);
  });

  it('makes a hole disappear when it is missing, and its edge soft when it is blurred', () => {
    const missing = plantDefect(part, defect({ kind: 'missing', x: 60, y: 45, size: 30 })).plane.data;
    expect(missing[45 * 120 + 60]).toBeGreaterThan(0.5);
    const blurred = plantDefect(part, defect({ kind: 'blur', x: 60, y: 45, size: 40 })).plane.data;
    const step = (data: Float32Array) => data[45 * 120 + 71]! - data[45 * 120 + 69]!;
    expect(step(blurred)).toBeLessThan(0.5 * step(part.data));
  });

  it('lies where parts are inspected, wholly within the picture', () => {
    const cells = { columns: 12, rows: 9 };
    const inspected = Uint8Array.from({ length: 108 }, (_, cell) => (cell % 12 >= 6 ? 1 : 0));
    for (let seed = 0; seed < 50; seed++) {
      const to = { kind: 'pit', contrast: 'faint', size: 10, seed } as const;
      const { x, y } = placeDefect(part, { cells, inspected }, to);
      expect(x).toBeGreaterThanOrEqual(60);
      expect(x).toBeLessThanOrEqual(115);
      expect(y).toBeGreaterThanOrEqual(5);
      expect(y).toBeLessThanOrEqual(85);
    }
  });

  it('is put where there is something to miss when it is missing', () => {
    const cells = { columns: 24, rows: 18 };
    const inspected = new Uint8Array(24 * 18).fill(1);
    const distances = Array.from({ length: 30 }, (_, seed) => {
      const { x, y } = placeDefect(
        part,
        { cells, inspected },
        { kind: 'missing', contrast: null, size: 20, seed },
      );
      return Math.hypot(x - 60, y - 45);
    });
    expect(distances.filter((distance) => distance < 22).length).toBeGreaterThan(24);
  });
});
