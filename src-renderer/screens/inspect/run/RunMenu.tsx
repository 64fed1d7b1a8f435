import { ActionIcon, Menu } from '@mantine/core';
import { IconChartHistogram, IconDots, IconFileText, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../../src-shared/contract/runs.ts';
import { useEngine } from '../../../app/engine.ts';
import { notifyDone, notifyError } from '../../../app/errors.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { confirmDialog } from '../../../components/ConfirmDialog.tsx';
import { textPrompt } from '../../../components/TextPrompt.tsx';
import { runName } from './run-name.ts';

/** What can be done with an inspection. */
export function RunMenu({ run }: { run: RunSummary }) {
  const { t } = useTranslation('inspect');
  const { client, orpc } = useEngine();
  const queryClient = useQueryClient();
  const { open } = useNavigation();

  async function changed(action: () => Promise<void>): Promise<void> {
    try {
      await action();
      await queryClient.invalidateQueries({ queryKey: orpc.runs.key() });
      await queryClient.invalidateQueries({ queryKey: orpc.project.key() });
    } catch (thrown) {
      notifyError(thrown);
    }
  }

  const rename = () =>
    changed(async () => {
      const title = await textPrompt({
        title: t('actions.renameTitle'),
        label: t('actions.name'),
        value: run.title,
        confirm: t('actions.save'),
        allowEmpty: true,
      });
      if (title !== null) await client.runs.rename({ runId: run.id, title });
    });

  const remove = () =>
    changed(async () => {
      const name = runName(t, run);
      const isSure = await confirmDialog({
        title: t('actions.removeTitle', { name }),
        text: t('actions.removeText'),
        confirm: t('actions.remove'),
        danger: true,
      });
      if (!isSure) return;
      await client.runs.remove({ runId: run.id });
      open('inspect');
      notifyDone(t('actions.removed', { name }));
    });

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('actions.label')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconChartHistogram size={16} aria-hidden />}
          onClick={() => open('evaluate', { runId: run.id })}
        >
          {t('actions.evaluate')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileText size={16} aria-hidden />}
          onClick={() => open('reports', { runId: run.id })}
        >
          {t('actions.report')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => void rename()}>
          {t('actions.rename')}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => void remove()}
        >
          {t('actions.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
