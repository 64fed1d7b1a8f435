import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultDetail, Verdict } from '../../../../src-shared/contract/results.ts';
import { useEngine } from '../../../app/engine.ts';
import { notifyError } from '../../../app/errors.ts';
import { useSettings } from '../../../app/settings.ts';
import { useUndo } from '../../../app/undo.ts';

export type VerdictDecision = Verdict['decision'];

interface GivenVerdict {
  /** Null takes it back. */
  readonly decision: VerdictDecision | null;
  readonly comment: string;
  readonly by: string;
}

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
  const { mutateAsync } = useMutation(orpc.results.setVerdict.mutationOptions({ scope: { id: 'verdicts' } }));
  const { id: resultId, name } = detail;
  const by = settings.operator;

  const keep = useCallback(
    async (given: GivenVerdict) => {
      const key = orpc.results.get.queryKey({ input: { resultId } });
      // Seen at once. What comes back is not shown: it may be older than a verdict that was given meanwhile.
      const { decision, ...rest } = given;
      const verdict = decision === null ? null : { decision, ...rest, at: new Date().toISOString() };
      queryClient.setQueryData(key, (known) => (known === undefined ? known : { ...known, verdict }));
      try {
        await mutateAsync({ resultId, ...given });
      } catch (thrown) {
        void queryClient.invalidateQueries({ queryKey: key });
        throw thrown;
      }
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
      const before = queryClient.getQueryData(orpc.results.get.queryKey({ input: { resultId } }))?.verdict;
      const earlier = {
        decision: before?.decision ?? null,
        comment: before?.comment ?? '',
        by: before?.by ?? '',
      };
      const shown = (verdict: GivenVerdict) => async () => {
        show(resultId);
        await keep(verdict);
      };
      undo.push({ label: t('verdict.undoLabel', { name }), undo: shown(earlier), redo: shown(given) });
      keep(given).catch(notifyError);
    },
    [by, keep, name, orpc, queryClient, resultId, show, t, undo],
  );
}
