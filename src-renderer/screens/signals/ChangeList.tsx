import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SignalDescription } from '../../../src-shared/contract/signals.ts';
import type { SignalMethod } from '../../../src-shared/domain/signal.ts';
import { useFormat } from '../../i18n/format.ts';
import { decimalsFor, withUnit } from './signal-axis.ts';
import classes from './SignalsScreen.module.css';

/** More change points than a person reads are a sign of too small a penalty. */
const mostListed = 200;

export interface ChangeListProps extends Pick<SignalDescription, 'changes' | 'time' | 'unit'> {
  /** What a change is of: the level, its slope, its curvature. */
  method: SignalMethod;
}

/** Where a signal changes, and by how much. */
export function ChangeList({ changes, time, unit, method }: ChangeListProps) {
  const { t } = useTranslation('signals');
  const format = useFormat();
  return (
    <section>
      <Title order={2} fz="md" mb="xs" id="signal-changes">
        {t('trend.list')}
      </Title>
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('trend.noChange')}
        </Text>
      ) : (
        <div className={classes.changes} tabIndex={0} role="region" aria-labelledby="signal-changes">
          <Table stickyHeader verticalSpacing={4} className="tabular">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('chart.sample')}</Table.Th>
                {time !== null && <Table.Th>{withUnit(time.name, time.unit)}</Table.Th>}
                <Table.Th>{t(`trend.sizes.${method}`, { unit: unit ?? '' })}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes.slice(0, mostListed).map((change) => (
                <Table.Tr key={change.place}>
                  <Table.Td>{format.number(change.place)}</Table.Td>
                  {time !== null && <Table.Td>{format.number(change.time ?? 0, 3)}</Table.Td>}
                  <Table.Td>
                    {change.size > 0 ? '+' : ''}
                    {format.number(change.size, decimalsFor(change.size))}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {changes.length > mostListed && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('trend.more', { count: changes.length - mostListed })}
        </Text>
      )}
    </section>
  );
}
