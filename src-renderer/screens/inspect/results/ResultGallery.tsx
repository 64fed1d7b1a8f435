import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultRow } from '../../../../src-shared/contract/results.ts';
import { DecisionBadge } from '../../../components/DecisionBadge.tsx';
import { ImageThumbnail } from '../../../components/ImageThumbnail.tsx';
import { Problem } from '../../../components/Problem.tsx';
import { VerdictBadge } from '../../../components/VerdictBadge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { placeClicks } from './clicked-place.ts';
import type { ResultListProps } from './result-list.ts';
import classes from './ResultGallery.module.css';
import { useKeyboardPlace } from './use-keyboard-place.ts';
import { useResultRows } from './use-results.ts';

/** The smallest width of a tile, in pixels; those of a row share what is left over. */
const tileWidth = 180;
/** Below the picture: name, decision and score. */
const captionHeight = 62;
const gap = 12;
const margin = 20;

/** Results as pictures. Only the rows in sight exist, and only their pages are fetched. */
export function ResultGallery(props: ResultListProps) {
  const { query, total, isLive, initialPlace, onPlace, onOpen } = props;
  const { t } = useTranslation('inspect');
  const id = useId();
  const viewport = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width, height } = useElementSize();
  const ref = useMergedRef(viewport, sizeRef);

  const columns = Math.max(1, Math.floor((width + gap) / (tileWidth + gap)));
  const side = Math.floor((width - gap * (columns - 1)) / columns);
  const rowHeight = side + captionHeight + gap;
  const virtualizer = useVirtualizer({
    count: width === 0 ? 0 : Math.ceil(total / columns),
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 2,
    paddingStart: margin,
    paddingEnd: margin,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const items = virtualizer.getVirtualItems();
  const first = (items[0]?.index ?? 0) * columns;
  const last = Math.min(total, ((items.at(-1)?.index ?? -1) + 1) * columns) - 1;
  const results = useResultRows(query, { first, last, total, isLive });
  const openPlace = (opened: number) => {
    const result = results.at(opened);
    if (result !== undefined) onOpen(result.id);
  };
  const { place, setPlace, onKeyDown } = useKeyboardPlace({
    total,
    columns,
    rowsInSight: Math.floor(height / rowHeight),
    initial: initialPlace,
    onMove: (next) => {
      virtualizer.scrollToIndex(Math.floor(next / columns), { align: 'auto' });
      onPlace(next);
    },
    onOpen: openPlace,
  });

  // Where the list was left comes into sight again, once it is known how many columns there are.
  const restored = useRef(false);
  useEffect(() => {
    if (restored.current || width === 0 || total === 0) return;
    restored.current = true;
    virtualizer.scrollToIndex(Math.floor(initialPlace / columns), { align: 'center' });
  }, [virtualizer, width, total, columns, initialPlace]);

  if (results.error !== null) return <Problem error={results.error} retry={results.refetch} />;
  return (
    <div
      ref={ref}
      role="listbox"
      className={classes.viewport}
      tabIndex={0}
      aria-label={t('results.label')}
      aria-activedescendant={place >= first && place <= last ? `${id}-${place}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className={classes.rows}
        style={{ height: virtualizer.getTotalSize() }}
        {...placeClicks(setPlace, openPlace)}
      >
        {items.map((item) => (
          <div
            key={item.key}
            role="presentation"
            className={classes.row}
            style={{
              transform: `translateY(${item.start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              gap,
            }}
          >
            {Array.from({ length: Math.min(columns, total - item.index * columns) }, (_, column) => {
              const tile = item.index * columns + column;
              return (
                <ResultTile
                  key={tile}
                  id={`${id}-${tile}`}
                  place={tile}
                  total={total}
                  isChosen={tile === place}
                  side={side}
                  result={results.at(tile)}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

interface ResultTileProps {
  id: string;
  place: number;
  total: number;
  isChosen: boolean;
  side: number;
  result: ResultRow | undefined;
}

const ResultTile = memo(function ResultTile(props: ResultTileProps) {
  const { id, place, total, isChosen, side, result } = props;
  const format = useFormat();
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-busy={result === undefined}
      aria-posinset={place + 1}
      aria-setsize={total}
      className={classes.tile}
      data-decision={result?.decision}
      data-place={place}
    >
      <div className={classes.picture} style={{ height: side }}>
        {result !== undefined && (
          <ImageThumbnail imageId={result.imageId} side={384} alt="" className={classes.image} />
        )}
      </div>
      {result !== undefined && (
        <div className={classes.caption} style={{ height: captionHeight }}>
          <span className={classes.name} title={result.path}>
            {result.name}
          </span>
          <span className={classes.facts}>
            <DecisionBadge decision={result.decision} size="sm" />
            {result.verdict !== null && <VerdictBadge verdict={result.verdict.decision} />}
            <span className={classes.score}>{format.fixed(result.score, 2)}</span>
          </span>
        </div>
      )}
    </div>
  );
});
