import { Radio, Slider, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../app/settings.ts';
import { colourMapNames, cssGradient } from '../../viewer/colour-table.ts';
import { useFormat } from '../../i18n/format.ts';
import { Setting, SettingsSection } from './Setting.tsx';
import { useDraft } from './use-draft.ts';
import classes from './HeatMapSettings.module.css';

export function HeatMapSettings() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { settings, update } = useSettings();
  const opacity = useDraft(settings.heatMapOpacity, (heatMapOpacity) => update({ heatMapOpacity }));
  return (
    <SettingsSection title={t('heatMap.title')}>
      <Setting name={t('heatMap.colours')} text={t('heatMap.coloursText')}>
        {(label) => (
          <Radio.Group
            {...label}
            value={settings.colourMap}
            onChange={(name) => {
              const colourMap = colourMapNames.find((known) => known === name);
              if (colourMap !== undefined) update({ colourMap });
            }}
          >
            <Stack gap="xs">
              {colourMapNames.map((name) => (
                <Radio
                  key={name}
                  value={name}
                  label={
                    <span className={classes.map}>
                      <span
                        aria-hidden
                        className={classes.gradient}
                        style={{ backgroundImage: cssGradient(name) }}
                      />
                      {name}
                    </span>
                  }
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
      </Setting>
      <Setting name={t('heatMap.opacity')} text={t('heatMap.opacityText')}>
        {() => (
          <Slider
            thumbLabel={t('heatMap.opacity')}
            min={0}
            max={1}
            step={0.05}
            label={(value) => format.percent(value)}
            value={opacity.draft}
            onChange={opacity.setDraft}
            onChangeEnd={(heatMapOpacity) => update({ heatMapOpacity })}
          />
        )}
      </Setting>
    </SettingsSection>
  );
}
