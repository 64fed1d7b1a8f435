import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReportFieldsRequest } from '../../src-shared/contract/requests.ts';
import { useEngine } from './engine.ts';
import { notifyError } from './errors.ts';

/** Milliseconds without a keystroke after which fields are kept. */
const typingPause = 500;

/** Keeps what the cover of reports says in the project. */
export function useKeepReportFields(): (fields: ReportFieldsRequest) => void {
  const { orpc } = useEngine();
  const queryClient = useQueryClient();
  const { mutate } = useMutation(
    orpc.reports.saveFields.mutationOptions({ scope: { id: 'report fields' }, onError: notifyError }),
  );
  const save = useDebouncedCallback((fields: ReportFieldsRequest) => mutate(fields), {
    delay: typingPause,
    flushOnUnmount: true,
  });
  return (fields) => {
    // At once, for whoever turns to another report before they are saved.
    queryClient.setQueryData(orpc.reports.fields.queryKey(), fields);
    save(fields);
  };
}
