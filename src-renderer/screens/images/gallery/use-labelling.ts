import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../../app/engine.ts';
import { notifyError } from '../../../app/errors.ts';
import { useUndo } from '../../../app/undo.ts';
import type { Label } from '../label.ts';
import { relabelled } from './relabelled.ts';

interface LabelledImage {
  id: number;
  label: Label;
}

/** Labels images. It is seen at once, before the engine has answered, and can be undone. */
export function useLabelling(dependsOnLabels: boolean): (imageIds: readonly number[], label: Label) => void {
  const { client, orpc } = useEngine();
  const queryClient = useQueryClient();
  const undo = useUndo();
  const { t } = useTranslation('images');

  const set = useCallback(
    async (labels: LabelledImage[]): Promise<LabelledImage[]> => {
      const byId = new Map(labels.map(({ id, label }) => [id, label]));
      queryClient.setQueriesData<Awaited<ReturnType<typeof client.images.list>>>(
        { queryKey: orpc.images.list.key() },
        (page) => (page === undefined ? page : { ...page, rows: relabelled(page.rows, byId) }),
      );
      try {
        return (await client.images.setLabels({ labels })).previous;
      } catch (thrown) {
        void queryClient.invalidateQueries({ queryKey: orpc.images.list.key() });
        throw thrown;
      } finally {
        void queryClient.invalidateQueries({ queryKey: orpc.images.labels.key() });
        void queryClient.invalidateQueries({ queryKey: orpc.images.get.key() });
        void queryClient.invalidateQueries({ queryKey: orpc.recipes.suggest.key() });
        if (dependsOnLabels) {
          void queryClient.invalidateQueries({ queryKey: orpc.images.ids.key() });
          void queryClient.invalidateQueries({ queryKey: orpc.images.list.key() });
        } else {
          // What is shown stays as it is; other filters that were looked at before may hold others now.
          void queryClient.invalidateQueries({ queryKey: orpc.images.ids.key(), refetchType: 'none' });
          void queryClient.invalidateQueries({ queryKey: orpc.images.list.key(), refetchType: 'none' });
        }
      }
    },
    [client, orpc, queryClient, dependsOnLabels],
  );

  return useCallback(
    (imageIds, label) => {
      if (imageIds.length === 0) return;
      const labels = imageIds.map((id) => ({ id, label }));
      // Whoever takes it back at once need not wait for the answer.
      const previous = set(labels);
      undo.push({
        label: t('label.undo', { count: labels.length }),
        undo: async () => {
          await set(await previous);
        },
        redo: async () => {
          await set(labels);
        },
      });
      previous.catch(notifyError);
    },
    [set, undo, t],
  );
}
