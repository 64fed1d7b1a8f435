import { Alert, Button, Group, Text } from '@mantine/core';
import { IconFolderQuestion, IconFolderSearch } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../../app/engine.ts';
import { notifyDone, notifyError } from '../../../app/errors.ts';
import { useShell } from '../../../app/shell.ts';
import { movedFolder } from './moved-folder.ts';

/** Shown when images that are in sight have lost their files: where is their folder now? */
export function MissingBanner({ folder, onFound }: { folder: string; onFound: () => void }) {
  const { t } = useTranslation('images');
  const { orpc } = useEngine();
  const shell = useShell();
  const queryClient = useQueryClient();
  const relocate = useMutation(
    orpc.images.relocate.mutationOptions({
      onSuccess: ({ found, missing }) => {
        const still = missing > 0 ? ` · ${t('missing.still', { count: missing })}` : '';
        notifyDone(t('missing.found', { count: found }) + still);
        onFound();
        void queryClient.invalidateQueries({ queryKey: orpc.images.key() });
      },
      onError: notifyError,
    }),
  );
  const find = async () => {
    const [chosen] = await shell.chooseFolders();
    if (chosen !== undefined) relocate.mutate({ from: movedFolder(folder, chosen), to: chosen });
  };
  return (
    <Alert
      variant="default"
      icon={<IconFolderQuestion color="var(--decision-review-mark)" />}
      title={t('missing.title')}
      py="xs"
    >
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('missing.text', { folder })}
        </Text>
        <Button
          size="xs"
          variant="default"
          flex="none"
          leftSection={<IconFolderSearch size={14} />}
          loading={relocate.isPending}
          onClick={() => void find().catch(notifyError)}
        >
          {t('missing.find')}
        </Button>
      </Group>
    </Alert>
  );
}
