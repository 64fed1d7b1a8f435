import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ProjectSummary } from '../../src-shared/contract/contract.ts';
import { useEngine } from './engine.ts';
import { detailsOf } from './errors.ts';
import { useUndo } from './undo.ts';

export interface OpenProject {
  /** Null when no project is open. */
  summary: ProjectSummary | null;
  isPending: boolean;
  /** Why it is not known whether a project is open. */
  error: Error | null;
  open: (path: string, mode?: 'write' | 'create' | 'read') => Promise<ProjectSummary>;
  close: () => Promise<void>;
}

/** The project that is open in the engine. */
export function useProject(): OpenProject {
  const { client, orpc } = useEngine();
  const queryClient = useQueryClient();
  const undo = useUndo();
  const { data, isPending, error } = useQuery({
    queryKey: orpc.project.summary.queryKey(),
    queryFn: async ({ signal }): Promise<ProjectSummary | null> => {
      try {
        return await client.project.summary(undefined, { signal });
      } catch (thrown) {
        if (detailsOf(thrown).code === 'project.missing') return null;
        throw thrown;
      }
    },
  });

  const show = useCallback(
    (summary: ProjectSummary | null) => {
      undo.clear();
      const summaryKey = orpc.project.summary.queryKey();
      // Nothing of the project before may be seen in the new one, not even for a moment.
      queryClient.removeQueries({
        predicate: ({ queryKey }) => {
          const [path] = queryKey;
          return Array.isArray(path) && !['project', 'settings', 'host'].includes(String(path[0]));
        },
      });
      queryClient.setQueryData<ProjectSummary | null>(summaryKey, summary);
      void queryClient.invalidateQueries({ queryKey: orpc.settings.recentProjects.key() });
    },
    [orpc, queryClient, undo],
  );

  const open = useCallback(
    async (path: string, mode: 'write' | 'create' | 'read' = 'write') => {
      const summary = await client.project.open({ path, mode });
      show(summary);
      return summary;
    },
    [client, show],
  );
  const close = useCallback(async () => {
    await client.project.close();
    show(null);
  }, [client, show]);

  return { summary: data ?? null, isPending, error, open, close };
}
