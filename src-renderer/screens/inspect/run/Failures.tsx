import { Button, Drawer, ScrollArea, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileAlert } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { wordHappening } from '../../../../src-shared/errors/word-error.ts';
import { useEngine } from '../../../app/engine.ts';
import { LoadingLines } from '../../../components/Loading.tsx';
import { Problem } from '../../../components/Problem.tsx';
import { nameOf } from '../start/request.ts';

/** Which files could not be inspected, and why: behind a button that says how many. */
export function Failures({ runId, count }: { runId: number; count: number }) {
  const { t } = useTranslation('inspect');
  const { t: common } = useTranslation('common');
  const [isOpen, { open, close }] = useDisclosure(false);
  if (count === 0) return null;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFileAlert size={16} aria-hidden />}
        onClick={open}
      >
        {t('failures.button', { count })}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="right"
        size="lg"
        title={t('failures.title')}
        closeButtonProps={{ 'aria-label': common('action.close') }}
        scrollAreaComponent={ScrollArea.Autosize}
      >
        <FailureTable runId={runId} />
      </Drawer>
    </>
  );
}

function FailureTable({ runId }: { runId: number }) {
  const { t, i18n } = useTranslation('inspect');
  const { orpc } = useEngine();
  const failures = useQuery(orpc.runs.failures.queryOptions({ input: { runId } }));
  if (failures.error !== null) {
    return <Problem error={failures.error} retry={() => void failures.refetch()} />;
  }
  if (failures.data === undefined) return <LoadingLines />;
  return (
    <Table data-selectable verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('failures.file')}</Table.Th>
          <Table.Th>{t('failures.reason')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {failures.data.map(({ path, ...failure }) => (
          <Table.Tr key={path}>
            <Table.Td title={path}>
              <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                {nameOf(path)}
              </Text>
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{wordHappening(i18n.language, failure)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
