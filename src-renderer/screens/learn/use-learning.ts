import { useQuery } from '@tanstack/react-query';
import { useSessionStorage } from '@mantine/hooks';
import { trainOutcomeSchema } from '../../../src-shared/contract/outcomes.ts';
import type { Recipe } from '../../../src-shared/domain/recipe.ts';
import { useEngine } from '../../app/engine.ts';
import { notifyError } from '../../app/errors.ts';
import { isActive } from '../../app/job-view.ts';
import { useJobs } from '../../app/jobs.tsx';
import type { JobView } from '../../app/jobs.tsx';
import type { ErrorDetails } from '../../../src-shared/errors/sparsight-error.ts';

/** How the last learning ended without a model. */
export interface LearningEnd {
  readonly jobId: number;
  readonly state: 'failed' | 'cancelled' | 'interrupted';
  readonly error: ErrorDetails | null;
  readonly warnings: JobView['warnings'];
}

export interface Learning {
  /** Null when nothing is being learnt. */
  readonly job: JobView | null;
  readonly end: LearningEnd | null;
  /** The model that was learnt last in this window, and from which job. */
  readonly learnt: { jobId: number; modelId: number } | null;
  readonly start: (recipe: Recipe) => void;
  readonly cancel: () => void;
  /** Takes note of the end, or of the new model: it is not shown again. */
  readonly dismiss: () => void;
}

/** How far only the newest jobs are looked through for one that a crash interrupted. */
const newestJobs = 20;

/** Learning as the Learn screen shows it. */
export function useLearning(): Learning {
  const { client, orpc } = useEngine();
  const { all, start, cancel } = useJobs();
  const [dismissed, setDismissed] = useSessionStorage<number>({
    key: 'sparsight.learn.dismissed',
    defaultValue: 0,
    getInitialValueInEffect: false,
  });
  const past = useQuery(orpc.jobs.list.queryOptions({ input: { limit: newestJobs } }));
  const latest = all.find(({ kind }) => kind === 'train') ?? null;
  const outcome = trainOutcomeSchema.safeParse(latest?.state === 'done' ? latest.outcome : undefined);
  const isSeen = latest !== null && latest.jobId <= dismissed;
  const stored = past.data?.find(({ kind }) => kind === 'train') ?? null;

  function endOf(): LearningEnd | null {
    if (latest !== null) {
      const { jobId, state, error, warnings } = latest;
      const isEnd = state === 'failed' || state === 'cancelled' || state === 'interrupted';
      return isEnd && !isSeen ? { jobId, state, error, warnings } : null;
    }
    if (stored?.state !== 'interrupted' || stored.id <= dismissed) return null;
    return { jobId: stored.id, state: 'interrupted', error: null, warnings: [] };
  }

  const end = endOf();
  return {
    job: latest !== null && isActive(latest) ? latest : null,
    end,
    learnt:
      latest !== null && !isSeen && outcome.success
        ? { jobId: latest.jobId, modelId: outcome.data.model.id }
        : null,
    start: (recipe) => {
      start(client.jobs.train({ recipe }), 'train').catch((thrown: unknown) => notifyError(thrown));
    },
    cancel: () => {
      if (latest !== null) cancel(latest.jobId);
    },
    dismiss: () => setDismissed(end?.jobId ?? latest?.jobId ?? 0),
  };
}
