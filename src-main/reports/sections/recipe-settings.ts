import type { Recipe } from '../../../src-shared/domain/recipe.ts';

/**
 * Each setting of the recipe with its dotted name and its value as the recipe file has it. Lists of drawn shapes,
 * which may hold thousands of points, are given by their number only.
 */
export function recipeSettings(recipe: Recipe, shapes: (count: string) => string): [string, string][] {
  return flatten(recipe, '', shapes);
}

function flatten(value: unknown, name: string, shapes: (count: string) => string): [string, string][] {
  if (Array.isArray(value)) return [[name, shapes(String(value.length))]];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => {
      return flatten(inner, name === '' ? key : `${name}.${key}`, shapes);
    });
  }
  return [[name, String(value)]];
}
