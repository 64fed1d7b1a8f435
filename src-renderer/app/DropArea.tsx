import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { IconFolderDown } from '@tabler/icons-react';
import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOver, takenFiles, takesWithoutProject } from './drop.ts';
import { useNavigation } from './navigation.ts';
import { useProject } from './project.ts';
import { useShell } from './shell.ts';
import type { Shell } from './shell.ts';
import { useProjectActions } from './use-project-actions.ts';
import classes from './DropArea.module.css';

/** Takes what is dropped anywhere on the window: a project is opened, folders and images go to the screen. */
export function DropArea() {
  const { t } = useTranslation('common');
  const shell = useShell();
  const receive = useReceiver();
  const [over, setOver] = useState(false);
  const latest = useRef(receive);
  useEffect(() => {
    latest.current = receive;
  });

  useEffect(() => {
    // Entering a child comes before leaving its parent.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    function enter(event: DragEvent): void {
      if (!hasFiles(event)) return;
      depth++;
      setOver(true);
    }
    function leave(event: DragEvent): void {
      if (hasFiles(event) && --depth <= 0) end();
    }
    function end(): void {
      depth = 0;
      setOver(false);
    }
    function hover(event: DragEvent): void {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    }
    function drop(event: DragEvent): void {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      end();
      if (shell.kind === 'browser') explain(shell, (paths) => void latest.current(paths));
      else void latest.current(shell.pathsOfDrop(event.dataTransfer));
    }
    const listeners = [
      ['dragenter', enter],
      ['dragleave', leave],
      ['dragover', hover],
      ['drop', drop],
    ] as const;
    for (const [type, listener] of listeners) window.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of listeners) window.removeEventListener(type, listener);
    };
  }, [shell]);

  if (!over) return null;
  return (
    <div className={classes.area} aria-hidden>
      <IconFolderDown size={44} stroke={1.4} />
      <Text size="lg" fw={600}>
        {t('drop.title')}
      </Text>
      <Text>{t(takesWithoutProject() ? 'drop.textHere' : 'drop.text')}</Text>
    </div>
  );
}

function useReceiver(): (paths: string[]) => Promise<void> {
  const { t } = useTranslation('common');
  const { summary } = useProject();
  const { open } = useNavigation();
  const { create, openPath } = useProjectActions();
  return async (paths) => {
    const project = paths.find((path) => path.toLowerCase().endsWith('.sparsight'));
    if (project !== undefined) return openPath(project);
    if (paths.length === 0) {
      notifications.show({ color: 'yellow', message: t('drop.nothing') });
      return;
    }
    if (summary === null && !takesWithoutProject() && !(await create())) return;
    if (!handOver(paths)) open('images');
  };
}

/** A browser does not say where a file lies: what was dropped has to be chosen, of the kind that the screen takes. */
function explain(shell: Shell, receive: (paths: string[]) => void): void {
  const files = takenFiles();
  const chooseFiles = () => (files === undefined ? shell.chooseImages() : shell.chooseFiles(files));
  const choose = (chosen: () => Promise<string[]>) => () => {
    modals.closeAll();
    chosen().then(
      (paths) => {
        if (paths.length > 0) receive(paths);
      },
      () => undefined,
    );
  };
  modals.open({
    title: i18next.t('drop.browserTitle'),
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
    children: (
      <Stack gap="lg">
        <Text size="sm">{i18next.t('drop.browserText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={choose(chooseFiles)}>
            {i18next.t(files === undefined ? 'files.chooseImages' : 'files.chooseFiles')}
          </Button>
          <Button data-autofocus onClick={choose(() => shell.chooseFolders())}>
            {i18next.t('files.chooseFolders')}
          </Button>
        </Group>
      </Stack>
    ),
  });
}
