import { Button, Group } from '@mantine/core';
import { IconFolderSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultDetail } from '../../../../src-shared/contract/results.ts';
import { useEngine } from '../../../app/engine.ts';
import { detailsOf, notifyDone, notifyError } from '../../../app/errors.ts';
import { useShell } from '../../../app/shell.ts';
import classes from './PartStage.module.css';

interface Props {
  readonly detail: ResultDetail;
  readonly error: unknown;
  readonly retry: () => void;
}

/** Says why the picture cannot be shown, and helps to find it again. */
export function PictureProblem({ detail, error, retry }: Props) {
  const { t } = useTranslation(['part', 'common']);
  const { code, message, next, path } = detailsOf(error);
  const { find, busy } = useFindFolder(detail, retry);
  const isFile = code === 'image.missing' || code === 'image.changed' || code === 'input.missing';
  const titles = {
    'image.missing': t('part:file.missing'),
    'input.missing': t('part:file.missing'),
    'image.changed': t('part:file.changed'),
    'image.unreadable': t('part:file.unreadable'),
    'model.missing': t('part:model.removed'),
  } as const;
  const title = code in titles ? titles[code as keyof typeof titles] : message;
  const text =
    code === 'model.missing' ? t('part:model.removedText') : isFile ? t('part:file.stillShown') : next;
  return (
    <div className={classes.problem} role="alert" data-selectable>
      <strong>{title}</strong>
      <span>{text}</span>
      {path !== undefined && <code className={classes.path}>{path}</code>}
      <Group gap="xs" mt="xs">
        {isFile && (
          <Button
            size="xs"
            leftSection={<IconFolderSearch size={16} aria-hidden />}
            loading={busy}
            onClick={find}
          >
            {t('part:file.find')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={retry}>
          {t('common:action.retry')}
        </Button>
      </Group>
    </div>
  );
}

/** Pictures that were moved together are found together: the whole folder is told its new place. */
function useFindFolder(detail: ResultDetail, retry: () => void): { find: () => void; busy: boolean } {
  const { t } = useTranslation('part');
  const { client, orpc } = useEngine();
  const { chooseFolders } = useShell();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);

  const find = async () => {
    const [to] = await chooseFolders();
    if (to === undefined) return;
    setBusy(true);
    try {
      const { found } = await client.images.relocate({ from: folderOf(detail.path), to });
      if (found > 0) notifyDone(t('file.found', { count: found }));
      else notifyError(new Error(t('file.notFound')));
      await queryClient.invalidateQueries({ queryKey: orpc.images.key() });
      await queryClient.invalidateQueries({ queryKey: orpc.results.get.key() });
      retry();
    } finally {
      setBusy(false);
    }
  };
  return { find: () => void find().catch(notifyError), busy };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
}
