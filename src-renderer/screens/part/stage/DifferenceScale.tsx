import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import classes from './PartStage.module.css';

/** What black and white stand for where the difference is shown. */
export function DifferenceScale({ high }: { high: number }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  return (
    <div className={classes.differenceScale}>
      <span>{t('layer.differenceScale')}</span>
      <span className={classes.greys} aria-hidden />
      <span className="tabular">{format.percent(0)}</span>
      <span className="tabular">{format.percent(high)}</span>
    </div>
  );
}
