import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { settingsSchema } from '../../src-shared/contract/settings.ts';
import type { Settings } from '../../src-shared/contract/settings.ts';
import { useEngine } from './engine.ts';
import { notifyError } from './errors.ts';

const defaults = settingsSchema.parse({});

/** What the person has set; the defaults until it is known. Changes are seen at once and kept by the engine. */
export function useSettings(): { settings: Settings; update: (change: Partial<Settings>) => void } {
  const { orpc } = useEngine();
  const queryClient = useQueryClient();
  const { data } = useQuery(orpc.settings.get.queryOptions({ staleTime: Infinity }));
  const { mutate } = useMutation(orpc.settings.set.mutationOptions({ scope: { id: 'settings' } }));
  const update = useCallback(
    (change: Partial<Settings>) => {
      const key = orpc.settings.get.queryKey();
      const settings = { ...(queryClient.getQueryData(key) ?? defaults), ...change };
      queryClient.setQueryData(key, settings);
      // What comes back is not shown: it may be older than a change that was made meanwhile.
      mutate(change, {
        onError: (error) => {
          notifyError(error);
          void queryClient.invalidateQueries({ queryKey: key });
        },
      });
    },
    [mutate, orpc, queryClient],
  );
  return { settings: data ?? defaults, update };
}
