import { Stack } from '@mantine/core';
import { IconRosetteDiscountCheck, IconWaveSine } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { AddSignals } from './AddSignals.tsx';
import { InspectionOutcome } from './InspectionOutcome.tsx';
import { InspectionSettingsForm } from './InspectionSettingsForm.tsx';
import { useSignalsSession } from './signals-session.ts';
import classes from './SignalsScreen.module.css';
import { useInspectionRequest } from './use-inspection.ts';

/** Good signals say what is usual; the others are held against them. */
export function InspectView({ column }: { column: string }) {
  const { t } = useTranslation('signals');
  const { paths } = useSignalsSession();
  const request = useInspectionRequest();
  const missing = (['good', 'inspected'] as const).find((role) => paths[role].length === 0);
  if (missing !== undefined)
    return (
      <EmptyState
        icon={missing === 'good' ? IconRosetteDiscountCheck : IconWaveSine}
        title={t(`missing.${missing}.title`)}
        text={t(`missing.${missing}.text`)}
        actions={<AddSignals role={missing} size="sm" />}
      />
    );
  return (
    <Stack gap="md" className={classes.view}>
      <InspectionSettingsForm column={column} />
      {request === null ? (
        <EmptyState icon={IconWaveSine} title={t('inspect.ready.title')} text={t('inspect.ready.text')} />
      ) : (
        <InspectionOutcome request={request} />
      )}
    </Stack>
  );
}
