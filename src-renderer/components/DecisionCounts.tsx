import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { decisionIcons } from './DecisionBadge.tsx';
import classes from './DecisionCounts.module.css';

const decisions = ['pass', 'review', 'reject'] as const;

export interface DecisionCountsProps {
  counts: Record<(typeof decisions)[number], number>;
}

/** How many parts passed, are to be reviewed, were rejected, in one line. */
export function DecisionCounts({ counts }: DecisionCountsProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  return (
    <span className={classes.counts}>
      {decisions.map((decision) => {
        const Icon = decisionIcons[decision];
        return (
          <span
            key={decision}
            className={classes.count}
            data-decision={decision}
            title={t(`decision.${decision}`)}
          >
            <Icon aria-hidden size={15} stroke={2} />
            <span className={classes.spoken}>{t(`decision.${decision}`)}</span>
            {format.number(counts[decision])}
          </span>
        );
      })}
    </span>
  );
}
