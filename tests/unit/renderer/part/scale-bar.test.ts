import { describe, expect, it } from 'vitest';
import { scaleBar } from '../../../../src-renderer/viewer/scale-bar.ts';

describe('the scale bar', () => {
  it('has a round length that fits the space', () => {
    expect(scaleBar(1, 1, 120)).toEqual({ length: 100, width: 100 });
    expect(scaleBar(1, 0.1, 120)).toEqual({ length: 1000, width: 100 });
    expect(scaleBar(1, 16, 120)).toEqual({ length: 5, width: 80 });
  });

  it('tells millimetres when the size of a pixel is known', () => {
    const bar = scaleBar(0.02, 2, 120);
    expect(bar.length).toBeCloseTo(1);
    expect(bar.width).toBeCloseTo(100);
  });
});
