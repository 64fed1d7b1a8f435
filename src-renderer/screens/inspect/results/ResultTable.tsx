import { Tooltip } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { flexRender, useTable } from '@tanstack/react-table';
import type { Header, Row, SortingState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../components/Problem.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { placeClicks } from './clicked-place.ts';
import { columnIds, features, resultColumns } from './columns.tsx';
import type { ColumnId, PlacedResult } from './columns.tsx';
import type { Sort } from './filter.ts';
import type { ResultListProps } from './result-list.ts';
import classes from './ResultTable.module.css';
import { useKeyboardPlace } from './use-keyboard-place.ts';
import { useResultRows } from './use-results.ts';

/** Height of a row, in pixels; the style sheet says the same. */
const rowHeight = 44;
/** Height of the heads of the columns, which stay in sight above the rows. */
const headHeight = 36;

interface ResultTableProps extends ResultListProps {
  sort: Sort;
  descending: boolean;
  onSort: (sort: Sort, descending: boolean) => void;
}

/** Results as rows. Only those in sight exist, and only their pages are fetched. */
export function ResultTable(props: ResultTableProps) {
  const { query, total, isLive, initialPlace, onPlace, onOpen, sort, descending, onSort } = props;
  const { t } = useTranslation('inspect');
  const format = useFormat();
  const id = useId();
  const viewport = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, height } = useElementSize();
  const ref = useMergedRef(viewport, sizeRef);

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: initialPlace * rowHeight,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const results = useResultRows(query, { first, last, total, isLive });
  const rows = Array.from({ length: last - first + 1 }, (_, i): PlacedResult => {
    const place = first + i;
    return { place, result: results.at(place) };
  });

  const columns = useMemo(() => resultColumns(format), [format]);
  const sorting: SortingState = sort === 'order' ? [] : [{ id: sort, desc: descending }];
  const table = useTable({
    features,
    columns,
    data: rows,
    manualSorting: true,
    getRowId: ({ place }) => String(place),
    state: { sorting },
    onSortingChange: (updater) => {
      const [next] = typeof updater === 'function' ? updater(sorting) : updater;
      const chosen = columnSorts.find((known) => known === next?.id);
      onSort(chosen ?? 'order', chosen !== undefined && next?.desc === true);
    },
  });

  const openPlace = (opened: number) => {
    const result = results.at(opened);
    if (result !== undefined) onOpen(result.id);
  };
  const { place, setPlace, onKeyDown } = useKeyboardPlace({
    total,
    columns: 1,
    rowsInSight: Math.floor(height / rowHeight) - 1,
    initial: initialPlace,
    onMove: (next) => {
      virtualizer.scrollToIndex(next, { align: 'auto' });
      onPlace(next);
    },
    onOpen: openPlace,
  });

  if (results.error !== null) return <Problem error={results.error} retry={results.refetch} />;
  return (
    <div
      ref={ref}
      className={classes.viewport}
      role="grid"
      tabIndex={0}
      aria-label={t('results.label')}
      aria-rowcount={total + 1}
      aria-colcount={columnIds.length}
      aria-activedescendant={place >= first && place <= last ? `${id}-${place}` : undefined}
      onKeyDown={(event) => {
        // The heads of the columns have keys of their own.
        if (event.target === event.currentTarget) onKeyDown(event);
      }}
    >
      {table.getHeaderGroups().map((group) => (
        <div key={group.id} role="row" aria-rowindex={1} className={classes.head}>
          {group.headers.map((header) => (
            <HeaderCell key={header.id} header={header} />
          ))}
        </div>
      ))}
      <div
        role="rowgroup"
        className={classes.rows}
        style={{ height: virtualizer.getTotalSize() }}
        {...placeClicks(setPlace, openPlace)}
      >
        {table.getRowModel().rows.map((row) => (
          <TableRow
            key={row.id}
            id={`${id}-${row.original.place}`}
            row={row}
            columns={columns}
            isSelected={row.original.place === place}
          />
        ))}
      </div>
    </div>
  );
}

interface TableRowProps {
  id: string;
  row: Row<typeof features, PlacedResult>;
  columns: unknown;
  isSelected: boolean;
}

/** Rows are made anew with every page that arrives; only those that show something else are drawn again. */
const TableRow = memo(
  function TableRow({ id, row, isSelected }: TableRowProps) {
    const { place, result } = row.original;
    return (
      <div
        id={id}
        role="row"
        aria-rowindex={place + 2}
        aria-selected={isSelected}
        aria-busy={result === undefined}
        data-place={place}
        className={classes.row}
        style={{ transform: `translateY(${place * rowHeight}px)` }}
      >
        {row.getAllCells().map((cell) => (
          <div key={cell.id} role="gridcell" className={classes.cell} data-column={cell.column.id}>
            {result !== undefined && flexRender(cell.column.columnDef.cell, cell.getContext())}
          </div>
        ))}
      </div>
    );
  },
  (before, after) =>
    before.id === after.id &&
    before.row.original.result === after.row.original.result &&
    before.columns === after.columns &&
    before.isSelected === after.isSelected,
);

const columnSorts = ['score', 'name', 'psnr', 'ssim', 'regions'] as const satisfies readonly Sort[];

const explained = { score: true, psnr: true, ssim: true, regions: true } as const;
const isExplained = (id: string): id is keyof typeof explained => id in explained;

function HeaderCell({ header }: { header: Header<typeof features, PlacedResult> }) {
  const { t } = useTranslation('inspect');
  const { column } = header;
  const id: ColumnId = columnIds.find((known) => known === column.id) ?? 'name';
  const sorted = column.getIsSorted();
  const name = t(`columns.${id}`);
  const title = column.getCanSort() ? (
    <button type="button" className={classes.sort} onClick={() => column.toggleSorting()}>
      {name}
      {sorted === 'asc' && <IconArrowUp size={14} aria-hidden />}
      {sorted === 'desc' && <IconArrowDown size={14} aria-hidden />}
    </button>
  ) : (
    <span>{name}</span>
  );
  return (
    <div
      role="columnheader"
      className={classes.cell}
      data-column={id}
      aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      {isExplained(id) ? (
        <Tooltip label={t(`explain.${id}`)} multiline maw={300}>
          {title}
        </Tooltip>
      ) : (
        title
      )}
    </div>
  );
}
