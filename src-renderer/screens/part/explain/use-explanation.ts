import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEngine } from '../../../app/engine.ts';
import type { Area, Point } from '../../../viewer/viewport.ts';
import { readExplanation } from './read-explanation.ts';
import type { ShownExplanation } from './read-explanation.ts';

/** A place that the person asked about, and the square around it that is explained once that is known. */
export interface PickedPlace {
  readonly at: Point;
  readonly box: Area | null;
}

/** Why a place looks as it does to the model; asked for once there is a place. */
export function useExplanation(resultId: number, at: Point | null): UseQueryResult<ShownExplanation> {
  const { client } = useEngine();
  return useQuery({
    queryKey: ['explanation', resultId, at],
    queryFn: async ({ signal }) =>
      at === null
        ? Promise.reject(new Error('No place was chosen.'))
        : readExplanation(await client.results.explain({ resultId, x: at.x, y: at.y }, { signal })),
    enabled: at !== null,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
}
