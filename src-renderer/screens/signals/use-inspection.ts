import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../app/engine.ts';
import { readArray } from '../../app/read-array.ts';
import { followed } from './followed-work.ts';
import { useSignalsSession } from './signals-session.ts';

/** Good parts that are looked at again or rejected, for each one that is rejected; and the most that the engine takes. */
const reviewedPerRejected = 2.5;
const mostReviewed = 0.5;

/** The inspection that was asked for, as the engine takes it; null before. */
export function useInspectionRequest() {
  const { paths, asked } = useSignalsSession();
  if (asked === null) return null;
  const { column, falseRejectRate, windowLength } = asked;
  return {
    good: [...paths.good],
    inspected: [...paths.inspected],
    column,
    falseRejectRate,
    reviewRate: Math.min(mostReviewed, reviewedPerRejected * falseRejectRate),
    ...(windowLength === null ? {} : { windowLength }),
  };
}

export type InspectionRequest = NonNullable<ReturnType<typeof useInspectionRequest>>;

/** Learns from the good signals and inspects the others; leaving the screen gives it up. */
export function useInspection(request: InspectionRequest) {
  const { client, orpc } = useEngine();
  return useQuery({
    queryKey: [...orpc.signals.inspect.queryKey({ input: request }), 'read'],
    queryFn: async ({ signal }) => {
      const { dictionary, ...inspection } = await followed(client, 'inspect', (progressId) =>
        client.signals.inspect({ ...request, progressId }, { signal }),
      );
      const blocks = { grid: await readArray(dictionary.atoms), usage: dictionary.usage };
      const results = inspection.results.toSorted((a, b) => b.score - a.score);
      return { ...inspection, results, blocks };
    },
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

export type ReadInspection = NonNullable<ReturnType<typeof useInspection>['data']>;
export type InspectedSignal = ReadInspection['results'][number];
