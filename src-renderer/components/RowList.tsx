import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './RowList.module.css';

export interface RowListProps<Row> {
  label: string;
  rows: readonly Row[];
  /** In pixels. */
  rowHeight: number;
  keyOf: (row: Row) => string;
  /** Key of the chosen row. */
  chosen: string | null;
  onChoose: (row: Row) => void;
  render: (row: Row) => ReactNode;
  className?: string | undefined;
}

/** Rows of which one is chosen, by pointer or keys; only those in sight exist. */
export function RowList<Row>(props: RowListProps<Row>) {
  const { label, rows, rowHeight, keyOf, chosen, onChoose, render, className = '' } = props;
  const id = useId();
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const place = rows.findIndex((row) => keyOf(row) === chosen);
  useEffect(() => {
    if (place >= 0) virtualizer.scrollToIndex(place);
  }, [place, virtualizer]);

  function press(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((viewport?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      PageDown: place + page,
      PageUp: place - page,
      Home: 0,
      End: rows.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const row = rows[Math.min(rows.length - 1, Math.max(0, next))];
    if (row !== undefined) onChoose(row);
  }

  return (
    <div
      ref={setViewport}
      className={`${classes.list ?? ''} ${className}`}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={place < 0 ? undefined : `${id}-${place}`}
      onKeyDown={press}
    >
      <div className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return (
            row !== undefined && (
              <div
                key={key}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === place}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                className={classes.row}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
                onClick={() => onChoose(row)}
              >
                {render(row)}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
