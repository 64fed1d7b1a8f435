import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandRegistry } from './commands.ts';
import { shareOf } from './job-progress.ts';
import { useJobs } from './jobs.tsx';
import { useNavigation } from './navigation.ts';
import { useProject } from './project.ts';
import { useShell } from './shell.ts';
import { useProjectActions } from './use-project-actions.ts';

/** Keeps what the system shows of the window in step with it: title, task bar, menu commands, files that were opened. */
export function useNativeWindow(): void {
  const { t } = useTranslation('common');
  const shell = useShell();
  const registry = useCommandRegistry();
  const { screen } = useNavigation();
  const { summary } = useProject();
  const { openPath } = useProjectActions();
  const { active } = useJobs();

  const name = summary?.name;
  const place = t(`screen.${screen}`);
  useEffect(() => {
    shell.windowTitle([name, place, t('application')].filter((part) => part !== undefined).join(' – '));
  }, [shell, name, place, t]);

  const job = active.at(-1);
  const share = job === undefined ? null : shareOf(job);
  useEffect(() => shell.setProgress(share), [shell, share]);

  useEffect(() => shell.onCommand((command) => void registry.run(command)), [shell, registry]);
  useEffect(() => shell.onOpenProject((path) => void openPath(path)), [shell, openPath]);
}
