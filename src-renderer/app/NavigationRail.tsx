import { Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconChartHistogram,
  IconFlask,
  IconHelpCircle,
  IconHome,
  IconPhoto,
  IconReportAnalytics,
  IconSchool,
  IconSettings,
  IconWaveSine,
  IconZoomScan,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation, useScreenAskedFor } from './navigation.ts';
import type { ScreenName } from './navigation.ts';
import { useProject } from './project.ts';
import { whyNot } from './reachable.ts';
import classes from './NavigationRail.module.css';

/** The screens of the rail; a part belongs to the inspection that it was found in. */
type RailScreen = Exclude<ScreenName, 'part'>;

const work: readonly (readonly [RailScreen, Icon])[] = [
  ['start', IconHome],
  ['images', IconPhoto],
  ['learn', IconSchool],
  ['inspect', IconZoomScan],
  ['evaluate', IconChartHistogram],
  ['reports', IconReportAnalytics],
];
const around: readonly (readonly [RailScreen, Icon])[] = [
  ['signals', IconWaveSine],
  ['laboratory', IconFlask],
  ['settings', IconSettings],
  ['help', IconHelpCircle],
];

export function NavigationRail() {
  const { t } = useTranslation('common');
  return (
    <nav className={classes.rail} aria-label={t('navigation.label')}>
      <ul className={classes.group}>
        {work.map(([screen, icon]) => (
          <RailItem key={screen} screen={screen} icon={icon} />
        ))}
      </ul>
      <ul className={classes.group}>
        {around.map(([screen, icon]) => (
          <RailItem key={screen} screen={screen} icon={icon} />
        ))}
      </ul>
    </nav>
  );
}

function RailItem({ screen, icon: Picture }: { screen: RailScreen; icon: Icon }) {
  const { t } = useTranslation('common');
  const { open } = useNavigation();
  const current = useScreenAskedFor();
  const { summary } = useProject();
  const shown = current === 'part' ? 'inspect' : current;
  const reason = whyNot(screen, summary);
  const button = (
    <UnstyledButton
      className={classes.item}
      aria-current={shown === screen ? 'page' : undefined}
      // Still reached by keyboard: a person must be able to learn why a screen is closed.
      aria-disabled={reason !== null}
      aria-describedby={reason === null ? undefined : `why-not-${screen}`}
      onClick={() => {
        if (reason === null) open(screen);
      }}
    >
      <Picture aria-hidden size={22} stroke={1.6} />
      <span className={classes.name}>{t(`screen.${screen}`)}</span>
      {reason !== null && (
        <span id={`why-not-${screen}`} hidden>
          {t(`navigation.${reason}`)}
        </span>
      )}
    </UnstyledButton>
  );
  return (
    <li>
      {reason === null ? (
        button
      ) : (
        <Tooltip
          label={t(`navigation.${reason}`)}
          position="right"
          events={{ hover: true, focus: true, touch: true }}
        >
          {button}
        </Tooltip>
      )}
    </li>
  );
}
