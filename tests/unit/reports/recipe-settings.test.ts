import { describe, expect, it } from 'vitest';
import { recipeSettings } from '../../../src-main/reports/sections/recipe-settings.ts';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';

describe('the recipe in the appendix', () => {
  it('lists every setting under its name and counts drawn shapes', () => {
    const recipe = recipeSchema.parse({
      regions: { inspect: [{ kind: 'rectangle', x: 0, y: 0, width: 5, height: 5 }] },
    });
    const settings = new Map(recipeSettings(recipe, (count) => `${count} shapes`));
    expect(settings.get('regions.inspect')).toBe('1 shapes');
    expect(settings.get('patch.size')).toBe('8');
    expect(settings.get('decision.falseRejectRate')).toBe('0.02');
  });
});
