import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../src-shared/contract/runs.ts';
import type { Limits } from '../../../src-shared/domain/decision.ts';
import { useEngine } from '../../app/engine.ts';
import { notifyDone, notifyError } from '../../app/errors.ts';
import { useUndo } from '../../app/undo.ts';

export interface LimitChanges {
  /** Decides all parts of the run anew; tells whether that worked. */
  apply: (limits: Limits) => Promise<boolean>;
  /** Lets the run's model decide by these limits from now on; tells whether that worked. */
  use: (limits: Limits, before: Limits) => Promise<boolean>;
  isBusy: boolean;
}

/** Changes of limits that reach the engine, each of which can be undone. */
export function useLimitChanges(run: RunSummary): LimitChanges {
  const { t } = useTranslation('evaluate');
  const { client, orpc } = useEngine();
  const queryClient = useQueryClient();
  const undo = useUndo();
  const [isBusy, setBusy] = useState(false);
  const { id: runId, modelId, limits: applied } = run;

  const setRunLimits = useCallback(
    async (limits: Limits) => {
      await client.runs.setLimits({ runId, limits });
      await Promise.all(
        [orpc.runs, orpc.results, orpc.reports.preview, orpc.project].map((part) =>
          queryClient.invalidateQueries({ queryKey: part.key() }),
        ),
      );
    },
    [client, orpc, queryClient, runId],
  );
  const setModelLimits = useCallback(
    async (limits: Limits) => {
      await client.models.setLimits({ modelId, limits });
      await Promise.all(
        [orpc.models, orpc.project].map((part) => queryClient.invalidateQueries({ queryKey: part.key() })),
      );
    },
    [client, modelId, orpc, queryClient],
  );

  const change = async (
    set: (limits: Limits) => Promise<void>,
    next: Limits,
    before: Limits,
    label: string,
    done: string,
  ) => {
    setBusy(true);
    try {
      const made = set(next);
      // Whoever takes it back at once need not wait until everything shows it.
      const takeBack = async () => {
        await made.catch(() => undefined);
        await set(before);
      };
      undo.push({ label, undo: takeBack, redo: () => set(next) });
      await made;
      notifyDone(done);
      return true;
    } catch (error) {
      notifyError(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    apply: (limits) => change(setRunLimits, limits, applied, t('limits.undoApply'), t('limits.applied')),
    use: (limits, before) => change(setModelLimits, limits, before, t('limits.undoUse'), t('limits.used')),
    isBusy,
  };
}
