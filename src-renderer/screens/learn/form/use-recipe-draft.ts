import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Recipe } from '../../../../src-shared/domain/recipe.ts';
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
  const { client, orpc } = useEngine();
  const queryClient = useQueryClient();
  const saved = useQuery(orpc.recipes.draft.queryOptions());
  const suggested = useQuery(orpc.recipes.suggest.queryOptions());
  const [edited, setEdited] = useState<RecipeFields | null>(null);

  const save = useDebouncedCallback(
    (recipe: Recipe) => {
      queryClient.setQueryData(orpc.recipes.draft.queryKey(), recipe);
      client.recipes.saveDraft({ recipe }).catch((thrown: unknown) => notifyError(thrown));
    },
    { delay: saveDelay, flushOnUnmount: true },
  );

  const error = saved.error ?? suggested.error;
  const retry = () => {
    void saved.refetch();
    void suggested.refetch();
  };
  if (saved.data === undefined || suggested.data === undefined) return { draft: null, error, retry };

  const { regions } = saved.data;
  const fields = edited ?? fieldsOf(saved.data);
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
