import { Button } from '@mantine/core';
import { IconFilePlus, IconFolderPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../app/errors.ts';
import { useShell } from '../../app/shell.ts';
import type { SignalRole } from './signals-session.ts';
import { tableExtensions } from './table-extensions.ts';
import { useAddSignals } from './use-add-signals.ts';

/** Two ways to files of a role: by themselves, or by their folder. */
export function AddSignals({ role, size = 'xs' }: { role: SignalRole; size?: 'xs' | 'sm' }) {
  const { t } = useTranslation('signals');
  const shell = useShell();
  const addSignals = useAddSignals();
  const add = (chosen: Promise<string[]>) => {
    chosen.then((paths) => addSignals(paths, role)).catch(notifyError);
  };
  const label = t(`roles.${role}`);
  const icon = size === 'xs' ? 15 : 17;
  return (
    <>
      <Button
        size={size}
        variant="default"
        leftSection={<IconFilePlus aria-hidden size={icon} />}
        aria-label={t('files.addFilesTo', { role: label })}
        onClick={() => add(shell.chooseFiles({ extensions: tableExtensions, label: t('files.kind') }))}
      >
        {t('files.addFiles')}
      </Button>
      <Button
        size={size}
        variant="default"
        leftSection={<IconFolderPlus aria-hidden size={icon} />}
        aria-label={t('files.addFolderTo', { role: label })}
        onClick={() => add(shell.chooseFolders())}
      >
        {t('files.addFolder')}
      </Button>
    </>
  );
}
