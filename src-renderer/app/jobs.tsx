import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { JobKind } from '../../src-shared/contract/job.ts';
import { useEngine } from './engine.ts';
import { notifyError } from './errors.ts';
import { createJobCentre } from './job-centre.ts';
import type { JobCentre } from './job-centre.ts';
import { isActive } from './job-view.ts';
import type { JobView } from './job-view.ts';
import { useProject } from './project.ts';

export type { JobView } from './job-view.ts';

export interface Jobs {
  /** Queued and running jobs, newest first. */
  active: readonly JobView[];
  /** Active jobs and those that ended lately, newest first. */
  all: readonly JobView[];
  /**
   * Follows a job that is being started, and answers with its outcome. Rejects when it cannot be started, fails or is
   * cancelled; `notifyError` is the place for that, and tells nothing of what the person cancelled.
   */
  start: (started: Promise<{ jobId: number }>, kind?: JobKind) => Promise<unknown>;
  cancel: (jobId: number) => void;
}

const JobsContext = createContext<JobCentre | null>(null);

const soon = (callback: () => void) => window.setTimeout(callback, 60);

export function JobsProvider({ children }: { children: ReactNode }) {
  const { client, orpc } = useEngine();
  const queryClient = useQueryClient();
  const { summary } = useProject();
  const [centre] = useState(() =>
    createJobCentre({
      client,
      soon,
      ended: () => {
        for (const part of [
          orpc.project,
          orpc.jobs,
          orpc.images,
          orpc.models,
          orpc.runs,
          orpc.results,
          orpc.recipes,
          orpc.settings.recentProjects,
        ])
          void queryClient.invalidateQueries({ queryKey: part.key() });
      },
    }),
  );

  // Jobs that run already when the window opens, or that were taken up again.
  useEffect(() => {
    for (const job of summary?.jobs ?? []) {
      const ended = centre.jobs().some(({ jobId, state }) => jobId === job.id && state !== 'interrupted');
      if (!ended && (job.state === 'queued' || job.state === 'running'))
        centre.follow(job.id, job.kind).catch((thrown: unknown) => notifyError(thrown));
    }
  }, [centre, summary]);
  const path = summary?.path;
  useEffect(() => () => centre.clear(), [centre, path]);

  return <JobsContext value={centre}>{children}</JobsContext>;
}

export function useJobCentre(): JobCentre {
  const centre = useContext(JobsContext);
  if (centre === null) throw new Error('There are no jobs around this component.');
  return centre;
}

export function useJobs(): Jobs {
  const centre = useJobCentre();
  const { client } = useEngine();
  const all = useSyncExternalStore(centre.subscribe, centre.jobs);
  return useMemo(
    () => ({
      all,
      active: all.filter(isActive),
      start: async (started, kind) => centre.follow((await started).jobId, kind ?? null),
      cancel: (jobId) => {
        client.jobs.cancel({ jobId }).catch((thrown: unknown) => notifyError(thrown));
      },
    }),
    [all, centre, client],
  );
}
