import { useCallback, useSyncExternalStore } from 'react';
import type { Limits } from '../../../src-shared/domain/decision.ts';

/** Limits that were moved but not applied, by project and run: they outlive a look at a part. */
const drafts = new Map<string, Limits>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface DraftLimits {
  /** Those that were moved, or else those of the run. */
  limits: Limits;
  isChanged: boolean;
  move: (limits: Limits) => void;
  discard: () => void;
  /** These have been applied; if they were moved on meanwhile, that stays. */
  settle: (limits: Limits) => void;
}

/** @param key of the run, unique over projects */
export function useDraftLimits(key: string, applied: Limits): DraftLimits {
  const draft = useSyncExternalStore(subscribe, () => drafts.get(key));
  const change = useCallback(
    (limits: Limits | null) => {
      if (limits === null) drafts.delete(key);
      else drafts.set(key, limits);
      for (const listener of listeners) listener();
    },
    [key],
  );
  const limits = draft ?? applied;
  return {
    limits,
    isChanged: limits.review !== applied.review || limits.reject !== applied.reject,
    move: change,
    discard: useCallback(() => change(null), [change]),
    settle: useCallback(
      (settled: Limits) => {
        if (drafts.get(key) === settled) change(null);
      },
      [change, key],
    ),
  };
}
