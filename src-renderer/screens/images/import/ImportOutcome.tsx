import { Alert, Anchor, Group, Text } from '@mantine/core';
import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportOutcome as Outcome } from '../../../../src-shared/contract/images.ts';

interface ImportOutcomeProps {
  outcome: Outcome;
  onShow: (only: 'unreadable' | 'duplicates') => void;
  onClose: () => void;
}

/** What came of adding images. What is wrong with some of them is one press away. */
export function ImportOutcome({ outcome, onShow, onClose }: ImportOutcomeProps) {
  const { t } = useTranslation('images');
  const { added, known, unreadable, duplicates } = outcome;
  const wrong = { unreadable, duplicates };
  return (
    <Alert
      variant="default"
      icon={
        unreadable > 0 ? (
          <IconInfoCircle color="var(--decision-review-mark)" />
        ) : (
          <IconCheck color="var(--decision-pass-mark)" />
        )
      }
      title={t(added === 0 ? 'outcome.nothing' : 'outcome.title')}
      withCloseButton
      closeButtonLabel={t('outcome.close')}
      onClose={onClose}
      role="status"
      py="xs"
    >
      <Group gap="lg">
        <Text size="sm">{t('outcome.added', { count: added })}</Text>
        {known > 0 && <Text size="sm">{t('outcome.known', { count: known })}</Text>}
        {(['unreadable', 'duplicates'] as const)
          .filter((only) => wrong[only] > 0)
          .map((only) => (
            <Text key={only} size="sm">
              {t(`outcome.${only}`, { count: wrong[only] })}{' '}
              <Anchor component="button" type="button" size="sm" onClick={() => onShow(only)}>
                {t('outcome.show')}
              </Anchor>
            </Text>
          ))}
      </Group>
    </Alert>
  );
}
