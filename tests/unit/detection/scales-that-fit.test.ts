import { describe, expect, it } from 'vitest';
import { scalesThatFit } from '../../../src-main/detection/working-image.ts';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';

const fit = (width: number, height: number, patch = {}) =>
  scalesThatFit({ width, height }, recipeSchema.parse({ patch }));

describe('the scales that a part has room for', () => {
  it('leave four patches side by side on the coarsest', () => {
    expect([8, 63, 64, 128, 255, 256].map((edge) => fit(edge, 1000))).toEqual([1, 1, 2, 3, 3, 4]);
    expect(fit(1000, 64)).toBe(2);
    expect(fit(128, 128, { size: 16, stride: 8 })).toBe(2);
  });

  it('are no more than the recipe asks for', () => {
    expect(fit(1000, 1000)).toBe(4);
    expect(fit(1000, 1000, { scales: 2 })).toBe(2);
  });

  it('are at least one, or the part is too small', () => {
    expect(() => fit(7, 100)).toThrow(expect.objectContaining({ code: 'image.too-small' }));
  });
});
