import { useMutation } from '@tanstack/react-query';
import { useEngine } from '../../app/engine.ts';
import { notifyError } from '../../app/errors.ts';
import { changeSession } from './signals-session.ts';

/** Writes sample signals and chooses them. */
export function useSampleSignals() {
  const { orpc } = useEngine();
  return useMutation(
    orpc.signals.samples.mutationOptions({
      onSuccess: ({ good, inspected, column }) =>
        changeSession({ paths: { good: [good], inspected: [inspected] }, column, shown: null, asked: null }),
      onError: notifyError,
    }),
  );
}
