import { Tabs } from '@mantine/core';
import { IconStepInto, IconTrendingUp, IconZoomScan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation, useScreenParams } from '../../app/navigation.ts';
import type { SignalsView } from '../../app/route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadingLines } from '../../components/Loading.tsx';
import { InspectView } from './InspectView.tsx';
import { SignalFiles } from './SignalFiles.tsx';
import classes from './SignalsScreen.module.css';
import { TrendView } from './TrendView.tsx';
import { useSignalChoice, useSignalFiles } from './use-signal-files.ts';

/** Files at the left, what is found in them beside. */
export function SignalsDesk() {
  const { t } = useTranslation('signals');
  const { replace } = useNavigation();
  const view: SignalsView = useScreenParams('signals')?.view ?? 'trend';
  const { column, file } = useSignalChoice();
  const roles = [useSignalFiles('inspected'), useSignalFiles('good')];
  const isReading = roles.some(({ isLoading }) => isLoading);
  return (
    <div className={classes.columns}>
      <SignalFiles />
      <Tabs
        className={classes.main}
        classNames={{ panel: classes.panel ?? '', list: classes.tabs ?? '' }}
        value={view}
        onChange={(chosen) => replace('signals', { view: chosen === 'inspect' ? 'inspect' : 'trend' })}
      >
        <Tabs.List aria-label={t('title')}>
          <Tabs.Tab value="trend" leftSection={<IconTrendingUp aria-hidden size={16} />}>
            {t('views.trend')}
          </Tabs.Tab>
          <Tabs.Tab value="inspect" leftSection={<IconZoomScan aria-hidden size={16} />}>
            {t('views.inspect')}
          </Tabs.Tab>
        </Tabs.List>
        {isReading ? (
          <LoadingLines />
        ) : column === null || file === null ? (
          <EmptyState icon={IconStepInto} title={t('noColumn.title')} text={t('noColumn.text')} />
        ) : (
          <>
            <Tabs.Panel value="trend">
              {view === 'trend' && <TrendView key={file.path} file={file} column={column} />}
            </Tabs.Panel>
            <Tabs.Panel value="inspect">{view === 'inspect' && <InspectView column={column} />}</Tabs.Panel>
          </>
        )}
      </Tabs>
    </div>
  );
}
