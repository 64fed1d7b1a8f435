import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from './errors.ts';
import { currentAddress, useNavigation } from './navigation.ts';
import { useProject } from './project.ts';
import { screenAfterOpening } from './screen-after-opening.ts';
import { useShell } from './shell.ts';

export interface ProjectActions {
  /** Asks where, makes a project there, and shows its images. Answers whether there is one now. */
  create: () => Promise<boolean>;
  choose: () => Promise<void>;
  openPath: (path: string) => Promise<void>;
}

/** Making and opening projects, from wherever it is asked for. */
export function useProjectActions(): ProjectActions {
  const { t } = useTranslation('start');
  const { open } = useProject();
  const navigation = useNavigation();
  const shell = useShell();
  const show = navigation.open;

  const openPath = useCallback(
    async (path: string) => {
      const before = currentAddress();
      try {
        const screen = screenAfterOpening(await open(path), { before, now: currentAddress() });
        if (screen !== null) show(screen);
      } catch (thrown) {
        notifyError(thrown);
      }
    },
    [open, show],
  );
  const create = useCallback(async () => {
    const path = await shell.chooseNewProject(t('newProjectName'));
    if (path === null) return false;
    try {
      await open(path, 'create');
    } catch (thrown) {
      notifyError(thrown);
      return false;
    }
    show('images');
    return true;
  }, [open, shell, show, t]);
  const choose = useCallback(async () => {
    const path = await shell.chooseProject();
    if (path !== null) await openPath(path);
  }, [openPath, shell]);

  return { create, choose, openPath };
}
