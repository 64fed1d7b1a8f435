import { Slider, Text, Toggle, Tooltip, Menu, Button } from '@mantine/core';
import { IconFlame, IconSquareRoundedNumber1, IconFilter, IconPalette } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../app/settings.ts';
import { useFormat } from '../../../i18n/format.ts';
import { colourMapNames, cssGradient } from '../../../viewer/colour-table.ts';
import { heatMapScale } from '../../../viewer/heat-map-scale.ts';
import type { ChangeDisplay, Display } from '../display.ts';
import { useRarity } from '../use-rarity.ts';
import classes from './HeatMapStrip.module.css';

interface Props {
  readonly display: Display;
  readonly change: ChangeDisplay;
  /** Evidence above which the heat map is coloured, where only that is asked for. */
  readonly limit: number;
}

const ticks = [1, 2, 3, 4, 5, 6];

/** What the colours mean, and how much of them is seen. */
export function HeatMapStrip({ display, change, limit }: Props) {
  const { t, i18n } = useTranslation('part');
  const format = useFormat();
  const rarity = useRarity();
  const { settings, update } = useSettings();
  const compact = new Intl.NumberFormat(i18n.language, { notation: 'compact' });
  return (
    <div className={classes.strip} role="group" aria-label={t('heat.show')}>
      <StripToggle
        icon={IconFlame}
        text={t('heat.show')}
        hint={`${t('heat.hint')} (H)`}
        active={display.heatMap}
        onChange={(heatMap) => change({ heatMap })}
      />
      <div className={classes.legend} data-off={!display.heatMap || undefined}>
        <Tooltip label={t('heat.legendUnit')} multiline w={320}>
          <Text size="xs" c="dimmed" className={classes.caption} tabIndex={0}>
            {t('heat.legend')}
          </Text>
        </Tooltip>
        <Slider
          classNames={{
            root: classes.slider ?? '',
            track: classes.track ?? '',
            bar: classes.noBar ?? '',
            thumb: classes.thumb ?? '',
          }}
          styles={{ track: { background: cssGradient(settings.colourMap) } }}
          data-limited={display.onlyAbove || undefined}
          size={10}
          min={heatMapScale.low}
          max={heatMapScale.high}
          step={0.05}
          disabled={!display.onlyAbove || !display.heatMap}
          value={Math.min(heatMapScale.high, Math.max(heatMapScale.low, limit))}
          onChange={(value) => change({ limit: value })}
          thumbLabel={t('heat.limit')}
          label={(value) => rarity(value)}
        />
        <div className={classes.ticks} aria-hidden>
          {ticks.map((value) => (
            <span key={value}>{compact.format(10 ** value)}</span>
          ))}
        </div>
      </div>
      <StripToggle
        icon={IconFilter}
        text={t('heat.onlyAbove')}
        hint={`${t('heat.onlyAboveHint')} (T)`}
        active={display.onlyAbove}
        onChange={(onlyAbove) => change({ onlyAbove, heatMap: true })}
      />
      <div className={classes.opacity}>
        <Text size="xs" c="dimmed">
          {t('heat.opacityShort')}
        </Text>
        <Slider
          size={4}
          thumbSize={14}
          min={0}
          max={1}
          step={0.05}
          disabled={!display.heatMap}
          value={settings.heatMapOpacity}
          onChange={(heatMapOpacity) => update({ heatMapOpacity })}
          thumbLabel={t('heat.opacity')}
          label={(value) => format.percent(value)}
        />
      </div>
      <Menu shadow="md" withArrow position="top-end">
        <Menu.Target>
          <Button size="xs" variant="subtle" color="gray" leftSection={<IconPalette size={16} aria-hidden />}>
            {t('heat.colours')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {colourMapNames.map((name) => (
            <Menu.Item
              key={name}
              role="menuitemradio"
              aria-checked={settings.colourMap === name}
              data-chosen={settings.colourMap === name || undefined}
              className={classes.colourMap}
              onClick={() => update({ colourMap: name })}
              leftSection={<span className={classes.swatch} style={{ background: cssGradient(name) }} />}
            >
              {t(`heat.colourMap.${name}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <StripToggle
        icon={IconSquareRoundedNumber1}
        text={t('heat.outlines')}
        hint={`${t('heat.outlinesHint')} (O)`}
        active={display.outlines}
        onChange={(outlines) => change({ outlines })}
      />
    </div>
  );
}

interface StripToggleProps {
  readonly icon: Icon;
  readonly text: string;
  readonly hint: string;
  readonly active: boolean;
  readonly onChange: (active: boolean) => void;
}

function StripToggle({ icon: Picture, text, hint, active, onChange }: StripToggleProps) {
  return (
    <Tooltip label={hint} multiline maw={280}>
      <Toggle
        variant="light"
        autoWidth
        size="30px"
        px="xs"
        active={active}
        aria-pressed={active}
        onActiveChange={onChange}
      >
        <Picture size={16} aria-hidden />
        <span className={classes.toggleText}>{text}</span>
      </Toggle>
    </Tooltip>
  );
}
