import { Button } from '@mantine/core';
import { IconWaveSine } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../app/commands.ts';
import { useDroppedPaths } from '../../app/drop.ts';
import { notifyError } from '../../app/errors.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { AddSignals } from './AddSignals.tsx';
import { useSignalsSession } from './signals-session.ts';
import { SignalsDesk } from './SignalsDesk.tsx';
import { tableExtensions } from './table-extensions.ts';
import { useAddSignals } from './use-add-signals.ts';
import { useSampleSignals } from './use-sample-signals.ts';

/** Process signals from CSV files: what their course is, and which of them are unlike good ones. */
export function SignalsScreen() {
  const { t } = useTranslation(['signals', 'common']);
  const { paths } = useSignalsSession();
  const samples = useSampleSignals();
  const addSignals = useAddSignals();
  useDroppedPaths(
    (dropped) => {
      addSignals(dropped).catch(notifyError);
    },
    { withoutProject: true, files: { extensions: tableExtensions, label: t('files.kind') } },
  );
  useCommands([
    {
      id: 'signals.samples',
      title: t('inspect.commands.samples'),
      section: t('common:section.screen'),
      enabled: !samples.isPending,
      run: () => samples.mutate({}),
    },
  ]);
  const isEmpty = paths.good.length + paths.inspected.length === 0;
  return (
    <ScreenFrame title={t('title')} subtitle={t('subtitle')} flush>
      {isEmpty ? (
        <EmptyState
          icon={IconWaveSine}
          title={t('empty.title')}
          text={t('empty.text')}
          actions={
            <>
              <AddSignals role="inspected" size="sm" />
              <Button variant="light" loading={samples.isPending} onClick={() => samples.mutate({})}>
                {t('empty.samples')}
              </Button>
            </>
          }
        />
      ) : (
        <SignalsDesk />
      )}
    </ScreenFrame>
  );
}
