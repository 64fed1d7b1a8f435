import { Drawer } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunScores } from '../../../src-shared/contract/runs.ts';
import { useNavigation } from '../../app/navigation.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { queryOf, selectParts } from './part-selection.ts';
import type { PartSelection } from './part-selection.ts';
import classes from './PartsDrawer.module.css';
import { PartRow, partRowHeight } from './PartRow.tsx';

export interface PartsDrawerProps {
  /** Closed when null. */
  shown: { what: string; selection: PartSelection } | null;
  onClose: () => void;
  runId: number;
  scores: RunScores;
}

/** The parts behind a bar, point, cell or row, most suspicious first. */
export function PartsDrawer({ shown, onClose, runId, scores }: PartsDrawerProps) {
  const { t } = useTranslation('evaluate');
  const places = useMemo(() => (shown === null ? [] : selectParts(scores, shown.selection)), [scores, shown]);
  return (
    <Drawer
      opened={shown !== null}
      onClose={onClose}
      position="right"
      size={460}
      title={shown === null ? '' : t('parts.title', { what: shown.what, count: places.length })}
      closeButtonProps={{ 'aria-label': t('parts.close') }}
      overlayProps={{ backgroundOpacity: 0.15 }}
      transitionProps={{ duration: 100 }}
      classNames={{ content: classes.content, body: classes.body }}
    >
      {shown !== null &&
        (places.length === 0 ? (
          <EmptyState icon={IconPhotoOff} title={t('parts.none')} text={t('parts.noneText')} />
        ) : (
          <PartList
            runId={runId}
            scores={scores}
            places={places}
            selection={shown.selection}
            onLeave={onClose}
          />
        ))}
    </Drawer>
  );
}

interface PartListProps {
  runId: number;
  scores: RunScores;
  places: readonly number[];
  selection: PartSelection;
  onLeave: () => void;
}

function PartList({ runId, scores, places, selection, onLeave }: PartListProps) {
  const { t } = useTranslation('evaluate');
  const { open } = useNavigation();
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null);
  const rows = useVirtualizer({
    count: places.length,
    getScrollElement: () => viewport,
    estimateSize: () => partRowHeight,
    overscan: 6,
  });
  return (
    <div ref={setViewport} className={classes.list}>
      <ul aria-label={t('parts.list')} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const place = places[index] ?? 0;
          const resultId = scores.resultIds[place] ?? 0;
          return (
            <li key={key} style={{ top: start, height: partRowHeight }}>
              <PartRow
                scores={scores}
                place={place}
                onOpen={() => {
                  onLeave();
                  open('part', { resultId, query: queryOf(runId, scores, selection) });
                }}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
