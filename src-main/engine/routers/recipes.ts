import { saveDraft, savedDraft } from '../../storage/records/draft-recipe.ts';
import { suggestRecipe } from '../use-cases/suggest-recipe.ts';
import type { Procedures, RouterContext } from './context.ts';

export function recipesRouter(procedures: Procedures['recipes'], context: RouterContext) {
  return {
    suggest: procedures.suggest.handler(() => suggestRecipe(context.project())),
    draft: procedures.draft.handler(
      () => savedDraft(context.project()) ?? suggestRecipe(context.project()).recipe,
    ),
    saveDraft: procedures.saveDraft.handler(({ input }) => saveDraft(context.project(), input.recipe)),
  };
}
