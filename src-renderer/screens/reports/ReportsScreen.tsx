import { Button } from '@mantine/core';
import { IconReport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../app/engine.ts';
import { useNavigation, useScreenParams } from '../../app/navigation.ts';
import { useProject } from '../../app/project.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { RunSelect } from '../../components/RunSelect.tsx';
import { ReportEditor } from './ReportEditor.tsx';
import classes from './Reports.module.css';

/** Writes what was found down for others: fields, parts, preview, export. */
export function ReportsScreen() {
  const { t } = useTranslation('reports');
  const { orpc } = useEngine();
  const { open, replace } = useNavigation();
  const { summary, isPending } = useProject();
  const params = useScreenParams('reports');
  const runs = useQuery(orpc.runs.list.queryOptions({ enabled: summary !== null }));
  // Only this screen changes them, and it knows what it has not saved yet.
  const fields = useQuery(
    orpc.reports.fields.queryOptions({ enabled: summary !== null, staleTime: Infinity }),
  );

  if (!isPending && summary === null) {
    return (
      <ScreenFrame title={t('title')}>
        <EmptyState
          icon={IconReport}
          title={t('noProject.title')}
          text={t('noProject.text')}
          actions={<Button onClick={() => open('start')}>{t('noProject.action')}</Button>}
        />
      </ScreenFrame>
    );
  }
  const failed = [runs, fields].find(({ isError }) => isError);
  if (failed !== undefined || runs.data === undefined || fields.data === undefined || summary === null) {
    return (
      <ScreenFrame title={t('title')}>
        {failed === undefined ? (
          <LoadingLines lines={8} />
        ) : (
          <Problem error={failed.error} retry={() => void failed.refetch()} />
        )}
      </ScreenFrame>
    );
  }
  const run = runs.data.find(({ id }) => id === params?.runId) ?? runs.data[0];
  if (run === undefined) {
    return (
      <ScreenFrame title={t('title')}>
        <EmptyState
          icon={IconReport}
          title={t('none.title')}
          text={t('none.text')}
          actions={<Button onClick={() => open('inspect')}>{t('none.action')}</Button>}
        />
      </ScreenFrame>
    );
  }
  return (
    <ScreenFrame
      title={t('title')}
      flush
      actions={
        <RunSelect runs={runs.data} runId={run.id} onChange={(runId) => replace('reports', { runId })} />
      }
    >
      <div className={classes.screen}>
        <ReportEditor key={run.id} run={run} project={summary} savedFields={fields.data} />
      </div>
    </ScreenFrame>
  );
}
