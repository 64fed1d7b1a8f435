import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { ResultQuery, ResultRow } from '../../../../src-shared/contract/results.ts';
import { useEngine } from '../../../app/engine.ts';
import { liveInterval } from '../run/live.ts';
import { pageOffsets, pageSize } from './pages.ts';

/** How many results a query has; undefined until it is known. */
export function useResultCount(query: ResultQuery, isLive: boolean, isWanted = true) {
  const { orpc } = useEngine();
  return useQuery(
    orpc.results.list.queryOptions({
      input: { ...query, offset: 0, limit: pageSize },
      select: ({ total }) => total,
      enabled: isWanted,
      placeholderData: keepPreviousData,
      refetchInterval: liveInterval(isLive),
    }),
  );
}

export interface ResultRows {
  /** Undefined while its page is being fetched. */
  readonly at: (place: number) => ResultRow | undefined;
  readonly error: Error | null;
  readonly refetch: () => void;
}

/** The results from `first` to `last`, both included, in pages that are fetched as they come into sight. */
export function useResultRows(
  query: ResultQuery,
  { first, last, total, isLive }: { first: number; last: number; total: number; isLive: boolean },
): ResultRows {
  const { orpc } = useEngine();
  const offsets = pageOffsets(first, last, total);
  const pages = useQueries({
    queries: offsets.map((offset) =>
      orpc.results.list.queryOptions({
        input: { ...query, offset, limit: pageSize },
        refetchInterval: liveInterval(isLive),
      }),
    ),
  });
  return {
    at: (place) => {
      const within = place % pageSize;
      return pages[offsets.indexOf(place - within)]?.data?.rows[within];
    },
    error: pages.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => {
      for (const page of pages) void page.refetch();
    },
  };
}
