import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Recipe } from '../../../../src-shared/domain/recipe.ts';
import { useDraftRecipe } from '../../../app/draft-recipe.ts';
import { useEngine } from '../../../app/engine.ts';
import { notifyError } from '../../../app/errors.ts';
import { checkFields, fieldsOf, sameFields } from '../recipe/fields.ts';
import type { CheckedFields, RecipeFields } from '../recipe/fields.ts';
import type { SettingPath } from '../recipe/settings.ts';

/** Milliseconds of rest after which a change is kept. */
const saveDelay = 400;

export interface RecipeDraft extends CheckedFields {
  readonly fields: RecipeFields;
  readonly regions: Recipe['regions'];
  /** Whether anything differs from what was found from the images. */
  readonly changed: boolean;
  readonly change: (path: SettingPath, value: string | number) => void;
  readonly reset: () => void;
}

/** The recipe that the next model is learnt with, as fields; null until it is known. Sound changes are kept. */
export function useRecipeDraft(): { draft: RecipeDraft | null; error: Error | null; retry: () => void } {
  const { orpc } = useEngine();
  const saved = useDraftRecipe();
  const suggested = useQuery(orpc.recipes.suggest.queryOptions());
  const [edited, setEdited] = useState<RecipeFields | null>(null);

  const save = useDebouncedCallback(
    (recipe: Recipe) => {
      saved.keep(({ regions }) => ({ ...recipe, regions })).catch(notifyError);
    },
    { delay: saveDelay, flushOnUnmount: true },
  );

  const error = saved.error ?? suggested.error;
  const retry = () => {
    saved.refetch();
    void suggested.refetch();
  };
  if (saved.recipe === undefined || suggested.data === undefined) return { draft: null, error, retry };

  const { regions } = saved.recipe;
  const fields = edited ?? fieldsOf(saved.recipe);
  const defaults = fieldsOf(suggested.data.recipe);
  const edit = (next: RecipeFields) => {
    setEdited(next);
    const { recipe } = checkFields(next, regions);
    if (recipe !== null) save(recipe);
  };
  return {
    error,
    retry,
    draft: {
      ...checkFields(fields, regions),
      fields,
      regions,
      changed: !sameFields(fields, defaults),
      change: (path, value) => edit({ ...fields, [path]: value }),
      reset: () => edit(defaults),
    },
  };
}
