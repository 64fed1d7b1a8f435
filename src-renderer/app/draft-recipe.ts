import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Recipe } from '../../src-shared/domain/recipe.ts';
import { useEngine } from './engine.ts';

export interface DraftRecipe {
  /** Undefined until it is known. */
  readonly recipe: Recipe | undefined;
  readonly error: Error | null;
  readonly refetch: () => void;
  /** The newest, though it may not have been rendered yet. */
  readonly newest: () => Recipe | undefined;
  /** Seen at once; kept by the engine in the order of the changes. Fails when it could not be kept. */
  readonly keep: (edit: (recipe: Recipe) => Recipe) => Promise<void>;
}

/** The recipe that the next model is learnt with. */
export function useDraftRecipe(): DraftRecipe {
  const { client, orpc } = useEngine();
  const queryClient = useQueryClient();
  // Only this window changes it, and it shows each change at once: what the engine says meanwhile can only be older.
  const { data, error, refetch } = useQuery(orpc.recipes.draft.queryOptions({ staleTime: Infinity }));
  const { mutateAsync } = useMutation(
    orpc.recipes.saveDraft.mutationOptions({ scope: { id: 'draft recipe' } }),
  );
  const newest = useCallback(
    () => queryClient.getQueryData<Recipe>(orpc.recipes.draft.queryKey()),
    [orpc, queryClient],
  );
  const keep = useCallback(
    async (edit: (recipe: Recipe) => Recipe) => {
      const queryKey = orpc.recipes.draft.queryKey();
      const recipe = edit(newest() ?? (await client.recipes.draft()));
      queryClient.setQueryData(queryKey, recipe);
      try {
        await mutateAsync({ recipe });
      } catch (thrown) {
        void queryClient.invalidateQueries({ queryKey });
        throw thrown;
      }
    },
    [client, mutateAsync, newest, orpc, queryClient],
  );
  return { recipe: data, error, refetch: () => void refetch(), newest, keep };
}
