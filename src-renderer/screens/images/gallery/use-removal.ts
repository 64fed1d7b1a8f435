import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../../app/engine.ts';
import { notifyDone, notifyError } from '../../../app/errors.ts';
import { confirmDialog } from '../../../components/ConfirmDialog.tsx';

/** Takes images out of the project once the person has confirmed it. */
export function useRemoval(): (imageIds: number[]) => void {
  const { t } = useTranslation('images');
  const { orpc } = useEngine();
  const queryClient = useQueryClient();
  const { mutate } = useMutation(
    orpc.images.remove.mutationOptions({
      onSuccess: ({ removed, kept }) => {
        const stay = kept > 0 ? ` · ${t('remove.kept', { count: kept })}` : '';
        notifyDone(t('remove.done', { count: removed }) + stay);
        void queryClient.invalidateQueries({ queryKey: orpc.images.key() });
        void queryClient.invalidateQueries({ queryKey: orpc.project.key() });
      },
      onError: notifyError,
    }),
  );
  return (imageIds) => {
    const count = imageIds.length;
    if (count === 0) return;
    void confirmDialog({
      title: t('remove.title', { count }),
      text: t('remove.text'),
      confirm: t('remove.confirm'),
      danger: true,
    }).then((confirmed) => {
      if (confirmed) mutate({ imageIds });
    });
  };
}
