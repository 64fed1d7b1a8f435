import { Button } from '@mantine/core';
import { IconChartHistogram, IconReport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../app/engine.ts';
import { useNavigation, useScreenParams } from '../../app/navigation.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { useProject } from '../../app/project.ts';
import { RunEvaluation } from './RunEvaluation.tsx';
import { RunSelect } from '../../components/RunSelect.tsx';

/** How well the limits tell good parts from defective ones, and what other limits would do. */
export function EvaluateScreen() {
  const { t } = useTranslation('evaluate');
  const { orpc } = useEngine();
  const { open, replace } = useNavigation();
  const { summary, isPending } = useProject();
  const params = useScreenParams('evaluate');
  const runs = useQuery(orpc.runs.list.queryOptions({ enabled: summary !== null }));

  if (!isPending && summary === null) {
    return (
      <ScreenFrame title={t('title')}>
        <EmptyState
          icon={IconChartHistogram}
          title={t('noProject.title')}
          text={t('noProject.text')}
          actions={<Button onClick={() => open('start')}>{t('noProject.action')}</Button>}
        />
      </ScreenFrame>
    );
  }
  if (runs.isError || runs.data === undefined || summary === null) {
    return (
      <ScreenFrame title={t('title')}>
        {runs.isError ? (
          <Problem error={runs.error} retry={() => void runs.refetch()} />
        ) : (
          <LoadingLines lines={8} />
        )}
      </ScreenFrame>
    );
  }
  const run = runs.data.find(({ id }) => id === params?.runId) ?? runs.data[0];
  if (run === undefined) {
    return (
      <ScreenFrame title={t('title')}>
        <EmptyState
          icon={IconChartHistogram}
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
      actions={
        <>
          <RunSelect runs={runs.data} runId={run.id} onChange={(runId) => replace('evaluate', { runId })} />
          <Button
            variant="default"
            leftSection={<IconReport aria-hidden size={17} />}
            onClick={() => open('reports', { runId: run.id })}
          >
            {t('report')}
          </Button>
        </>
      }
    >
      <RunEvaluation key={run.id} run={run} project={summary} />
    </ScreenFrame>
  );
}
