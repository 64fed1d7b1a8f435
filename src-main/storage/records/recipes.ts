import { createHash } from 'node:crypto';
import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import type { OpenProject } from '../open-project.ts';
import { eq } from '../query-builder.ts';
import { recipes } from '../schema.ts';
import { fromJson } from './json-column.ts';

/**
 * Keeps a recipe; the same recipe is kept once.
 *
 * @param createdAt ISO 8601, UTC
 * @returns its id
 */
export function putRecipe(project: OpenProject, recipe: Recipe, createdAt: string): number {
  // The schema writes keys in its own order, so equal recipes are equal texts.
  const json = JSON.stringify(recipeSchema.parse(recipe));
  const hash = createHash('sha256').update(json).digest('hex');
  return project.transaction((database) => {
    const known = database.select({ id: recipes.id }).from(recipes).where(eq(recipes.hash, hash)).get();
    if (known !== undefined) return known.id;
    return database.insert(recipes).values({ hash, json, createdAt }).returning({ id: recipes.id }).get().id;
  });
}

/** A recipe as its column holds it. */
export function parseRecipe(json: string): Recipe {
  return fromJson(recipeSchema, json, 'recipes.json');
}
