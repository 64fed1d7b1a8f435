import { useTranslation } from 'react-i18next';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { About } from './About.tsx';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { HeatMapSettings } from './HeatMapSettings.tsx';
import { InspectionSettings } from './InspectionSettings.tsx';
import { MachineSettings } from './MachineSettings.tsx';
import classes from './SettingsScreen.module.css';

/** What holds for all projects on this computer. Every change is kept at once. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  return (
    <ScreenFrame title={t('title')} subtitle={t('subtitle')}>
      <div className={classes.columns}>
        <div className={classes.column}>
          <AppearanceSettings />
          <InspectionSettings />
          <HeatMapSettings />
        </div>
        <div className={classes.column}>
          <MachineSettings />
          <About />
        </div>
      </div>
    </ScreenFrame>
  );
}
