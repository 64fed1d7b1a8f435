import { Button, Select } from '@mantine/core';
import { IconBrain, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectRequest } from '../../../src-shared/contract/requests.ts';
import { useCommands } from '../../app/commands.ts';
import { useEngine } from '../../app/engine.ts';
import { notifyError } from '../../app/errors.ts';
import { useJobs } from '../../app/jobs.tsx';
import { useNavigation, useScreenParams } from '../../app/navigation.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { useFormat } from '../../i18n/format.ts';
import classes from './InspectScreen.module.css';
import { RunMenu } from './run/RunMenu.tsx';
import { runName } from './run/run-name.ts';
import { RunPanel } from './run/RunPanel.tsx';
import { RunProgress } from './run/RunProgress.tsx';
import { useNewestFirst } from './run/use-run-view.ts';
import { EarlierRuns } from './start/EarlierRuns.tsx';
import { InspectForm } from './start/InspectForm.tsx';

/** Inspecting parts, and what came out of the inspections so far. */
export function InspectScreen() {
  const { t } = useTranslation('inspect');
  const { client, orpc } = useEngine();
  const { open, replace } = useNavigation();
  const format = useFormat();
  const { active, start, cancel } = useJobs();
  const params = useScreenParams('inspect');
  const runId = params?.runId ?? null;
  const runs = useQuery(orpc.runs.list.queryOptions());
  const models = useQuery(orpc.models.list.queryOptions());
  const job = active.find(({ kind }) => kind === 'inspect') ?? null;

  // Whoever waits for an inspection to begin sees it as soon as it has.
  const begun = params === null || runId !== null ? null : (job?.runId ?? null);
  const isWatch = useRef(false);
  const showNewestFirst = useNewestFirst();
  const show = useEffectEvent((id: number) => {
    if (isWatch.current) showNewestFirst(id);
    isWatch.current = false;
    void runs.refetch();
    replace('inspect', { runId: id });
  });
  useEffect(() => {
    if (begun !== null) show(begun);
  }, [begun]);

  useCommands([{ id: 'inspect.new', title: t('new'), section: t('title'), run: () => open('inspect') }]);

  function inspect(request: Partial<InspectRequest>): void {
    isWatch.current = request.watch === true;
    start(client.jobs.inspect(request), 'inspect').catch((thrown: unknown) => notifyError(thrown));
  }

  const list = runs.data ?? [];
  const shown = list.find(({ id }) => id === runId);

  function content() {
    if (runId !== null) return <RunPanel key={runId} runId={runId} />;
    const error = runs.error ?? models.error;
    if (error !== null) return <Problem error={error} retry={() => void runs.refetch()} />;
    if (runs.data === undefined || models.data === undefined) return <LoadingLines lines={8} />;
    if (job !== null) return <RunProgress job={job} name={t('title')} onCancel={() => cancel(job.jobId)} />;
    return (
      <div className={classes.start}>
        <div className={classes.content}>
          {models.data.length === 0 ? (
            <EmptyState
              icon={IconBrain}
              title={t('noModel.title')}
              text={t('noModel.text')}
              actions={<Button onClick={() => open('learn')}>{t('noModel.action')}</Button>}
            />
          ) : (
            <InspectForm models={models.data} isFirst={list.length === 0} onStart={inspect} />
          )}
          {(list.length > 0 || models.data.length > 0) && (
            <EarlierRuns runs={list} onOpen={(id) => open('inspect', { runId: id })} />
          )}
        </div>
      </div>
    );
  }

  return (
    <ScreenFrame
      title={t('title')}
      subtitle={runId === null ? t('subtitle') : undefined}
      flush
      actions={
        runId === null ? undefined : (
          <>
            <Select
              aria-label={t('chooseRun')}
              w={320}
              value={shown === undefined ? null : String(runId)}
              placeholder={t('chooseRun')}
              data={list.map((run) => ({
                value: String(run.id),
                label: `${runName(t, run)} · ${format.date(run.startedAt)}`,
              }))}
              searchable={list.length > 10}
              onChange={(id) => {
                if (id !== null) open('inspect', { runId: Number(id) });
              }}
            />
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => open('inspect')}>
              {t('new')}
            </Button>
            {shown !== undefined && <RunMenu run={shown} />}
          </>
        )
      }
    >
      {content()}
    </ScreenFrame>
  );
}
