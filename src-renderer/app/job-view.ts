import type { JobEvent, JobKind, JobProgress, JobState, JobWarning } from '../../src-shared/contract/job.ts';
import type { ErrorDetails } from '../../src-shared/errors/sparsight-error.ts';

export type LearningEvent = Extract<JobEvent, { type: 'learning' }>;

/** What the window knows of a job. */
export interface JobView {
  jobId: number;
  /** Null until the project was asked. */
  kind: JobKind | null;
  state: JobState;
  progress: JobProgress | null;
  warnings: readonly JobWarning[];
  /** The newest of each scale, by scale. */
  learning: readonly LearningEvent[];
  runId: number | null;
  /** The model that teaching made; null until it is in use. */
  taught: { readonly modelId: number; readonly seconds: number } | null;
  error: ErrorDetails | null;
  outcome: unknown;
}

export function newJobView(jobId: number, kind: JobKind | null, state: JobState = 'queued'): JobView {
  return {
    jobId,
    kind,
    state,
    progress: null,
    warnings: [],
    learning: [],
    runId: null,
    taught: null,
    error: null,
    outcome: undefined,
  };
}

export function isActive({ state }: JobView): boolean {
  return state === 'queued' || state === 'running';
}

export function isEnd(event: JobEvent): boolean {
  return event.type === 'done' || event.type === 'failed' || event.type === 'cancelled';
}

export function afterEvent(job: JobView, event: JobEvent): JobView {
  switch (event.type) {
    case 'progress':
      return { ...job, state: 'running', progress: event.progress };
    case 'warning':
      return { ...job, warnings: [...job.warnings, event.warning] };
    case 'learning': {
      const others = job.learning.filter(({ scale }) => scale !== event.scale);
      return { ...job, learning: [...others, event].sort((a, b) => a.scale - b.scale) };
    }
    case 'run':
      return { ...job, runId: event.runId };
    case 'taught':
      return { ...job, taught: { modelId: event.modelId, seconds: event.seconds } };
    case 'done':
      return { ...job, state: 'done', outcome: event.outcome };
    case 'failed':
      return { ...job, state: 'failed', error: event.error };
    case 'cancelled':
      return { ...job, state: 'cancelled' };
  }
}
