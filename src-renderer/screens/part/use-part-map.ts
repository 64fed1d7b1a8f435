import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEngine } from '../../app/engine.ts';
import { readArray } from '../../app/read-array.ts';
import type { NumberGrid } from '../../app/read-array.ts';

/** The heat map, what a good part would have looked like, and the part as it was compared with that. */
type PartMap = 'evidence' | 'expected' | 'part';

/**
 * One of the maps of a part; fetched only while it is needed, and kept for a while in case the person comes back.
 * A result never changes what was seen, so it is not fetched again when other things change.
 */
export function usePartMap(map: PartMap, resultId: number, enabled: boolean): UseQueryResult<NumberGrid> {
  const { client } = useEngine();
  return useQuery({
    queryKey: ['part map', map, resultId],
    queryFn: async ({ signal }) => readArray(await client.results[map]({ resultId }, { signal })),
    enabled,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
}
