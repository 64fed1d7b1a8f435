import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../../src-shared/contract/results.ts';
import { useFormat } from '../../../i18n/format.ts';
import classes from './ExplainPanel.module.css';
import { detailWord, indicatorWord } from './indicator-words.ts';

/** More would not be read, and add nothing. */
const shownAtMost = 6;
/** Beyond so many times the spread of good parts, chance does not explain it. */
const strong = 3;

/** What speaks against a place, strongest first. */
export function Contributions({ indicators }: { indicators: Explanation['indicators'] }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const shown = [...indicators]
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, shownAtMost);
  const most = Math.max(strong, ...shown.map(({ contribution }) => Math.abs(contribution)));
  return (
    <ol className={classes.bars}>
      {shown.map(({ indicator, scale, contribution }) => {
        const size = Math.abs(contribution);
        return (
          <li key={`${indicator} ${scale}`}>
            <span className={classes.barName}>
              {t(`explain.indicator.${indicatorWord(indicator)}`)}
              {scale !== null && <small>{t(`explain.${detailWord(scale)}`)}</small>}
            </span>
            <span className={classes.bar} aria-hidden>
              <i data-strong={size >= strong || undefined} style={{ width: `${(100 * size) / most}%` }} />
            </span>
            <span className="tabular">{t('explain.times', { value: format.fixed(size, 1) })}</span>
          </li>
        );
      })}
    </ol>
  );
}
