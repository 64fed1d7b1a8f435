import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ResultQuery } from '../../../../src-shared/contract/results.ts';
import { useEngine } from '../../../app/engine.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { placeIn } from './walk.ts';
import type { Place } from './walk.ts';

export interface Walk extends Place {
  /** Opens another part of the same list. */
  readonly go: (resultId: number) => void;
  /** To the inspection that the list is of, as it was left. */
  readonly leave: () => void;
}

/**
 * The parts that next and previous step through. The list stays as it was when the screen was opened: a verdict must
 * not take the ground from under those who walk through the parts that nobody has judged.
 */
export function useWalk(resultId: number, query: ResultQuery | undefined): Walk {
  const { client, orpc } = useEngine();
  const navigation = useNavigation();
  const queryClient = useQueryClient();
  const { data: ids = [] } = useQuery({
    queryKey: ['part walk', query],
    queryFn: ({ signal }) => (query === undefined ? [] : client.results.ids(query, { signal })),
    enabled: query !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
  const place = placeIn(ids, resultId);
  const { next, previous } = place;

  // The neighbours are fetched beforehand, so that stepping to them shows them at once.
  useEffect(() => {
    for (const neighbour of [next, previous]) {
      if (neighbour === null) continue;
      void queryClient
        .query({ ...orpc.results.get.queryOptions({ input: { resultId: neighbour } }), staleTime: 60_000 })
        .then(({ imageId }) =>
          queryClient.query(orpc.pictures.open.queryOptions({ input: { imageId }, staleTime: Infinity })),
        )
        // Whatever is wrong with it is told when it is opened.
        .catch(() => undefined);
    }
  }, [next, previous, orpc, queryClient]);

  return {
    ...place,
    leave: () => navigation.open('inspect', query === undefined ? {} : { runId: query.runId }),
    go: (id) => navigation.replace('part', { resultId: id, ...(query !== undefined && { query }) }),
  };
}
