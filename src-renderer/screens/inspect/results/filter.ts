import type { ResultQuery } from '../../../../src-shared/contract/results.ts';
import type { RunSummary } from '../../../../src-shared/contract/runs.ts';

/** The parts of a run that a person may want to see by themselves. */
export const filters = ['all', 'reject', 'review', 'pass', 'disagreements', 'unjudged'] as const;
export type Filter = (typeof filters)[number];

export type Sort = NonNullable<ResultQuery['sort']>;

/** How a run is looked at. */
export interface RunView {
  readonly filter: Filter;
  readonly text: string;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly layout: 'table' | 'gallery';
}

export const firstView: RunView = {
  filter: 'all',
  text: '',
  sort: 'order',
  descending: false,
  layout: 'table',
};

/** What the engine is asked for to show a view of a run. */
export function queryOf(runId: number, { filter, text, sort, descending }: RunView): ResultQuery {
  return { runId, text, sort, descending, ...restrictionOf(filter) };
}

export function restrictionOf(filter: Filter): Pick<ResultQuery, 'decisions' | 'only'> {
  if (filter === 'all') return {};
  if (filter === 'disagreements' || filter === 'unjudged') return { only: filter };
  return { decisions: [filter] };
}

/** How many parts a filter leaves, where the run itself says so; null where it has to be counted. */
export function countOf(
  filter: Filter,
  { total, unreadable, ...decisions }: RunSummary['counts'],
): number | null {
  if (filter === 'all') return total - unreadable;
  return filter === 'disagreements' || filter === 'unjudged' ? null : decisions[filter];
}
