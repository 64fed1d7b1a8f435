import { useTranslation } from 'react-i18next';
import { useDraftRecipe } from '../../../app/draft-recipe.ts';
import { notifyError } from '../../../app/errors.ts';
import { useUndo } from '../../../app/undo.ts';
import type { Regions } from './region-edits.ts';

export type RegionChange = 'add' | 'change' | 'remove' | 'removeAll';

export interface DraftRegions {
  /** Undefined until they are known. */
  regions: Regions | undefined;
  error: Error | null;
  refetch: () => void;
  /** Seen at once, saved, and can be undone. Changes the newest regions, though they may not be on the screen yet. */
  change: (edit: (regions: Regions) => Regions, what: RegionChange) => void;
}

/** The regions of the recipe that the next model is learnt with. */
export function useDraftRegions(): DraftRegions {
  const undo = useUndo();
  const { t } = useTranslation('images');
  const { recipe, error, refetch, newest, keep } = useDraftRecipe();

  const save = (regions: Regions) => keep((draft) => ({ ...draft, regions }));
  const change = (edit: (regions: Regions) => Regions, what: RegionChange) => {
    const before = newest()?.regions;
    if (before === undefined) return;
    const next = edit(before);
    if (next === before) return;
    undo.push({ label: t(`regions.undo.${what}`), undo: () => save(before), redo: () => save(next) });
    save(next).catch(notifyError);
  };
  return { regions: recipe?.regions, error, refetch, change };
}
