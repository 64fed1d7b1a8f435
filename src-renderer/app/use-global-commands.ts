import { useComputedColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { spotlight } from '@mantine/spotlight';
import { useTranslation } from 'react-i18next';
import { useCommands } from './commands.ts';
import { notifyDone, notifyError } from './errors.ts';
import { useNavigation } from './navigation.ts';
import { useProject } from './project.ts';
import { whyNot } from './reachable.ts';
import type { ScreenName } from './route.ts';
import { useSettings } from './settings.ts';
import { openShortcutOverview } from './ShortcutOverview.tsx';
import { useUndo } from './undo.ts';
import type { UndoStep } from './undo-history.ts';
import { useProjectActions } from './use-project-actions.ts';

const numbered: readonly Exclude<ScreenName, 'part'>[] = [
  'start',
  'images',
  'learn',
  'inspect',
  'evaluate',
  'reports',
  'signals',
  'laboratory',
  'settings',
];

/** What can be commanded on every screen. */
export function useGlobalCommands(): void {
  const { t } = useTranslation('common');
  const { open } = useNavigation();
  const { summary, close } = useProject();
  const { create, choose } = useProjectActions();
  const { update } = useSettings();
  const scheme = useComputedColorScheme();
  const undo = useUndo();

  function tell(
    step: Promise<UndoStep | null>,
    done: 'undone' | 'redone',
    nothing: 'nothingToUndo' | 'nothingToRedo',
  ) {
    step.then(
      (taken) => {
        if (taken === null) notifications.show({ message: t(`undo.${nothing}`), autoClose: 2500 });
        else notifyDone(t(`undo.${done}`, { label: taken.label }));
      },
      (thrown: unknown) => notifyError(thrown),
    );
  }

  useCommands([
    ...numbered.map((screen, index) => ({
      id: `go.${screen}`,
      title: t(`screen.${screen}`),
      keys: screen === 'settings' ? 'mod+,' : `mod+${index + 1}`,
      section: t('section.go'),
      enabled: whyNot(screen, summary) === null,
      run: () => open(screen),
    })),
    { id: 'go.help', title: t('screen.help'), keys: 'F1', section: t('section.go'), run: () => open('help') },
    {
      id: 'project.new',
      title: t('command.newProject'),
      keys: 'mod+alt+N',
      section: t('section.project'),
      run: () => void create(),
    },
    {
      id: 'project.open',
      title: t('command.openProject'),
      keys: 'mod+O',
      section: t('section.project'),
      run: () => void choose(),
    },
    {
      id: 'project.close',
      title: t('command.closeProject'),
      section: t('section.project'),
      enabled: summary !== null,
      run: () => {
        close().then(() => open('start'), notifyError);
      },
    },
    {
      id: 'edit.undo',
      title: t('command.undo'),
      keys: 'mod+Z',
      section: t('section.edit'),
      run: () => tell(undo.undo(), 'undone', 'nothingToUndo'),
    },
    {
      id: 'edit.redo',
      title: t('command.redo'),
      keys: 'mod+shift+Z',
      section: t('section.edit'),
      run: () => tell(undo.redo(), 'redone', 'nothingToRedo'),
    },
    {
      id: 'view.theme',
      title: t('command.toggleTheme'),
      section: t('section.view'),
      run: () => update({ theme: scheme === 'dark' ? 'light' : 'dark' }),
    },
    {
      id: 'help.palette',
      title: t('palette.open'),
      keys: 'mod+K',
      section: t('section.help'),
      run: () => spotlight.open(),
    },
    {
      id: 'help.shortcuts',
      title: t('palette.shortcuts'),
      keys: '?',
      section: t('section.help'),
      run: () => openShortcutOverview(),
    },
  ]);
}
