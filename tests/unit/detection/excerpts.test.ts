import { describe, expect, test } from 'vitest';
import { excerptMeans } from '../../../src-main/detection/explain/excerpts.ts';

const everywhere = (cells: number) => new Uint8Array(cells).fill(1);

describe('evidence over excerpts', () => {
  test('is the logarithm of the mean over the most suspicious cells, wherever they are', () => {
    const map = Float32Array.from({ length: 1000 }, (_, cell) => (cell * 7) % 1000);
    const [pit, crack, stain, wide] = excerptMeans(map, everywhere(1000));
    const meanOfStrongest = (cells: number) => Math.log(999 - (cells - 1) / 2);
    expect(pit).toBeCloseTo(meanOfStrongest(12), 6);
    expect(crack).toBeCloseTo(meanOfStrongest(50), 6);
    expect(stain).toBeCloseTo(meanOfStrongest(200), 6);
    expect(wide).toBeCloseTo(meanOfStrongest(800), 6);
  });

  test('tells a pit from a stain', () => {
    const pit = new Float32Array(1000).fill(0.1).fill(4, 0, 12);
    const stain = new Float32Array(1000).fill(0.1).fill(2, 0, 200);
    const [strongestOfPit, , , wideOfPit] = excerptMeans(pit, everywhere(1000));
    const [strongestOfStain, , , wideOfStain] = excerptMeans(stain, everywhere(1000));
    expect(strongestOfPit).toBeGreaterThan(strongestOfStain!);
    expect(wideOfPit).toBeLessThan(wideOfStain!);
  });

  test('leaves out what is not inspected, and takes all there is of a small part', () => {
    const map = Float32Array.from([9, 1, 1, 3, 9]);
    const means = excerptMeans(map, Uint8Array.from([0, 1, 1, 1, 0]));
    for (const mean of means) expect(mean).toBeCloseTo(Math.log(5 / 3), 6);
    for (const mean of excerptMeans(map, new Uint8Array(5))) expect(mean).toBeLessThan(-10);
  });
});
