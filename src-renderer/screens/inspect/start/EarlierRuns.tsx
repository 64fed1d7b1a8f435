import { Anchor, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../../src-shared/contract/runs.ts';
import { useFormat } from '../../../i18n/format.ts';
import { runName } from '../run/run-name.ts';
import { ShareBar } from '../run/ShareBar.tsx';

interface EarlierRunsProps {
  runs: readonly RunSummary[];
  onOpen: (runId: number) => void;
}

/** What was inspected before, newest first. */
export function EarlierRuns({ runs, onOpen }: EarlierRunsProps) {
  const { t } = useTranslation('inspect');
  const format = useFormat();
  return (
    <section aria-label={t('older.title')}>
      <Title order={2} size="h5" mb="sm">
        {t('older.title')}
      </Title>
      {runs.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('older.none')}
        </Text>
      ) : (
        <Table highlightOnHover verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('list.title')}</Table.Th>
              <Table.Th>{t('list.date')}</Table.Th>
              <Table.Th ta="right">{t('list.parts')}</Table.Th>
              <Table.Th w="35%">{t('summary.shares')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map((run) => (
              <Table.Tr key={run.id}>
                <Table.Td>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    ta="start"
                    onClick={() => onOpen(run.id)}
                  >
                    {runName(t, run)}
                  </Anchor>
                  {run.state !== 'done' && <RunState state={run.state} />}
                </Table.Td>
                <Table.Td className="tabular">{format.date(run.startedAt)}</Table.Td>
                <Table.Td ta="right" className="tabular">
                  {format.number(run.counts.total)}
                </Table.Td>
                <Table.Td>
                  <ShareBar counts={run.counts} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

function RunState({ state }: { state: string }) {
  const { t } = useTranslation('inspect');
  const known = states.find((one) => one === state);
  return (
    <Text size="xs" c="dimmed">
      {known === undefined ? state : t(`state.${known}`)}
    </Text>
  );
}

const states = ['running', 'done', 'failed', 'cancelled', 'interrupted'] as const;
