import { useTranslation } from 'react-i18next';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';

export function EvaluateScreen() {
  const { t } = useTranslation('common');
  return <ScreenFrame title={t('screen.evaluate')}>{null}</ScreenFrame>;
}
