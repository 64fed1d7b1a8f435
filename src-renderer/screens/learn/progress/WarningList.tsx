import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JobWarning } from '../../../../src-shared/contract/job.ts';
import { wordError } from '../../../../src-shared/errors/word-error.ts';

/** A suspicious picture is named and learnt from all the same. */
const isLeftOut = ({ path, code }: JobWarning) => path !== undefined && code !== 'image.suspicious';

interface WarningListProps {
  warnings: readonly JobWarning[];
  /** Whether learning goes on without the files that are named. @default false */
  isGoingOn?: boolean;
}

/** What went wrong for single files, and what to do about each. */
export function WarningList({ warnings, isGoingOn = false }: WarningListProps) {
  const { t, i18n } = useTranslation('learn');
  if (warnings.length === 0) return null;
  const worded = warnings.map((warning) => wordError(i18n.language, warning));
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('progress.warnings', { count: warnings.length })}
      data-selectable
    >
      <Stack gap="xs">
        {isGoingOn && warnings.some(isLeftOut) && <Text size="sm">{t('progress.warningsHint')}</Text>}
        <List size="sm" mah={180} style={{ overflow: 'auto' }}>
          {worded.map(({ message, next, path }, index) => (
            <List.Item key={`${path ?? ''}-${index}`}>
              {message} {next}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Alert>
  );
}
