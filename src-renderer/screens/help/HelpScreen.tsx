import { useTranslation } from 'react-i18next';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';

export function HelpScreen() {
  const { t } = useTranslation('common');
  return <ScreenFrame title={t('screen.help')}>{null}</ScreenFrame>;
}
