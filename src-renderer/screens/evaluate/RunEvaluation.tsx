import { Button } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../src-shared/contract/contract.ts';
import type { RunSummary } from '../../../src-shared/contract/runs.ts';
import { useEngine } from '../../app/engine.ts';
import { useNavigation } from '../../app/navigation.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { Figures } from './Figures.tsx';

export interface RunEvaluationProps {
  run: RunSummary;
  project: ProjectSummary;
}

/** The figures of a run, once they are known. */
export function RunEvaluation({ run, project }: RunEvaluationProps) {
  const { t } = useTranslation('evaluate');
  const { orpc } = useEngine();
  const { open } = useNavigation();
  const input = { runId: run.id };
  const scores = useQuery(orpc.runs.scores.queryOptions({ input }));
  const evaluation = useQuery(orpc.runs.evaluation.queryOptions({ input }));

  const failed = [scores, evaluation].find(({ isError }) => isError);
  if (failed !== undefined) return <Problem error={failed.error} retry={() => void failed.refetch()} />;
  if (scores.data === undefined || evaluation.data === undefined) return <LoadingLines lines={10} />;
  if (scores.data.scores.length === 0) {
    return (
      <EmptyState
        icon={IconPhotoOff}
        title={t('emptyRun.title')}
        text={t('emptyRun.text')}
        actions={<Button onClick={() => open('inspect')}>{t('none.action')}</Button>}
      />
    );
  }
  return <Figures run={run} project={project} scores={scores.data} evaluation={evaluation.data} />;
}
