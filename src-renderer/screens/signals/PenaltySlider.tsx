import { Button, Group, Slider, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SignalDescription } from '../../../src-shared/contract/signals.ts';
import { useFormat } from '../../i18n/format.ts';
import { decimalsFor } from './signal-axis.ts';
import classes from './SignalsScreen.module.css';

export interface PenaltySliderProps {
  range: SignalDescription['penalty'];
  value: number;
  /** Whether the value is the one found from the signal. */
  isFound: boolean;
  /** Null for the value found from the signal. */
  onChange: (value: number | null) => void;
}

const steps = 200;

/** How much a change costs, by orders of magnitude between what follows everything and what leaves one piece. */
export function PenaltySlider({ range, value, isFound, onChange }: PenaltySliderProps) {
  const { t } = useTranslation('signals');
  const format = useFormat();
  const span = Math.log(range.most / range.least);
  const placeOf = (penalty: number) => Math.round((Math.log(penalty / range.least) / span) * steps);
  // The last place is that of a single piece, which rounding could miss.
  const at = (place: number) =>
    place === steps ? range.most : Number((range.least * Math.exp((place / steps) * span)).toPrecision(3));
  const written = format.number(value, decimalsFor(value));
  return (
    <div className={classes.slider}>
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Text size="sm">{t('trend.penalty')}</Text>
        <Text size="sm" fw={600} className="tabular">
          {isFound ? t('trend.found', { value: written }) : written}
        </Text>
      </Group>
      <Group wrap="nowrap" gap="sm" align="flex-start">
        <div className={classes.range}>
          <Slider
            label={null}
            min={0}
            max={steps}
            value={placeOf(value)}
            scale={at}
            onChange={(place) => onChange(at(place))}
            thumbLabel={t('trend.penalty')}
            thumbValueText={written}
          />
          <Group justify="space-between" wrap="nowrap" mt={4}>
            <Text size="xs" c="dimmed">
              {t('trend.least')}
            </Text>
            <Text size="xs" c="dimmed">
              {t('trend.most')}
            </Text>
          </Group>
        </div>
        <Button size="compact-xs" variant="subtle" disabled={isFound} onClick={() => onChange(null)}>
          {t('trend.reset')}
        </Button>
      </Group>
    </div>
  );
}
