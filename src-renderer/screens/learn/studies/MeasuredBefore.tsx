import { Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StudyOrigin } from '../../../../src-shared/domain/model-studies.ts';
import { useFormat } from '../../../i18n/format.ts';

/** That a study was measured on an earlier model or in another project; nothing where it is the model's own. */
export function MeasuredBefore({ taughtSince, measuredOn, elsewhere, madeAt }: StudyOrigin) {
  const { t } = useTranslation('study');
  const format = useFormat();
  if (taughtSince === 0 && !elsewhere) return null;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" role="note">
      <IconHistory size={18} aria-hidden />
      <Text size="sm" fw={550}>
        {taughtSince > 0 &&
          (measuredOn === null
            ? t('origin.earlier', { count: taughtSince })
            : t('origin.on', { model: measuredOn, count: taughtSince }))}
        {taughtSince > 0 && elsewhere && ' '}
        {elsewhere && t('origin.elsewhere', { when: format.date(madeAt) })}
      </Text>
    </Group>
  );
}
