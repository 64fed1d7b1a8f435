import { useElementSize, useMergedRef } from '@mantine/hooks';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageQuery } from '../../../../src-shared/contract/images.ts';
import { Problem } from '../../../components/Problem.tsx';
import { commonFolder } from '../missing/moved-folder.ts';
import { layOut, placeAfter } from './grid-geometry.ts';
import styles from './ImageGrid.module.css';
import { ImageTile } from './ImageTile.tsx';
import type { Selection, SelectionMode } from './selection.ts';
import { useImageRows } from './use-image-rows.ts';
import { useTileTexts } from './use-tile-texts.ts';

interface ImageGridProps {
  query: ImageQuery;
  ids: readonly number[];
  selection: Selection;
  /** Smallest edge of a picture, in CSS pixels. */
  side: number;
  onSelect: (place: number, mode: SelectionMode) => void;
  /** Moves the focus and leaves the selection. */
  onFocus: (place: number) => void;
  /** Images in sight have lost their files; the folder that holds them all. */
  onMissing: (folder: string) => void;
}

/** Below the picture: name and label. */
const captionHeight = 44;
/** Padding and border of a tile on both sides. */
const tileRoom = 22;

/** All images of a query. Only the rows in sight exist, and only they cost anything. */
export function ImageGrid({ query, ids, selection, side, onSelect, onFocus, onMissing }: ImageGridProps) {
  const { t } = useTranslation('images');
  const texts = useTileTexts();
  const viewport = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width, height } = useElementSize();
  const ref = useMergedRef(viewport, sizeRef);

  const { columns, rows, cellWidth } = layOut(ids.length, width, side + tileRoom);
  const pictureSide = Math.floor(cellWidth - tileRoom);
  const rowHeight = pictureSide + tileRoom + captionHeight;
  const focusRow = Math.floor(selection.focus / columns);
  const virtualizer = useVirtualizer({
    count: width === 0 ? 0 : rows,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 2,
    // Scrolling is the browser's own; rows that follow a moment later are better than a frame that waits for them.
    useFlushSync: false,
    paddingStart: 4,
    paddingEnd: 8,
    // The row that has the focus is kept, wherever it is scrolled to: the keyboard must not lose its place.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return focusRow >= rows || seen.includes(focusRow) ? seen : [...seen, focusRow].sort((a, b) => a - b);
    },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const inSight = virtualizer.range;
  const first = (inSight?.startIndex ?? 0) * columns;
  const last = ((inSight?.endIndex ?? 0) + 1) * columns - 1;
  const images = useImageRows(query, first, last, ids.length);

  const missingFolder = commonFolder(images.missing);
  useEffect(() => {
    if (missingFolder !== null) onMissing(missingFolder);
  }, [missingFolder, onMissing]);

  // The place itself, not that there is one: an effect of an earlier picture may run after the key was pressed.
  const wantedFocus = useRef<number | null>(null);
  const moveTo = (place: number) => {
    wantedFocus.current = place;
    virtualizer.scrollToIndex(Math.floor(place / columns), { align: 'auto' });
  };
  useEffect(() => {
    if (wantedFocus.current === null) return;
    const cell = viewport.current?.querySelector<HTMLElement>(`[data-place="${wantedFocus.current}"]`);
    if (cell === null || cell === undefined) return;
    wantedFocus.current = null;
    cell.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === ' ') {
      event.preventDefault();
      onSelect(selection.focus, 'toggle');
      return;
    }
    const rowsInSight = Math.floor(height / rowHeight);
    const place = placeAfter(selection.focus, { key: event.key, total: ids.length, columns, rowsInSight });
    if (place === null || event.altKey) return;
    event.preventDefault();
    moveTo(place);
    if (mod && !event.shiftKey) onFocus(place);
    else onSelect(place, event.shiftKey ? 'range' : 'replace');
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    if (place === null) return;
    wantedFocus.current = place;
    const mod = event.ctrlKey || event.metaKey;
    onSelect(place, event.shiftKey ? 'range' : mod ? 'toggle' : 'replace');
  };

  if (images.error !== null) return <Problem error={images.error} retry={images.refetch} />;
  return (
    <div
      ref={ref}
      role="grid"
      className={styles.viewport}
      aria-label={t('grid.label')}
      aria-multiselectable
      aria-rowcount={rows}
      aria-colcount={columns}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="presentation" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => (
          <div
            key={row.key}
            role="row"
            aria-rowindex={row.index + 1}
            className={styles.row}
            style={{ height: row.size, transform: `translateY(${row.start}px)` }}
          >
            {ids.slice(row.index * columns, (row.index + 1) * columns).map((id, column) => {
              const place = row.index * columns + column;
              return (
                <ImageTile
                  key={id}
                  place={place}
                  column={column}
                  image={images.at(place)}
                  selected={selection.ids.has(id)}
                  focusable={place === selection.focus}
                  width={cellWidth}
                  side={pictureSide}
                  texts={texts}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function placeOf(target: EventTarget): number | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  const place = cell?.dataset.place;
  return place === undefined ? null : Number(place);
}
