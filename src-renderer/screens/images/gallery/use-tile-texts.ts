import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../label.ts';
import { useLabelName } from '../use-label-name.ts';

export interface TileTexts {
  loading: string;
  unreadable: string;
  missing: string;
  duplicate: string;
  labelName: (label: Label) => string;
}

/** The texts of all tiles, looked up once for the grid: there are hundreds of tiles in a quick scroll. */
export function useTileTexts(): TileTexts {
  const { t } = useTranslation('images');
  const labelName = useLabelName();
  return useMemo(
    () => ({
      loading: t('grid.loading'),
      unreadable: t('grid.unreadable'),
      missing: t('grid.missing'),
      duplicate: t('grid.duplicate'),
      labelName,
    }),
    [t, labelName],
  );
}
