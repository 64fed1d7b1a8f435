import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ChartCard.module.css';

export interface ChartTableRow {
  key: string;
  /** The first names the row. */
  cells: readonly string[];
  /** Shows the parts behind the row. */
  onPick?: () => void;
}

export interface ChartTableProps {
  caption: string;
  head: readonly string[];
  rows: readonly ChartTableRow[];
}

/** What a chart shows, as numbers; each row opens what the bar or point of the chart opens. */
export function ChartTable({ caption, head, rows }: ChartTableProps) {
  const { t } = useTranslation('evaluate');
  return (
    // What scrolls has to be within reach of the keyboard.
    <div className={classes.table} role="group" aria-label={caption} tabIndex={0}>
      <Table stickyHeader verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {head.map((title, i) => (
              <Table.Th key={title} ta={i === 0 ? 'left' : 'right'}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, cells, onPick }) => (
            <Table.Tr key={key}>
              {cells.map((cell, i) => (
                <Table.Td key={head[i]} ta={i === 0 ? 'left' : 'right'}>
                  {i === 0 && onPick !== undefined ? (
                    <Anchor
                      component="button"
                      type="button"
                      fz="sm"
                      ta="left"
                      aria-label={t('charts.showParts', { what: cell })}
                      onClick={onPick}
                    >
                      {cell}
                    </Anchor>
                  ) : (
                    cell
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
