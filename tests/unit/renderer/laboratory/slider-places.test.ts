import { describe, expect, it } from 'vitest';
import { placeOf, settingAt } from '../../../../src-renderer/screens/laboratory/slider-places.ts';

const byMagnitude = { quantity: 'penalty', least: 0.1, most: 1000, step: null, standard: 15 } as const;
const inSteps = { quantity: 'missing', least: 0.25, most: 0.75, step: 0.05, standard: 0.5 } as const;

describe('the slider of a setting', () => {
  it('gives orders of magnitude equal room, and settings two figures', () => {
    expect(settingAt(1.176, byMagnitude)).toBe(15);
    expect(placeOf(1000, null) - placeOf(100, null)).toBeCloseTo(placeOf(1, null) - placeOf(0.1, null));
  });

  it('ends where the experiment does', () => {
    expect(settingAt(3.001, byMagnitude)).toBe(1000);
    expect(settingAt(-1.01, byMagnitude)).toBe(0.1);
  });

  it('gives steps without traces of binary fractions', () => {
    expect(settingAt(0.25 + 0.05 + 0.05, inSteps)).toBe(0.35);
    expect(placeOf(0.35, inSteps.step)).toBe(0.35);
  });
});
