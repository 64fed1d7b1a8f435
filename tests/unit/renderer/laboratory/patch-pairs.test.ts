import { expect, it } from 'vitest';
import { drawPatchPairs } from '../../../../src-renderer/screens/laboratory/patch-pairs.ts';

it('draws what was rebuilt under its original, in the grey of the original', () => {
  const originals = Float32Array.from([1, 1, 1, 1]);
  const rebuilt = Float32Array.from([0.5, 0.5, 0.5, 0.5]);
  const { width, height, pixels } = drawPatchPairs(originals, rebuilt, { count: 1, side: 2, columns: 1 });
  expect([width, height]).toEqual([2, 5]);
  const greyAt = (x: number, y: number) => pixels[4 * (y * width + x)];
  expect(greyAt(0, 0)).toBe(255);
  expect(greyAt(1, 4)).toBe(191);
});

it('draws a flat patch grey, though rounding has left it values that are not 0', () => {
  const originals = Float32Array.from([1, -1, 1, -1, 1e-8, 1e-8, 1e-8, 1e-8]);
  const rebuilt = Float32Array.from([1, -1, 1, -1, 3e-8, -2e-8, 1e-8, 0]);
  const { width, pixels } = drawPatchPairs(originals, rebuilt, { count: 2, side: 2, columns: 2 });
  for (const y of [0, 1, 3, 4])
    for (const x of [3, 4]) expect(Math.abs((pixels[4 * (y * width + x)] ?? 0) - 127.5)).toBeLessThan(1);
});
