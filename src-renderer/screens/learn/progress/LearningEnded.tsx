import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { wordError } from '../../../../src-shared/errors/word-error.ts';
import type { LearningEnd } from '../use-learning.ts';
import { WarningList } from './WarningList.tsx';

/** Why the last learning brought no model. */
export function LearningEnded({ end, onDismiss }: { end: LearningEnd; onDismiss: () => void }) {
  const { t, i18n } = useTranslation('learn');
  const { state, warnings } = end;
  const error = end.error === null ? null : wordError(i18n.language, end.error);
  const isFailure = state === 'failed';
  return (
    <Stack gap="md">
      <Alert
        role={isFailure ? 'alert' : 'status'}
        color={isFailure ? 'red' : 'blue'}
        icon={isFailure ? <IconAlertTriangle aria-hidden /> : <IconInfoCircle aria-hidden />}
        title={isFailure ? t('progress.failed') : t(`progress.${state}.title`)}
        data-selectable
      >
        <Stack gap="sm" align="flex-start">
          <Text size="sm">
            {isFailure ? `${error?.message ?? ''} ${error?.next ?? ''}`.trim() : t(`progress.${state}.text`)}
          </Text>
          <Group>
            <Button variant="default" size="xs" onClick={onDismiss}>
              {t('progress.dismiss')}
            </Button>
          </Group>
        </Stack>
      </Alert>
      <WarningList warnings={warnings} />
    </Stack>
  );
}
