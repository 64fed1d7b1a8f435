import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { detailsOf } from '../app/errors.ts';

export interface ProblemProps {
  error: unknown;
  retry?: (() => void) | undefined;
}

/** What went wrong, to which file, and what to do next. */
export function Problem({ error, retry }: ProblemProps) {
  const { t } = useTranslation('common');
  const { message, next, path } = detailsOf(error);
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={message}
      maw={640}
      data-selectable
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{next}</Text>
        {path !== undefined && <Code>{path}</Code>}
        {retry !== undefined && (
          <Button variant="default" onClick={retry}>
            {t('action.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
