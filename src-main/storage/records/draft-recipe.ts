import { recipeSchema } from '../../../src-shared/domain/recipe.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import type { OpenProject } from '../open-project.ts';
import { project as table } from '../schema.ts';
import { fromJson, toJson } from './json-column.ts';

/** The recipe that a person has prepared for the next model; null when nobody has. */
export function savedDraft(project: OpenProject): Recipe | null {
  return project.read((database) => {
    const row = database.select({ draft: table.draftRecipe }).from(table).get();
    const draft = row?.draft ?? null;
    return draft === null ? null : fromJson(recipeSchema, draft, 'project.draft_recipe');
  });
}

export function saveDraft(project: OpenProject, recipe: Recipe): void {
  project.transaction((database) => {
    database
      .update(table)
      .set({ draftRecipe: toJson(recipeSchema, recipe) })
      .run();
  });
}
