import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './badge.module.css';
import { labelColour } from './label-colour.ts';

/** What is known of a part beforehand: good, a defect type, or nothing. */
export function LabelBadge({ label }: { label: string | null }) {
  const { t } = useTranslation('common');
  const text = label === null ? t('label.none') : label === 'good' ? t('label.good') : label;
  const style = { '--label-colour': labelColour(label) } as CSSProperties;
  return (
    <span className={classes.badge} data-size="sm" style={style}>
      <span aria-hidden className={classes.swatch} />
      {text}
    </span>
  );
}
