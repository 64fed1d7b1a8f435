import { Button, Group, Select } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../app/engine.ts';
import { notifyError } from '../../app/errors.ts';
import { useSettings } from '../../app/settings.ts';
import { useShell } from '../../app/shell.ts';
import { LogLines } from './LogLines.tsx';
import { Setting, SettingsSection } from './Setting.tsx';

export function MachineSettings() {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { orpc } = useEngine();
  const shell = useShell();
  const { settings, update } = useSettings();
  const about = useQuery(orpc.host.about.queryOptions({ staleTime: Infinity }));
  const cores = about.data?.cores ?? settings.workers ?? 1;
  const logFile = about.data?.logFile ?? null;

  function showLog(): void {
    modals.open({
      title: t('machine.logTitle'),
      size: 'xl',
      children: <LogLines />,
      closeButtonProps: { 'aria-label': common('action.close') },
    });
  }

  return (
    <SettingsSection title={t('machine.title')}>
      <Setting name={t('machine.workers')} text={t('machine.workersText')}>
        {(label) => (
          <Select
            {...label}
            data={[
              { value: 'all', label: t('machine.allCores', { count: cores }) },
              ...Array.from({ length: cores }, (_, index) => ({
                value: String(index + 1),
                label: t('machine.cores', { count: index + 1 }),
              })),
            ]}
            value={settings.workers === null ? 'all' : String(settings.workers)}
            onChange={(workers) => update({ workers: workers === 'all' ? null : Number(workers) })}
          />
        )}
      </Setting>
      <Setting name={t('machine.log')} text={t('machine.logText')}>
        {() => (
          <Group gap="xs" justify="flex-end">
            <Button variant="default" size="xs" onClick={showLog}>
              {t('machine.showLog')}
            </Button>
            {logFile !== null && shell.kind === 'electron' && (
              <Button
                variant="default"
                size="xs"
                onClick={() => void shell.showInFolder(logFile).catch(notifyError)}
              >
                {t('machine.openLog')}
              </Button>
            )}
          </Group>
        )}
      </Setting>
    </SettingsSection>
  );
}
