import { saveDraft, savedDraft } from '../../storage/records/draft-recipe.ts';
import { suggestRecipe } from '../use-cases/suggest-recipe.ts';
import type { Procedures, RouterContext } from './context.ts';

export function recipesRouter(procedures: Procedures['recipes'], { project }: RouterContext) {
  return {
    suggest: procedures.suggest.handler(() => suggestRecipe(project())),
    draft: procedures.draft.handler(() => savedDraft(project()) ?? suggestRecipe(project()).recipe),
    saveDraft: procedures.saveDraft.handler(({ input }) => saveDraft(project(), input.recipe)),
  };
}
