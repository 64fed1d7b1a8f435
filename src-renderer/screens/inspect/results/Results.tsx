import { Button } from '@mantine/core';
import { IconEye, IconFilterOff, IconHourglass, IconPhotoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../../app/navigation.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { LoadingLines } from '../../../components/Loading.tsx';
import { Problem } from '../../../components/Problem.tsx';
import { queryOf } from './filter.ts';
import type { RunView } from './filter.ts';
import { ResultGallery } from './ResultGallery.tsx';
import { ResultTable } from './ResultTable.tsx';
import { useResultCount } from './use-results.ts';

interface ResultsProps {
  runId: number;
  isLive: boolean;
  isWatching: boolean;
  view: RunView;
  place: number;
  onPlace: (place: number) => void;
  onChange: (changed: Partial<RunView>) => void;
}

/** The results of a view of a run, or why there are none. */
export function Results({ runId, isLive, isWatching, view, place, onPlace, onChange }: ResultsProps) {
  const { t } = useTranslation('inspect');
  const { open } = useNavigation();
  const query = queryOf(runId, view);
  const { data: total, error, refetch } = useResultCount(query, isLive);
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  if (total === undefined) return <LoadingLines lines={10} />;
  if (total === 0) {
    if (view.filter !== 'all' || view.text !== '') {
      return (
        <EmptyState
          icon={IconFilterOff}
          title={t('results.nothing.title')}
          text={t('results.nothing.text')}
          actions={
            <Button variant="default" onClick={() => onChange({ filter: 'all', text: '' })}>
              {t('results.nothing.action')}
            </Button>
          }
        />
      );
    }
    const kind = isWatching ? 'waitingForFiles' : isLive ? 'waiting' : 'none';
    return (
      <EmptyState
        icon={emptyIcons[kind]}
        title={t(`results.${kind}.title`)}
        text={t(`results.${kind}.text`)}
      />
    );
  }
  const list = {
    query,
    total,
    isLive,
    initialPlace: Math.min(place, total - 1),
    onPlace,
    onOpen: (resultId: number) => open('part', { resultId, query }),
  };
  // Another filter or order is another list: it begins at its own place.
  const key = JSON.stringify(query);
  if (view.layout === 'gallery') return <ResultGallery key={key} {...list} />;
  return (
    <ResultTable
      key={key}
      {...list}
      sort={view.sort}
      descending={view.descending}
      onSort={(sort, descending) => onChange({ sort, descending })}
    />
  );
}

const emptyIcons = { waiting: IconHourglass, waitingForFiles: IconEye, none: IconPhotoOff } as const;
