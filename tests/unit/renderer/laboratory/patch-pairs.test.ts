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
