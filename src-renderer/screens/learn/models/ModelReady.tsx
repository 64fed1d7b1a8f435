import { Button, CloseButton, Text } from '@mantine/core';
import { IconCircleCheck, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ModelDetail } from '../../../../src-shared/contract/models.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useFormat } from '../../../i18n/format.ts';
import classes from './ModelReady.module.css';

/** That a model has just been learnt, and what to do with it. */
export function ModelReady({ model, onDismiss }: { model: ModelDetail; onDismiss: () => void }) {
  const { t } = useTranslation('learn');
  const { open } = useNavigation();
  const format = useFormat();
  return (
    <div className={classes.ready} role="status">
      <IconCircleCheck size={26} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <Text fw={600}>{t('model.learnt')}</Text>
        <Text size="sm">
          {t('model.learntText', {
            count: model.trainImages,
            duration: format.duration(model.trainSeconds),
          })}
        </Text>
      </div>
      <Button
        size="md"
        leftSection={<IconPlayerPlay size={20} aria-hidden />}
        onClick={() => open('inspect')}
      >
        {t('model.inspectNow')}
      </Button>
      <CloseButton aria-label={t('progress.dismiss')} onClick={onDismiss} />
    </div>
  );
}
