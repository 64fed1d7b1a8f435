import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../app/settings.ts';
import { Setting, SettingsSection } from './Setting.tsx';

export function AppearanceSettings() {
  const { t } = useTranslation('settings');
  const { settings, update } = useSettings();
  return (
    <SettingsSection title={t('window.title')}>
      <Setting name={t('window.language')} text={t('window.languageText')}>
        {(label) => (
          <Select
            {...label}
            // Each language in itself, for who cannot read the other.
            data={[
              { value: 'system', label: t('system') },
              { value: 'en', label: 'English' },
              { value: 'ja', label: '日本語' },
            ]}
            value={settings.language}
            onChange={(language) => language !== null && update({ language })}
          />
        )}
      </Setting>
      <Setting name={t('window.theme')} text={t('window.themeText')}>
        {(label) => (
          <SegmentedControl
            {...label}
            fullWidth
            size="xs"
            data={[
              { value: 'system', label: t('system') },
              { value: 'light', label: t('window.light') },
              { value: 'dark', label: t('window.dark') },
            ]}
            value={settings.theme}
            onChange={(theme) => update({ theme })}
          />
        )}
      </Setting>
    </SettingsSection>
  );
}
