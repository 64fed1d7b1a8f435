import { useTranslation } from 'react-i18next';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';

export function StartScreen() {
  const { t } = useTranslation('common');
  return <ScreenFrame title={t('screen.start')}>{null}</ScreenFrame>;
}
