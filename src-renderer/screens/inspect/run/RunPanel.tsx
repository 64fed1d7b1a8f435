import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands.ts';
import { useEngine } from '../../../app/engine.ts';
import { detailsOf, notifyError } from '../../../app/errors.ts';
import { isActive } from '../../../app/job-view.ts';
import { useJobs } from '../../../app/jobs.tsx';
import { useNavigation } from '../../../app/navigation.ts';
import { LoadingLines } from '../../../components/Loading.tsx';
import { Problem } from '../../../components/Problem.tsx';
import { Results } from '../results/Results.tsx';
import { ResultToolbar } from '../results/ResultToolbar.tsx';
import { Failures } from './Failures.tsx';
import { liveInterval } from './live.ts';
import { RunEnded } from './RunEnded.tsx';
import { RunGone } from './RunGone.tsx';
import classes from './RunPanel.module.css';
import { RunProgress } from './RunProgress.tsx';
import { runName } from './run-name.ts';
import { SummaryStrip } from './SummaryStrip.tsx';
import { useRunView } from './use-run-view.ts';

/** One inspection: how far it is, what came out, and its parts. */
export function RunPanel({ runId }: { runId: number }) {
  const { t } = useTranslation('inspect');
  const { client, orpc } = useEngine();
  const { all, start, cancel } = useJobs();
  const { open } = useNavigation();
  const search = useRef<HTMLInputElement>(null);
  const { view, place, change, setPlace } = useRunView(runId);
  const job = all.find((candidate) => candidate.runId === runId) ?? null;
  const isLive = job !== null && isActive(job);
  const isWatching = isLive && job.progress?.stage === 'watching';
  const run = useQuery(
    orpc.runs.get.queryOptions({ input: { runId }, refetchInterval: liveInterval(isLive) }),
  );

  const section = t('title');
  useCommands([
    { id: 'inspect.search', title: t('search'), keys: 'mod+F', section, run: () => search.current?.focus() },
    {
      id: 'inspect.table',
      title: t('layout.table'),
      keys: 'T',
      section,
      run: () => change({ layout: 'table' }),
    },
    {
      id: 'inspect.gallery',
      title: t('layout.gallery'),
      keys: 'G',
      section,
      run: () => change({ layout: 'gallery' }),
    },
    {
      id: 'inspect.cancel',
      title: t(isWatching ? 'progress.stop' : 'progress.cancel'),
      section,
      enabled: isLive,
      run: () => {
        if (job !== null) cancel(job.jobId);
      },
    },
  ]);

  if (run.error !== null && detailsOf(run.error).code === 'run.missing')
    return <RunGone job={job} onNew={() => open('inspect')} />;
  if (run.error !== null) return <Problem error={run.error} retry={() => void run.refetch()} />;
  if (run.data === undefined) return <LoadingLines lines={10} />;
  const { state, jobId, counts } = run.data;
  const end = endStates.find((known) => known === state);
  const resume =
    jobId === null
      ? null
      : () => {
          start(client.jobs.resume({ jobId }), 'inspect').catch((thrown: unknown) => notifyError(thrown));
        };
  return (
    <div className={classes.panel}>
      {isLive && <RunProgress job={job} name={runName(t, run.data)} onCancel={() => cancel(job.jobId)} />}
      {!isLive && end !== undefined && <RunEnded state={end} error={job?.error ?? null} onResume={resume} />}
      <SummaryStrip run={run.data} liveRate={isLive && !isWatching ? (job.progress?.rate ?? null) : null} />
      <ResultToolbar run={run.data} isLive={isLive} view={view} searchRef={search} onChange={change} />
      <div className={classes.results}>
        <Results
          runId={runId}
          isLive={isLive}
          isWatching={isWatching}
          view={view}
          place={place}
          onPlace={setPlace}
          onChange={change}
        />
      </div>
      {counts.unreadable > 0 && (
        <Group className={classes.foot}>
          <Failures runId={runId} count={counts.unreadable} />
        </Group>
      )}
    </div>
  );
}

const endStates = ['failed', 'cancelled', 'interrupted'] as const;
