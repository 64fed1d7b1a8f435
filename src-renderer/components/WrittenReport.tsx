import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCheck, IconExternalLink, IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReportOutcome } from '../../src-shared/contract/outcomes.ts';
import { notifyError } from '../app/errors.ts';
import { useShell } from '../app/shell.ts';
import { useFormat } from '../i18n/format.ts';

/** Where the report is, and ways to it. */
export function WrittenReport({ outcome }: { outcome: ReportOutcome }) {
  const { t } = useTranslation('reports');
  const { bytes } = useFormat();
  const shell = useShell();
  const go = (way: Promise<void>) => {
    way.catch((error: unknown) => notifyError(error));
  };
  const parts = t('export.parts', { count: outcome.parts });
  return (
    <Alert
      role="status"
      color="teal"
      bg="var(--decision-pass-fill)"
      styles={{ title: { color: 'var(--decision-pass-text)' } }}
      variant="light"
      icon={<IconCheck aria-hidden />}
      title={t('export.done')}
    >
      <Text size="sm" data-selectable style={{ overflowWrap: 'anywhere' }}>
        {outcome.out}
      </Text>
      <Text size="xs" c="dimmed">
        {t('export.size', { size: bytes(outcome.bytes), parts })}
      </Text>
      <Group gap="xs" mt="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconExternalLink aria-hidden size={15} />}
          onClick={() => go(shell.openPath(outcome.out))}
        >
          {t('export.open')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolder aria-hidden size={15} />}
          onClick={() => go(shell.showInFolder(outcome.out))}
        >
          {t('export.showInFolder')}
        </Button>
      </Group>
    </Alert>
  );
}
