import { ActionIcon, Button, Group, Popover, Slider, Text, Toggle, Tooltip } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconMaximize,
  IconMinus,
  IconPlus,
  IconArrowsExchange,
  IconZoomScan,
} from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import type { ViewStore } from '../../../viewer/view-store.ts';
import { layers } from '../display.ts';
import type { ChangeDisplay, Display } from '../display.ts';
import type { ShownPicture } from '../shown-picture.ts';
import classes from './PartToolbar.module.css';

interface Props {
  readonly display: Display;
  readonly change: ChangeDisplay;
  readonly view: ViewStore;
  readonly shown: ShownPicture;
  /** Whether two pictures are being compared now. */
  readonly comparing: boolean;
  readonly reducedMotion: boolean;
}

/** Fastest blinking: faster flashes can harm people (WCAG 2.2, 2.3.1). */
const fastest = 3;

/** Which picture is seen, and how closely. */
export function PartToolbar({ display, change, view, shown, comparing, reducedMotion }: Props) {
  const { t } = useTranslation('part');
  const hints = {
    part: t('layer.partHint'),
    expected: t('layer.expectedHint'),
    difference: t('layer.differenceHint'),
  };
  const keys = { part: 'P', expected: 'E', difference: 'D' };
  return (
    <div className={classes.bar}>
      <div role="group" aria-label={t('layer.label')} className={classes.layers}>
        {layers.map((layer) => (
          <Tooltip key={layer} label={`${hints[layer]} (${keys[layer]})`}>
            <Button
              size="xs"
              variant={display.layer === layer ? 'filled' : 'default'}
              aria-pressed={display.layer === layer}
              onClick={() => change({ layer })}
            >
              {t(`layer.${layer}`)}
            </Button>
          </Tooltip>
        ))}
      </div>
      <Group gap={2} wrap="nowrap">
        <Tooltip label={reducedMotion ? t('blink.reduced') : t('blink.hint')} multiline w={260}>
          <Toggle
            variant="light"
            autoWidth
            size="30px"
            px="xs"
            active={display.blinking}
            aria-pressed={display.blinking}
            onActiveChange={(blinking) => change({ blinking })}
          >
            <IconArrowsExchange size={16} aria-hidden />
            <span className={classes.toggleText}>{t('blink.toggle')}</span>
          </Toggle>
        </Tooltip>
        <BlinkRate display={display} change={change} />
      </Group>
      <span className={classes.shown} aria-live="off">
        {comparing &&
          t('blink.showing', { layer: shown === 'compared' ? t('blink.compared') : t(`layer.${shown}`) })}
      </span>
      <ZoomControls view={view} />
    </div>
  );
}

function BlinkRate({ display, change }: { display: Display; change: ChangeDisplay }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  return (
    <Popover width={240} withArrow shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('blink.settings')}>
          <IconAdjustmentsHorizontal size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" mb="xs">
          {t('blink.rate')}
        </Text>
        <Slider
          min={0.5}
          max={fastest}
          step={0.25}
          value={display.blinkRate}
          onChange={(blinkRate) => change({ blinkRate })}
          label={(rate) => format.number(rate, 2)}
          thumbLabel={t('blink.rate')}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function ZoomControls({ view }: { view: ViewStore }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const { viewport } = useSyncExternalStore(view.subscribe, view.get);
  const button = (label: string, keys: string, icon: typeof IconPlus, run: () => void) => {
    const Icon = icon;
    return (
      <Tooltip label={`${label} (${keys})`}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={run}>
          <Icon size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  };
  return (
    <Group gap={2} wrap="nowrap" role="group" aria-label={t('zoom.label')}>
      {button(t('zoom.out'), '-', IconMinus, () => view.step(-1))}
      <span className={`${classes.percent ?? ''} tabular`}>
        {format.percent(viewport.scale, viewport.scale < 0.1 ? 1 : 0)}
      </span>
      {button(t('zoom.in'), '+', IconPlus, () => view.step(1))}
      {button(t('zoom.fit'), '0', IconMaximize, () => view.fit())}
      {button(t('zoom.actual'), '1', IconZoomScan, () => view.showScale(1))}
    </Group>
  );
}
