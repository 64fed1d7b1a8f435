import { Group, Slider, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExperimentSetting } from '../../../src-shared/contract/laboratory.ts';
import { useFormat } from '../../i18n/format.ts';
import classes from './LaboratoryScreen.module.css';
import { placeOf, settingAt } from './slider-places.ts';

export interface SettingSliderProps {
  range: ExperimentSetting;
  value: number;
  onChange: (value: number) => void;
}

/** The quantity that an experiment lets one try: in steps, or by orders of magnitude. */
export function SettingSlider({ range, value, onChange }: SettingSliderProps) {
  const { t } = useTranslation('laboratory');
  const format = useFormat();
  const { quantity, least, most, step } = range;
  const share = quantity === 'missing' || quantity === 'measured';
  const written = share ? format.percent(value) : format.number(value, 4);
  const name = t(`quantities.${quantity}`);
  return (
    <div className={classes.slider}>
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Text size="sm">{name}</Text>
        <Text size="sm" fw={600} className="tabular">
          {written}
        </Text>
      </Group>
      <Slider
        mb={8}
        label={null}
        min={placeOf(least, step)}
        max={placeOf(most, step)}
        step={step ?? 0.05}
        scale={(place) => settingAt(place, range)}
        value={placeOf(value, step)}
        onChange={(place) => onChange(settingAt(place, range))}
        thumbLabel={name}
        thumbValueText={written}
      />
    </div>
  );
}
