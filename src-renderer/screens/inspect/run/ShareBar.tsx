import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../../src-shared/contract/runs.ts';
import { useFormat } from '../../../i18n/format.ts';
import classes from './ShareBar.module.css';
import { sharesOf } from './shares.ts';
import { outcomeName } from './outcome-name.ts';

/** How the parts of a run are divided, as one bar. */
export function ShareBar({ counts }: { counts: RunSummary['counts'] }) {
  const { t } = useTranslation('inspect');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const shares = sharesOf(counts);
  const description = shares
    .map(({ outcome, count }) => `${outcomeName(t, common, outcome)} ${format.number(count)}`)
    .join(', ');
  return (
    <div
      className={classes.bar}
      role="img"
      aria-label={`${t('summary.shares')}: ${description}`}
      title={description}
    >
      {shares
        .filter(({ count }) => count > 0)
        .map(({ outcome, count }) => (
          <span key={outcome} className={classes.share} data-outcome={outcome} style={{ flexGrow: count }} />
        ))}
    </div>
  );
}
