import { Button, Stack } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconPhotoSearch } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { LoadingTiles } from '../../../components/Loading.tsx';
import { Problem } from '../../../components/Problem.tsx';
import { FactsPanel } from '../facts/FactsPanel.tsx';
import { MissingBanner } from '../missing/MissingBanner.tsx';
import type { Filter } from './filter.ts';
import { dependsOnLabels, everything } from './filter.ts';
import { FilterBar } from './FilterBar.tsx';
import styles from './GalleryView.module.css';
import { ImageGrid } from './ImageGrid.tsx';
import { LabelFilter } from './LabelFilter.tsx';
import type { LabelCounts } from './LabelFilter.tsx';
import { useGallery } from './use-gallery.ts';
import { useGalleryCommands } from './use-gallery-commands.ts';
import { useLabelling } from './use-labelling.ts';
import { useRemoval } from './use-removal.ts';

interface GalleryViewProps {
  counts: LabelCounts;
  defectTypes: readonly string[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
  readOnly: boolean;
}

const usualSide = 150;

/** All images of the project: find, look at, label. */
export function GalleryView({ counts, defectTypes, filter, onFilter, readOnly }: GalleryViewProps) {
  const { t } = useTranslation('images');
  const gallery = useGallery(filter);
  const { ids, selection } = gallery;
  const label = useLabelling(dependsOnLabels(filter));
  const remove = useRemoval();
  const search = useRef<HTMLInputElement>(null);
  const [side, setSide] = useLocalStorage({ key: 'images.side', defaultValue: usualSide });
  const [missingFolder, setMissingFolder] = useState<string | null>(null);
  const found = useCallback(() => setMissingFolder(null), []);

  const actions = useGalleryCommands({
    defectTypes,
    readOnly,
    onLabel: (chosen) => label(gallery.targets(), chosen),
    onRemove: () => remove(gallery.targets()),
    onSelectAll: gallery.selectAll,
    onSelectNone: gallery.selectNone,
    onSearch: () => search.current?.focus(),
  });

  return (
    <div className={styles.view}>
      <div className={styles.main}>
        <Stack gap="xs" className={styles.head}>
          <FilterBar filter={filter} onChange={onFilter} side={side} onSide={setSide} searchRef={search} />
          <LabelFilter counts={counts} defectTypes={defectTypes} filter={filter} onChange={onFilter} />
          {missingFolder !== null && <MissingBanner folder={missingFolder} onFound={found} />}
        </Stack>
        {gallery.error !== null ? (
          <Problem error={gallery.error} retry={gallery.refetch} />
        ) : ids === undefined ? (
          <div className={styles.loading}>
            <LoadingTiles tiles={24} side={side} />
          </div>
        ) : ids.length === 0 ? (
          <EmptyState
            icon={IconPhotoSearch}
            title={t('nothingFound.title')}
            text={t('nothingFound.text')}
            actions={
              <Button variant="default" onClick={() => onFilter({ ...everything, sort: filter.sort })}>
                {t('nothingFound.clear')}
              </Button>
            }
          />
        ) : (
          <ImageGrid
            query={gallery.query}
            ids={ids}
            selection={selection}
            side={side}
            onSelect={gallery.select}
            onFocus={gallery.focus}
            onMissing={setMissingFolder}
          />
        )}
      </div>
      <aside className={styles.facts} aria-label={t('facts.title')}>
        <FactsPanel
          imageId={ids?.[selection.focus] ?? null}
          selected={selection.ids.size}
          defectTypes={defectTypes}
          readOnly={readOnly}
          onLabel={actions.label}
          onNewType={actions.labelNew}
          onRemove={actions.remove}
        />
      </aside>
    </div>
  );
}
