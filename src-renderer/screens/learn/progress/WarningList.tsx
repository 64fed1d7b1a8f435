import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JobWarning } from '../../../../src-shared/contract/job.ts';

/** A suspicious picture is named and learnt from all the same. */
const isLeftOut = ({ path, code }: JobWarning) => path !== undefined && code !== 'image.suspicious';

/** What went wrong for single files, and what to do about each. */
export function WarningList({ warnings }: { warnings: readonly JobWarning[] }) {
  const { t } = useTranslation('learn');
  if (warnings.length === 0) return null;
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('progress.warnings', { count: warnings.length })}
      data-selectable
    >
      <Stack gap="xs">
        {warnings.some(isLeftOut) && <Text size="sm">{t('progress.warningsHint')}</Text>}
        <List size="sm" mah={180} style={{ overflow: 'auto' }}>
          {warnings.map(({ message, next, path }, index) => (
            <List.Item key={`${path ?? ''}-${index}`}>
              {message} {next}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Alert>
  );
}
