import type { RecipeInput } from '../../src-shared/domain/recipe.ts';

/** Learns in a fraction of a second, and well enough to tell a blot from a good part. */
export const quickRecipe: RecipeInput = {
  alignment: 'off',
  patch: { scales: 2 },
  dictionary: { atoms: 16, iterations: 2, patches: 512 },
};
