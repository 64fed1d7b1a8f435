import { describe, expect, it } from 'vitest';
import { shouldAlign } from '../../../src-main/detection/learn/alignment.ts';

const agreements = (...pairs: [before: number, after: number][]) =>
  pairs.map(([before, after]) => ({ before, after }));

describe('good parts are moved onto a reference part', () => {
  it('when that makes them clearly more alike', () => {
    expect(shouldAlign('auto', agreements([0.4, 0.95], [0.7, 0.98], [0.6, 0.96], [0.1, 0.94]))).toBe(true);
  });

  it('not when they lie alike already', () => {
    expect(shouldAlign('auto', agreements([0.98, 0.982], [0.8, 0.81], [0.9, 0.901]))).toBe(false);
  });

  it('not when only some of them have a picture in common', () => {
    expect(
      shouldAlign('auto', agreements([0.1, 0.64], [-0.2, 0.96], [0.4, 0.63], [0, 0.97], [0, 0.76])),
    ).toBe(false);
  });

  it('always or never when the recipe says so', () => {
    expect(shouldAlign('on', [])).toBe(true);
    expect(shouldAlign('off', agreements([0, 1]))).toBe(false);
  });
});
