import { useTranslation } from 'react-i18next';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';

export function SettingsScreen() {
  const { t } = useTranslation('common');
  return <ScreenFrame title={t('screen.settings')}>{null}</ScreenFrame>;
}
