import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ErrorDetails } from '../../../../src-shared/errors/sparsight-error.ts';
import { wordError } from '../../../../src-shared/errors/word-error.ts';

interface RunEndedProps {
  state: 'failed' | 'cancelled' | 'interrupted';
  error: ErrorDetails | null;
  /** Null where it cannot be taken up again. */
  onResume: (() => void) | null;
}

/** Why an inspection did not come to its end, and what can be done about it. */
export function RunEnded({ state, error, onResume }: RunEndedProps) {
  const { t, i18n } = useTranslation('inspect');
  if (state === 'failed') {
    const told = error === null ? null : wordError(i18n.language, error);
    return (
      <Alert
        role="alert"
        color="red"
        radius={0}
        icon={<IconAlertTriangle aria-hidden />}
        title={t('ended.failed')}
        data-selectable
      >
        {told !== null && `${told.message} ${told.next}`}
      </Alert>
    );
  }
  return (
    <Alert
      color={state === 'interrupted' ? 'yellow' : 'blue'}
      radius={0}
      icon={<IconInfoCircle aria-hidden />}
      title={t(`ended.${state}.title`)}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t(`ended.${state}.text`)}</Text>
        {state === 'interrupted' && onResume !== null && (
          <Button size="xs" leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={onResume}>
            {t('ended.interrupted.resume')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
