import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../src-shared/contract/contract.ts';
import type { RunSummary } from '../../src-shared/contract/runs.ts';
import { useEngine } from '../app/engine.ts';
import { useNavigation, useScreenParams } from '../app/navigation.ts';
import { useProject } from '../app/project.ts';
import { EmptyState } from './EmptyState.tsx';
import { LoadingLines } from './Loading.tsx';
import { Problem } from './Problem.tsx';
import { RunSelect } from './RunSelect.tsx';
import { ScreenFrame } from './ScreenFrame.tsx';

interface RunScreenProps {
  screen: 'evaluate' | 'reports';
  icon: Icon;
  flush?: boolean;
  /** Beside the choice of the inspection. */
  actions?: (run: RunSummary) => ReactNode;
  children: (run: RunSummary, project: ProjectSummary) => ReactNode;
}

/** A screen about one inspection, which is chosen in its head: without a project, without inspections, loading, failed. */
export function RunScreen({ screen, icon, flush = false, actions, children }: RunScreenProps) {
  const { t } = useTranslation(screen);
  const { orpc } = useEngine();
  const { open, replace } = useNavigation();
  const { summary, isPending } = useProject();
  const params = useScreenParams(screen);
  const runs = useQuery(orpc.runs.list.queryOptions({ enabled: summary !== null }));
  const run = runs.data?.find(({ id }) => id === params?.runId) ?? runs.data?.[0];

  if (run !== undefined && summary !== null) {
    return (
      <ScreenFrame
        title={t('title')}
        flush={flush}
        actions={
          <>
            <RunSelect
              runs={runs.data ?? []}
              runId={run.id}
              onChange={(runId) => replace(screen, { runId })}
            />
            {actions?.(run)}
          </>
        }
      >
        {children(run, summary)}
      </ScreenFrame>
    );
  }
  const empty = (name: 'noProject' | 'none', leadsTo: 'start' | 'inspect') => (
    <EmptyState
      icon={icon}
      title={t(`${name}.title`)}
      text={t(`${name}.text`)}
      actions={<Button onClick={() => open(leadsTo)}>{t(`${name}.action`)}</Button>}
    />
  );
  const state = () => {
    if (!isPending && summary === null) return empty('noProject', 'start');
    if (runs.isError) return <Problem error={runs.error} retry={() => void runs.refetch()} />;
    return runs.data === undefined ? <LoadingLines lines={8} /> : empty('none', 'inspect');
  };
  return <ScreenFrame title={t('title')}>{state()}</ScreenFrame>;
}
