import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recipe } from '../../../../src-shared/domain/recipe.ts';
import { useEngine } from '../../../app/engine.ts';
import { notifyError } from '../../../app/errors.ts';
import { useUndo } from '../../../app/undo.ts';
import type { Regions } from './region-edits.ts';

export type RegionChange = 'add' | 'change' | 'remove' | 'removeAll';

export interface DraftRegions {
  /** Undefined until they are known. */
  regions: Regions | undefined;
  error: Error | null;
  refetch: () => void;
  /** Seen at once, saved, and can be undone. */
  change: (regions: Regions, what: RegionChange) => void;
}

/** The regions of the recipe that the next model is learnt with. */
export function useDraftRegions(): DraftRegions {
  const { client, orpc } = useEngine();
  const queryClient = useQueryClient();
  const undo = useUndo();
  const { t } = useTranslation('images');
  const { data, error, refetch } = useQuery(orpc.recipes.draft.queryOptions());

  const save = useCallback(
    async (regions: Regions) => {
      const queryKey = orpc.recipes.draft.queryKey();
      const draft = queryClient.getQueryData<Recipe>(queryKey) ?? (await client.recipes.draft());
      const recipe = { ...draft, regions };
      queryClient.setQueryData(queryKey, recipe);
      try {
        await client.recipes.saveDraft({ recipe });
      } catch (thrown) {
        void queryClient.invalidateQueries({ queryKey });
        throw thrown;
      }
    },
    [client, orpc, queryClient],
  );

  const regions = data?.regions;
  const change = (next: Regions, what: RegionChange) => {
    if (regions === undefined) return;
    undo.push({ label: t(`regions.undo.${what}`), undo: () => save(regions), redo: () => save(next) });
    save(next).catch(notifyError);
  };
  return { regions, error, refetch: () => void refetch(), change };
}
