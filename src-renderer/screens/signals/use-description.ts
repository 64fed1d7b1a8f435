import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SignalMethod } from '../../../src-shared/domain/signal.ts';
import { useEngine } from '../../app/engine.ts';
import { readArray } from '../../app/read-array.ts';

export interface DescriptionChoice {
  readonly path: string;
  readonly column: string;
  readonly method: SignalMethod;
  /** Found from the signal when undefined. */
  readonly penalty: number | undefined;
}

/**
 * A signal as few pieces. While a slider moves, the newest place is asked for as soon as the last answer is there: giving
 * a calculation up would cost more than waiting for it.
 */
export function useDescription(wanted: DescriptionChoice) {
  const { client, orpc } = useEngine();
  const [asked, setAsked] = useState(wanted);
  const query = useQuery({
    queryKey: [...orpc.signals.describe.queryKey({ input: asked }), 'read'],
    queryFn: async ({ signal }) => {
      const { series, ...described } = await client.signals.describe(asked, { signal });
      const { width, data } = await readArray(series);
      return { ...described, measured: data.subarray(0, width), fitted: data.subarray(width) };
    },
    placeholderData: (before) => (before?.path === asked.path ? before : undefined),
  });
  const { isFetching } = query;
  useEffect(() => {
    if (isSame(asked, wanted) || (isFetching && differInPenalty(asked, wanted))) return;
    const timer = setTimeout(() => setAsked(wanted), 0);
    return () => clearTimeout(timer);
  }, [asked, wanted, isFetching]);
  return { ...query, isRunning: isFetching || !isSame(asked, wanted) };
}

function differInPenalty(a: DescriptionChoice, b: DescriptionChoice): boolean {
  return a.path === b.path && a.column === b.column && a.method === b.method;
}

function isSame(a: DescriptionChoice, b: DescriptionChoice): boolean {
  return differInPenalty(a, b) && a.penalty === b.penalty;
}
