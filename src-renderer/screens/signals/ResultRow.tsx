import { useTranslation } from 'react-i18next';
import { DecisionBadge } from '../../components/DecisionBadge.tsx';
import { useFormat } from '../../i18n/format.ts';
import classes from './SignalsScreen.module.css';
import type { InspectedSignal } from './use-inspection.ts';

/** How many limits the bar is wide. */
const span = 2;

/** A part in the list: its decision, its name, its score beside the limit. */
export function ResultRow({ result, limit }: { result: InspectedSignal; limit: number }) {
  const { t } = useTranslation('signals');
  const { fixed } = useFormat();
  const { name, decision, score } = result;
  const width = `${Math.min(100, Math.max(0, (100 * score) / (span * limit)))}%`;
  return (
    <span className={classes.resultRow}>
      <span className={classes.resultHead}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <DecisionBadge decision={decision} size="sm" />
      </span>
      <span className={classes.resultScore}>
        <span className={classes.bar} aria-hidden>
          <span className={classes.filled} data-decision={decision} style={{ width }} />
          <span className={classes.limit} />
        </span>
        <span className="tabular">
          {t('inspect.score', { score: fixed(score, 2), limit: fixed(limit, 2) })}
        </span>
      </span>
    </span>
  );
}
