import { useInterval } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useEngine } from '../../../app/engine.ts';

const refreshMilliseconds = 2000;

/** While images are being added, those that are there already are shown, not only all of them at the end. */
export function useLiveImport(running: boolean): void {
  const { orpc } = useEngine();
  const queryClient = useQueryClient();
  const { start, stop } = useInterval(() => {
    for (const part of [orpc.images.labels, orpc.images.ids, orpc.images.list])
      void queryClient.invalidateQueries({ queryKey: part.key() });
  }, refreshMilliseconds);
  useEffect(() => {
    if (!running) return undefined;
    start();
    return stop;
  }, [running, start, stop]);
}
