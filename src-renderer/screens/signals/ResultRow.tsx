import { useTranslation } from 'react-i18next';
import { DecisionBadge } from '../../components/DecisionBadge.tsx';
import { useFormat } from '../../i18n/format.ts';
import classes from './SignalsScreen.module.css';
import type { InspectedSignal } from './use-inspection.ts';

export interface ResultRowProps {
  result: InspectedSignal;
  limit: number;
  /** The score that fills the bar. */
  span: number;
}

/** A part in the list: its decision, its name, its score beside the limit. */
export function ResultRow({ result, limit, span }: ResultRowProps) {
  const { t } = useTranslation('signals');
  const { fixed } = useFormat();
  const { name, decision, score } = result;
  const along = (value: number) => `${Math.min(100, Math.max(0, (100 * value) / span))}%`;
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
          <span className={classes.filled} data-decision={decision} style={{ width: along(score) }} />
          <span className={classes.limit} style={{ left: along(limit) }} />
        </span>
        <span className="tabular">
          {t('inspect.score', { score: fixed(score, 2), limit: fixed(limit, 2) })}
        </span>
      </span>
    </span>
  );
}
