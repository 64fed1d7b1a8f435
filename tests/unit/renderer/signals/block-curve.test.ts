import { expect, it } from 'vitest';
import { curvePath } from '../../../../src-renderer/screens/signals/block-curve.ts';

it('draws a curve from edge to edge, 0 in the middle and the strongest value at the margin', () => {
  expect(curvePath([0, 2, -2])).toBe('M0.00 22.00L50.00 3.00L100.00 41.00');
});

it('draws a level line for a curve of zeros', () => {
  expect(curvePath([0, 0])).toBe('M0.00 22.00L100.00 22.00');
});
