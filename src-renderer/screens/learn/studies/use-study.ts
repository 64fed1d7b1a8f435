import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import type { ModelStudies } from '../../../../src-shared/domain/model-studies.ts';
import { useEngine } from '../../../app/engine.ts';
import { notifyError } from '../../../app/errors.ts';
import { isActive } from '../../../app/job-view.ts';
import type { JobView } from '../../../app/job-view.ts';
import { useJobs } from '../../../app/jobs.tsx';
import { UnitsContext } from '../../../i18n/format.ts';

export type StudyKind = keyof ModelStudies;

export interface Study<Kind extends StudyKind> {
  /** Null when nobody has asked; undefined until that is known. */
  readonly found: ModelStudies[Kind] | undefined;
  readonly error: Error | null;
  /** While something of this kind is being found out, of whatever model. */
  readonly job: JobView | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** One thing that can be found out about a model, and how it is coming along. */
export function useStudy<Kind extends StudyKind>(kind: Kind, modelId: number): Study<Kind> {
  const { client, orpc } = useEngine();
  const { all, start, cancel } = useJobs();
  const { millimetresPerPixel } = useContext(UnitsContext);
  const studies = useQuery(orpc.models.studies.queryOptions({ input: { modelId } }));
  const jobKind = `study-${kind}` as const;
  const job = all.find((one) => one.kind === jobKind && isActive(one)) ?? null;
  const begin = () =>
    kind === 'images'
      ? client.jobs.studyImages({ modelId })
      : client.jobs.studyDetection({ modelId, millimetresPerPixel: millimetresPerPixel ?? undefined });
  return {
    found: studies.data?.[kind],
    error: studies.error,
    job,
    start: () => {
      start(begin(), jobKind).catch((thrown: unknown) => notifyError(thrown));
    },
    cancel: () => {
      if (job !== null) cancel(job.jobId);
    },
  };
}
