import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultDetail, Verdict } from '../../../../src-shared/contract/results.ts';
import { useEngine } from '../../../app/engine.ts';
import { notifyError } from '../../../app/errors.ts';
import { useSettings } from '../../../app/settings.ts';
import { useUndo } from '../../../app/undo.ts';

export type VerdictDecision = Verdict['decision'];

/** Keeps what the person says of the part, and remembers how to take it back; null takes it back. */
type GiveVerdict = (decision: VerdictDecision | null, comment: string) => void;

/**
 * @param show brings a part back to sight when its verdict is undone
 */
export function useVerdict(detail: ResultDetail, show: (resultId: number) => void): GiveVerdict {
  const { orpc } = useEngine();
  const { settings } = useSettings();
  const { t } = useTranslation('part');
  const undo = useUndo();
  const queryClient = useQueryClient();
  const { mutateAsync } = useMutation(orpc.results.setVerdict.mutationOptions());
  const { id: resultId, name, verdict: before } = detail;
  const by = settings.operator;

  const keep = useCallback(
    async (verdict: { decision: VerdictDecision | null; comment: string; by: string }) => {
      const key = orpc.results.get.queryKey({ input: { resultId } });
      const row = await mutateAsync({ resultId, ...verdict });
      queryClient.setQueryData(key, (known) => (known === undefined ? known : { ...known, ...row }));
      // The part shows it already; lists and figures elsewhere are to be asked for anew.
      void queryClient.invalidateQueries({ queryKey: orpc.results.list.key() });
      void queryClient.invalidateQueries({ queryKey: orpc.results.ids.key() });
      void queryClient.invalidateQueries({ queryKey: orpc.runs.key() });
    },
    [mutateAsync, orpc, queryClient, resultId],
  );

  return useCallback(
    (decision, comment) => {
      const given = { decision, comment, by };
      const earlier = {
        decision: before?.decision ?? null,
        comment: before?.comment ?? '',
        by: before?.by ?? '',
      };
      // Whoever takes it back at once need not wait for the answer.
      const kept = keep(given);
      const shown = (verdict: typeof given) => async () => {
        await kept.catch(() => undefined);
        await keep(verdict);
        show(resultId);
      };
      undo.push({ label: t('verdict.undoLabel', { name }), undo: shown(earlier), redo: shown(given) });
      kept.catch(notifyError);
    },
    [before, by, keep, name, resultId, show, t, undo],
  );
}
